/** GitHub through octokit, as the platform's App. Tokens of installations are made, kept and renewed by @octokit/auth-app, and never leave this folder. */
import { createPrivateKey } from "node:crypto";
import type { GitHubRepository } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { GitHubApi } from "@edgewright/github";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { z } from "zod";
import { attempt, orNull } from "./failures.ts";
import { gitRepository } from "./git-repository.ts";
import { everyPage, PAGE } from "./pages.ts";
import type { GitHubSettings } from "./settings.ts";

const TIMEOUT_MS = 30_000;

type Ask = typeof globalThis.fetch;

const Account = z.object({ login: z.string(), type: z.enum(["User", "Organization"]).catch("Organization") });
const TokenAnswer = z.object({ access_token: z.string() });

/** `ask` stands in for the network. */
export function githubApi(settings: GitHubSettings, ask: Ask = (input, init) => fetch(input, init)): GitHubApi {
  const inTime: Ask = (input, init) => ask(input, { ...init, signal: init?.signal ?? AbortSignal.timeout(TIMEOUT_MS) });
  const quiet = () => {};
  const common = {
    baseUrl: settings.apiUrl,
    request: { fetch: inTime },
    userAgent: "edgewright",
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  };
  const auth = { appId: settings.appId, privateKey: toPkcs8(settings.privateKey) };
  const app = new Octokit({ ...common, authStrategy: createAppAuth, auth });
  const installations = new Map<number, Octokit>();
  /** One for each installation, so that its token is kept. */
  const as = (installationId: number): Octokit => {
    const known =
      installations.get(installationId) ?? new Octokit({ ...common, authStrategy: createAppAuth, auth: { ...auth, installationId } });
    installations.set(installationId, known);
    return known;
  };

  return {
    installUrl: (state) => `${settings.url}/apps/${encodeURIComponent(settings.slug)}/installations/new?state=${encodeURIComponent(state)}`,
    webUrl: (path) => `${settings.url}/${path}`,

    async installationsOf(code) {
      const token = await userToken(settings, inTime, code);
      if (token === null)
        return fail("forbidden", "GitHub does not know who you are there.", {
          next: "Press Connect once more and go through GitHub's pages to the end.",
        });
      const person = new Octokit({ ...common, auth: token });
      return everyPage(async (page) => {
        const { data } = await person.rest.apps.listInstallationsForAuthenticatedUser({ per_page: PAGE, page });
        return data.installations.map(({ id }) => id);
      });
    },

    async installation(id) {
      const found = await attempt(() => orNull(() => app.rest.apps.getInstallation({ installation_id: id })));
      if (!found.ok) return found;
      if (found.value === null) return ok(null);
      const { account, repository_selection, permissions, suspended_at } = found.value.data;
      const { login, type } = Account.parse(account);
      const granted = Object.fromEntries(Object.entries(permissions).map(([name, level]) => [name, String(level)]));
      return ok({
        id,
        account: login,
        accountType: type,
        selection: repository_selection,
        suspended: suspended_at !== null,
        permissions: granted,
      });
    },

    repositories: (installationId) =>
      everyPage(async (page) => {
        const { data } = await as(installationId).rest.apps.listReposAccessibleToInstallation({ per_page: PAGE, page });
        return data.repositories.map(repositoryOf);
      }),

    async repository({ installationId, owner, repo }) {
      const found = await attempt(() => as(installationId).rest.repos.get({ owner, repo }));
      return found.ok ? ok(repositoryOf(found.value.data)) : found;
    },

    async createRepository(installationId, { account, name, private: hidden }) {
      const made = await attempt(() =>
        as(installationId).rest.repos.createInOrg({ org: account, name, private: hidden, auto_init: false }),
      );
      return made.ok ? ok(repositoryOf(made.value.data)) : made;
    },

    at: ({ installationId, owner, repo }) => gitRepository(as(installationId), { owner, repo }, settings.slug),
  };
}

type Listed = { id: number; name: string; owner: { login: string }; private: boolean; default_branch: string };
const repositoryOf = ({ id, name, owner, private: hidden, default_branch }: Listed): GitHubRepository => ({
  id,
  owner: owner.login,
  name,
  private: hidden,
  branch: default_branch,
});

/** What the person's code is exchanged for. It lives for this one question and is kept nowhere. */
async function userToken({ url, clientId, clientSecret }: GitHubSettings, ask: Ask, code: string): Promise<string | null> {
  const exchange = async () => {
    const response = await ask(`${url}/login/oauth/access_token`, {
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/json" },
      body: JSON.stringify({ client_id: clientId, client_secret: clientSecret, code }),
    });
    return response.json();
  };
  const answer = TokenAnswer.safeParse(await exchange().catch(() => null));
  return answer.data?.access_token ?? null;
}

/** GitHub hands out PKCS#1, which WebCrypto does not take. Environments often hold a key's lines as `\n`. */
const toPkcs8 = (pem: string): string => createPrivateKey(pem.replaceAll("\\n", "\n")).export({ type: "pkcs8", format: "pem" }).toString();
