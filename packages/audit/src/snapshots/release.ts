/** Has apps' rows forget the bookmarks of snapshots that are not kept any more. Run once an hour. */
import { type Environment, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { type Clock, log } from "@edgewright/core";
import type { SnapshotRecords } from "./record.ts";

export type BookmarkDeps = {
  snapshots: SnapshotRecords;
  clock: Clock;
  data(projectId: string, environment: Environment): { release(keep: string[]): Promise<number> };
};

/** Projects whose newest snapshot is younger than this are looked at. Later nothing is left to release: newer snapshots end older ones, and bookmarks are left alone for an hour only. */
const LOOK_BACK_MS = 4 * 3600 * 1000;

export async function releaseBookmarks({ snapshots, clock, data }: BookmarkDeps): Promise<void> {
  for (const projectId of await snapshots.projectsSince(clock.now() - LOOK_BACK_MS)) {
    try {
      await data(projectId, WORKING_ENVIRONMENT).release(await snapshots.bookmarks(projectId));
    } catch (error) {
      // The next hour tries again.
      log.warn("an app's bookmarks were not released", { projectId, error: String(error) });
    }
  }
}
