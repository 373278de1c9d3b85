/**
 * The end of organizations whose grace is over. Called by the sweep, which comes
 * every minute: it goes on where the one before stopped, project by project, and
 * what it did may be done again.
 */
import { type Clock, log } from "@edgewright/core";
import { GRACE_MS } from "./lifecycle.ts";

export interface PurgeRecords {
  /** Organizations deleted at that time or before. */
  due(deletedBefore: number, limit: number): Promise<string[]>;
  projects(organizationId: string, limit: number): Promise<string[]>;
  sessions(projectId: string): Promise<string[]>;
  /** The contents of the project's files that no file of another project has, in groups. */
  ownBlobs(projectId: string): AsyncIterable<string[]>;
  removeProject(projectId: string): Promise<void>;
  /** Lines of the log, at most so many. False when none is left. */
  removeLines(organizationId: string, limit: number): Promise<boolean>;
  remove(organizationId: string, deletedBefore: number): Promise<void>;
}

export type PurgeDeps = {
  purges: PurgeRecords;
  clock: Clock;
  /** What the project's objects keep: its rows, its drafts, its conversations' events. */
  eraseObjects(project: { id: string; sessions: string[] }): Promise<void>;
  /** Removes a content, unless it was put there at that time or later: somebody else may be about to refer to it. */
  removeBlob(sha256: string, putBefore: number): Promise<void>;
};

const PROJECTS_A_SWEEP = 10;
const LINES_AT_ONCE = 5_000;
const DAY_MS = 24 * 3600 * 1000;

/** Says how many organizations are gone for good. */
export async function purgeOrganizations(deps: PurgeDeps): Promise<number> {
  const { purges, clock } = deps;
  const deletedBefore = clock.now() - GRACE_MS;
  let left = PROJECTS_A_SWEEP;
  let gone = 0;
  for (const id of await purges.due(deletedBefore, PROJECTS_A_SWEEP)) {
    const projects = await purges.projects(id, left);
    for (const project of projects) await purgeProject(deps, project);
    left -= projects.length;
    if (left <= 0) break;
    if (await purges.removeLines(id, LINES_AT_ONCE)) continue;
    await purges.remove(id, deletedBefore);
    log.info("organization purged", { organizationId: id });
    gone++;
  }
  return gone;
}

/** The rows last, since they say what else there is. */
async function purgeProject({ purges, clock, eraseObjects, removeBlob }: PurgeDeps, id: string): Promise<void> {
  await eraseObjects({ id, sessions: await purges.sessions(id) });
  for await (const group of purges.ownBlobs(id)) for (const sha256 of group) await removeBlob(sha256, clock.now() - DAY_MS);
  await purges.removeProject(id);
}
