/** A snapshot as the API shows it. */
import type { SnapshotRecord } from "@edgewright/audit";
import type { Snapshot, SnapshotDetail } from "@edgewright/contracts";
import { iso } from "@edgewright/core";
import { checkRestorable, type Differences, restoreConsequences } from "@edgewright/projects";

export const snapshotView = (snapshot: SnapshotRecord): Snapshot => ({
  id: snapshot.id,
  at: iso(snapshot.at),
  reason: snapshot.reason,
  note: snapshot.note,
  by: snapshot.actorName,
  version: snapshot.version,
  name: snapshot.name,
  tables: snapshot.dataSchema?.tables.length ?? 0,
  deployments: snapshot.deployments,
  parts: { code: snapshot.version !== null, data: snapshot.dataBookmark !== null, settings: true },
});

export function snapshotDetail(snapshot: SnapshotRecord, found: Differences): SnapshotDetail {
  const alone = (part: "code" | "data") => {
    const effect = restoreConsequences(found, [part]);
    const can = checkRestorable(found, [part]);
    return effect && { says: effect.says, refused: can.ok ? null : can.error.message };
  };
  return {
    ...snapshotView(snapshot),
    changes: { code: found.code, data: found.data?.tables ?? null, settings: found.settings },
    alone: { code: alone("code"), data: alone("data") },
  };
}
