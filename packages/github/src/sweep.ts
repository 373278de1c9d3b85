/** Finds what no webhook told of: each link is looked at every ten minutes at least. Called by the cron of the jobs worker. */
import { log } from "@edgewright/core";
import type { SyncDeps } from "./deps.ts";

const EVERY_MS = 10 * 60_000;
const AT_ONCE = 50;
/** A delivery is known again for so long. */
const KEPT_MS = 30 * 24 * 3600_000;

export async function sweepGitHub({
  github,
  githubApi,
  clock,
  send,
}: Pick<SyncDeps, "github" | "githubApi" | "clock" | "send">): Promise<void> {
  if (!githubApi) return;
  const now = clock.now();
  for (const projectId of await github.takeUnseen(now - EVERY_MS, now, AT_ONCE)) {
    await send({ kind: "sync", projectId });
    await send({ kind: "pulls", projectId });
  }
  for (const branchId of await github.unfinishedBranches(AT_ONCE)) await send({ kind: "branch", branchId });
  await github.forgetDeliveries(now - KEPT_MS);
}

/** Asks for a sync where the project has a repository. It is never what a save fails by: the outbox asks again. */
export async function syncSoon({ github, send }: Pick<SyncDeps, "github" | "send">, projectId: string): Promise<void> {
  try {
    if (await github.link(projectId)) await send({ kind: "sync", projectId });
  } catch (error) {
    log.warn("repository was not told of a version", { projectId, error: String(error) });
  }
}
