/** Brings a project and its repository to the same state: what is there comes first, then what is here goes. Called by the queue's consumer. */
import type { Failure, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { usableProject } from "@edgewright/projects";
import { Held, type SyncDeps } from "./deps.ts";
import type { Lease } from "./ports.ts";
import { type Pulled, pull } from "./pull.ts";
import { push } from "./push.ts";
import { connectionStop } from "./view.ts";

export const LEASE_MS = 5 * 60_000;
/** How often somebody else may push between our look and our own push. */
const ROUNDS = 3;

export type Taken = Extract<Pulled, { state: "taken" }>;
/** What was taken from GitHub on the way; `failure` is to be tried again. */
export type Synced = { taken: Taken[]; failure: Failure | null };

export async function syncProject(deps: SyncDeps, projectId: string): Promise<Synced> {
  const nothing = { taken: [], failure: null };
  const { githubApi, github, clock } = deps;
  if (!githubApi) return nothing;
  const now = clock.now();
  const lease = await github.lease(projectId, crypto.randomUUID(), now, now + LEASE_MS);
  if (!lease) return nothing;
  const held = new Held(deps, lease, githubApi.at(lease.link));
  const taken: Taken[] = [];
  try {
    const done = (await isConnected(deps, held)) ? await bothWays(deps, held, taken) : ok(undefined);
    return { taken, failure: done.ok ? null : await notePause(held, done.error) };
  } finally {
    await release(deps, lease);
  }
}

/** Nothing moves for an organization that is not connected any more, whatever the App itself may still do. */
async function isConnected({ projects, github }: SyncDeps, { link }: Held): Promise<boolean> {
  const project = usableProject(await projects.find(link.projectId));
  return project.ok && connectionStop(link, await github.installationsOf(project.value.organizationId)) === null;
}

async function release(deps: SyncDeps, { link: { projectId }, token, asked }: Lease): Promise<void> {
  if (await deps.github.release({ projectId, token, asked })) await deps.send({ kind: "sync", projectId });
}

/** A failure that is not to be tried again waits for somebody. */
async function notePause(held: Held, failure: Failure): Promise<Failure | null> {
  const kind = failure.retry ? "unreachable" : "refused";
  await held.advance({ stopped: { kind, failure, sha: null, current: null, draft: null } });
  return failure.retry ? failure : null;
}

async function bothWays(deps: SyncDeps, held: Held, taken: Taken[]): Promise<Outcome<void>> {
  for (let round = 0; round < ROUNDS; round++) {
    const head = await held.git.head(held.link.branch);
    if (!head.ok) return head;
    if (head.value === null && held.link.headSha !== null) return branchGone(held);
    if (head.value !== null) {
      const project = usableProject(await deps.projects.find(held.link.projectId));
      if (!project.ok) return ok(undefined);
      const pulled = await pull(deps, held, project.value, head.value);
      if (!pulled.ok) return pulled;
      if (pulled.value.state === "stopped") return ok(await held.advance({ stopped: pulled.value.stop }));
      if (pulled.value.state === "taken") taken.push(pulled.value);
    }
    const project = usableProject(await deps.projects.find(held.link.projectId));
    if (!project.ok) return ok(undefined);
    const pushed = await push(deps, held, project.value);
    if (!pushed.ok) return pushed;
    if (pushed.value === "more") await deps.send({ kind: "sync", projectId: held.link.projectId });
    if (pushed.value !== "moved_on") return ok(await held.advance({ stopped: null, syncedAt: deps.clock.now() }));
  }
  return { ok: false, error: { code: "conflict", message: "The branch moves on faster than it can be followed.", retry: true } };
}

const branchGone = ({ link: { branch } }: Held): Outcome<never> => ({
  ok: false,
  error: {
    code: "gone",
    message: `The branch ${branch} is no longer on GitHub.`,
    next: "Restore it there and press Sync now, or disconnect and link another one.",
  },
});
