/** `GET /api/projects/:project/snapshots/:snapshot`: with what rolling back to it would change today. */
import { SnapshotDetail } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { snapshotDifferences } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { findSnapshot, SnapshotParams } from "./find-snapshot.ts";
import { snapshotDetail } from "./snapshot-view.ts";

export const getSnapshot = operation({
  method: "get",
  path: "/api/projects/{project}/snapshots/{snapshot}",
  summary: "A snapshot, and what rolling back to it would change",
  tag: "Snapshots",
  permission: "snapshot.read",
  on: "project",
  params: SnapshotParams,
  returns: SnapshotDetail,
  needs: ["data", "snapshots", "store"],
  async handle({ services, project, params }) {
    const snapshot = await findSnapshot(services, project.id, params.snapshot);
    if (!snapshot.ok) return snapshot;
    const found = await snapshotDifferences(services, project, snapshot.value);
    return found.ok ? ok(snapshotDetail(snapshot.value, found.value)) : found;
  },
});
