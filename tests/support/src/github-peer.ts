/** GitHub as `emulate` has it: Apps, git objects, issues, signed webhooks. What it lacks is answered beside it, and only that. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { GITHUB_VARIABLES, githubApi, githubSettings } from "@edgewright/adapters";
import { Octokit } from "@octokit/rest";
import { createEmulator } from "emulate";
import { z } from "zod";
import { must } from "./must.ts";

export const INSTALLATION = { octocat: 4001, acme: 4002 } as const;
const APP = { app_id: 9001, slug: "edgewright-tests", name: "Edgewright" };
const WEBHOOK_SECRET = "a webhook secret of the tests";
const PERMISSIONS = { contents: "write", metadata: "read", issues: "write", pull_requests: "write", administration: "write" };

/** A webhook as it came. The peer numbers them by milliseconds, so that two may be one: each gets its own number here. */
export type Heard = { event: string; delivery: string; signature: string; body: string };
type Ask = typeof globalThis.fetch;
/** Stands between the platform and GitHub: it may answer itself, or lose what it is asked or told. */
export type Between = (asked: { method: string; path: string }, go: () => Promise<Response>) => Promise<Response>;

export async function githubPeer() {
  const heard: Heard[] = [];
  const sink = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const header = (name: string) => String(request.headers[name] ?? "");
      heard.push({
        event: header("x-github-event"),
        delivery: crypto.randomUUID(),
        signature: header("x-hub-signature-256"),
        body: Buffer.concat(parts).toString("utf8"),
      });
      response.writeHead(202).end();
    });
  });
  await new Promise<void>((resolve) => sink.listen(0, "127.0.0.1", resolve));
  const { port } = sink.address() as AddressInfo;
  const people = { octocat: "token_of_octocat", stranger: "token_of_stranger" };
  const peer = await createEmulator({
    service: "github",
    port: await freePort(),
    seed: {
      github: {
        users: [
          { login: "octocat", name: "Octo Cat", email: "octocat@example.test" },
          { login: "stranger", name: "Stranger", email: "stranger@example.test" },
        ],
        orgs: [{ login: "acme", name: "Acme" }],
        apps: [
          {
            ...APP,
            webhook_url: `http://127.0.0.1:${port}/`,
            webhook_secret: WEBHOOK_SECRET,
            permissions: PERMISSIONS,
            events: ["push", "issues", "issue_comment", "repository"],
            installations: Object.entries(INSTALLATION).map(([account, installation_id]) => ({ installation_id, account })),
          },
        ],
      },
      tokens: Object.fromEntries(Object.entries(people).map(([login, token]) => [token, { login, scopes: ["repo"] }])),
    },
  });
  const key = must(peer.generatedSecrets.find(({ kind }) => kind === "github.app_private_key"));
  const variables = {
    GITHUB_APP_ID: String(APP.app_id),
    GITHUB_APP_SLUG: APP.slug,
    GITHUB_APP_PRIVATE_KEY: key.value,
    GITHUB_APP_CLIENT_ID: "Iv1.tests",
    GITHUB_APP_CLIENT_SECRET: "a client secret of the tests",
    GITHUB_WEBHOOK_SECRET: WEBHOOK_SECRET,
    GITHUB_URL: peer.url,
    GITHUB_API_URL: peer.url,
  };
  const settings = must(githubSettings(z.object(GITHUB_VARIABLES).parse(variables)));
  /** What was asked of GitHub, in its order. */
  const asked: string[] = [];
  const state: { between: Between } = { between: (_asked, go) => go() };
  const ask: Ask = async (input, init) => {
    const request = new Request(input, init);
    const { pathname } = new URL(request.url);
    asked.push(`${request.method} ${pathname}`);
    return state.between({ method: request.method, path: pathname }, async () => (await lacking(request, pathname)) ?? fetch(request));
  };
  const person = (login: keyof typeof people) => new Octokit({ auth: people[login], baseUrl: peer.url });

  /** The pages of GitHub where a person consents, and two lists: `emulate` 0.12.2 has none of them. */
  async function lacking(request: Request, path: string): Promise<Response | null> {
    if (path === "/login/oauth/access_token") {
      const { code } = (await request.json()) as { code: string };
      return Response.json(code in people ? { access_token: `user:${code}` } : { error: "bad_verification_code" });
    }
    if (path === "/user/installations") {
      const login = request.headers.get("authorization")?.split("user:")[1] ?? "";
      const ids = login === "octocat" ? Object.values(INSTALLATION) : [];
      return Response.json({ total_count: ids.length, installations: ids.map((id) => ({ id })) });
    }
    if (path !== "/installation/repositories") return null;
    const { data } = await person("octocat").rest.repos.listForAuthenticatedUser();
    return Response.json({ total_count: data.length, repositories: data });
  }

  return {
    url: peer.url,
    variables,
    webhookSecret: WEBHOOK_SECRET,
    open: () => githubApi(settings, ask),
    asked,
    state,
    heard,
    octocat: person("octocat"),
    stranger: person("stranger"),
    async close() {
      await peer.close();
      await new Promise((resolve) => sink.close(resolve));
    },
  };
}
export type GitHubPeer = Awaited<ReturnType<typeof githubPeer>>;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
