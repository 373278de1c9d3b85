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
const PERMISSIONS = {
  contents: "write",
  metadata: "read",
  issues: "write",
  pull_requests: "write",
  checks: "write",
  administration: "write",
};

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
            events: ["push", "issues", "issue_comment", "repository", "pull_request"],
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
  const forks = new Set<string>();
  const person = (login: keyof typeof people) => new Octokit({ auth: people[login], baseUrl: peer.url });

  /** As GitHub has it: a pull request ends where its branch does now, and its commits are in the repository, whichever they were pushed to. */
  async function pullRequests(request: Request, path: string): Promise<Response | null> {
    if (request.method !== "GET") return null;
    if (/\/pulls\/\d+$/.test(path)) {
      const answer = await fetch(request);
      if (!answer.ok) return answer;
      const pull = (await answer.json()) as {
        state: string;
        head: { ref: string; sha: string; repo: { owner: { login: string }; name: string } };
      };
      const { ref, repo } = pull.head;
      if (pull.state !== "open") return Response.json(pull);
      const { data } = await person("octocat").rest.git.getRef({ owner: repo.owner.login, repo: repo.name, ref: `heads/${ref}` });
      return Response.json({ ...pull, head: { ...pull.head, sha: data.object.sha } });
    }
    const [, name, object] = /^\/repos\/octocat\/([^/]+)\/(git\/(?:trees|blobs|commits)\/.+|commits\/[^/]+|compare\/.+)$/.exec(path) ?? [];
    const answer = object === undefined || !forks.has(name ?? "") ? null : await fetch(request);
    if (answer?.status !== 404) return answer;
    return fetch(`${peer.url}/repos/stranger/${name}/${object}${new URL(request.url).search}`, {
      headers: { authorization: `Bearer ${people.octocat}` },
    });
  }

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
    if (path !== "/installation/repositories") return pullRequests(request, path);
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
    /** The stranger's own copy of a repository of octocat, with its history, which the peer's forks lack. */
    async fork(name: string) {
      const [from, to] = [
        { owner: "octocat", repo: name },
        { owner: "stranger", repo: name },
      ] as const;
      const { rest: theirs } = person("stranger");
      const { rest } = person("octocat");
      await rest.repos.update({ ...from, private: false });
      await theirs.repos.createFork({ ...from, name });
      const { data: commits } = await rest.repos.listCommits({ ...from, per_page: 100 });
      for (const { sha } of [...commits].reverse()) {
        const { data: commit } = await rest.git.getCommit({ ...from, commit_sha: sha });
        const { data: listed } = await rest.git.getTree({ ...from, tree_sha: commit.tree.sha, recursive: "1" });
        for (const { sha: blob, type } of listed.tree) {
          if (type !== "blob" || blob === undefined) continue;
          const { data } = await rest.git.getBlob({ ...from, file_sha: blob });
          await theirs.git.createBlob({ ...to, content: data.content, encoding: "base64" });
        }
        const files = listed.tree.flatMap(({ path, mode, type, sha: blob }) =>
          type === "blob" ? [{ path: path ?? "", mode: mode as "100644", type: "blob" as const, sha: blob ?? "" }] : [],
        );
        const { data: tree } = await theirs.git.createTree({ ...to, tree: files });
        const { message, author, committer } = commit;
        const parents = commit.parents.map(({ sha: parent }) => parent);
        await theirs.git.createCommit({ ...to, message, tree: tree.sha, parents, author, committer });
      }
      await theirs.git.updateRef({ ...to, ref: "heads/main", sha: commits[0]?.sha ?? "", force: true });
      forks.add(name);
      return to;
    },
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
