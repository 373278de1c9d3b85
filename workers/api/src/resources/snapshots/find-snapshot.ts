/** The snapshot that a path names. */
import type { SnapshotRecord, SnapshotRecords } from "@edgewright/audit";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";

export const SnapshotParams = z.object({ snapshot: z.string().min(1).max(100).describe("A snapshot's id") });

export async function findSnapshot(
  { snapshots }: { snapshots: Pick<SnapshotRecords, "get"> },
  projectId: string,
  id: string,
): Promise<Outcome<SnapshotRecord>> {
  const snapshot = await snapshots.get(projectId, id);
  if (snapshot) return ok(snapshot);
  return fail("not_found", "There is no such snapshot of this project.", {
    next: "Choose one from its history. The oldest that were made automatically are not kept.",
  });
}
