/**
 * An organization's connection to an account on GitHub. The number of an installation can be made up by anybody who comes back from
 * there, so it counts only for a person who, by GitHub's word, manages it; what they come back with is theirs, and used once.
 */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { GitHubInstallation, Outcome } from "@edgewright/contracts";
import { type Clock, fail, ok, sha256Hex } from "@edgewright/core";
import type { GitHubApi, GitHubRecords, InstallationRecord } from "./ports.ts";

const STATE_MS = 30 * 60_000;
const STATE_BYTES = 32;
/** What the App is made with: see docs/github.md. */
const NEEDED: Record<string, string> = {
  contents: "write",
  metadata: "read",
  issues: "write",
  pull_requests: "write",
  checks: "write",
};

export type ConnectDeps = { github: GitHubRecords; githubApi: GitHubApi | null; clock: Clock };
type By = { organizationId: string; userId: string; origin: Origin };

export const notConfigured = () =>
  fail("unavailable", "This platform is not connected to GitHub.", {
    next: "Whoever runs it makes a GitHub App for it and sets the variables that docs/github.md names.",
  });

export async function beginConnect({ github, githubApi, clock }: ConnectDeps, { organizationId, userId }: By): Promise<Outcome<string>> {
  if (!githubApi) return notConfigured();
  const secret = Array.from(crypto.getRandomValues(new Uint8Array(STATE_BYTES)), (byte) => byte.toString(16).padStart(2, "0")).join("");
  // GitHub brings it back as it is; the page that receives it learns from it which organization is meant.
  const state = `${organizationId}.${secret}`;
  await github.beginConnect({ stateHash: await sha256Hex(state), organizationId, userId, expiresAt: clock.now() + STATE_MS });
  return ok(githubApi.installUrl(state));
}

export async function finishConnect(
  { github, githubApi, clock }: ConnectDeps,
  { organizationId, userId, origin }: By,
  brought: { state: string; code: string; installationId: number },
): Promise<Outcome<void>> {
  if (!githubApi) return notConfigured();
  const again = { next: "Press Connect in the organization's settings and go through GitHub's pages in this browser." };
  if (!(await github.endConnect({ stateHash: await sha256Hex(brought.state), organizationId, userId, now: clock.now() })))
    return fail("forbidden", "This way back from GitHub is not yours, was used before, or is too old.", again);
  const managed = await githubApi.installationsOf(brought.code);
  if (!managed.ok) return managed;
  if (!managed.value.includes(brought.installationId))
    return fail("forbidden", "You do not manage this installation on GitHub.", {
      next: "Ask an owner of that account on GitHub to connect it.",
    });
  const found = await githubApi.installation(brought.installationId);
  if (!found.ok) return found;
  if (!found.value) return fail("not_found", "GitHub knows no such installation any more.", again);
  const { id, account, accountType, selection, permissions, suspended } = found.value;
  const installation: InstallationRecord = {
    ...{ organizationId, installationId: id, account, accountType, selection, permissions },
    status: suspended ? "suspended" : "active",
    connectedBy: userId,
    createdAt: clock.now(),
  };
  await github.connect(installation, lineOf(clock, origin, installation, "github.connected"));
  return ok(undefined);
}

/** The links of the organization's projects stay, and say that they have stopped. */
export async function disconnect(
  { github, clock }: Pick<ConnectDeps, "github" | "clock">,
  { organizationId, origin }: Pick<By, "organizationId" | "origin">,
  installationId: number,
): Promise<Outcome<void>> {
  const installation = (await github.installationsOf(organizationId)).find((one) => one.installationId === installationId);
  const gone = fail("not_found", "This organization is not connected to that account.", { next: "Look at the list." });
  if (!installation) return gone;
  const audit = lineOf(clock, origin, installation, "github.disconnected");
  return (await github.disconnect(organizationId, installationId, audit)) ? ok(undefined) : gone;
}

const lineOf = (
  clock: Clock,
  origin: Origin,
  { organizationId, installationId, account }: InstallationRecord,
  action: "github.connected" | "github.disconnected",
) => auditEntry(clock, origin, { scope: organizationId, projectId: null, action, subject: String(installationId), detail: { account } });

export const installationView = (installation: InstallationRecord, webUrl: (path: string) => string): GitHubInstallation => {
  const { installationId: id, account, accountType, status, selection, permissions } = installation;
  const lacks = Object.entries(NEEDED).flatMap(([name, level]) =>
    permissions[name] === level || permissions[name] === "write" ? [] : [`${name}: ${level}`],
  );
  const path = accountType === "Organization" ? `organizations/${account}/settings/installations/${id}` : `settings/installations/${id}`;
  return { id, account, accountType, status, selection, lacks, settingsUrl: webUrl(path) };
};
