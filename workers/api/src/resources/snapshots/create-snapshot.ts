/** `POST /api/projects/:project/snapshots`: keeps the project as it is, by hand. */
import { takeSnapshot } from "@edgewright/audit";
import { CreateSnapshot, Snapshot } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { snapshotView } from "./snapshot-view.ts";

export const createSnapshot = operation({
  method: "post",
  path: "/api/projects/{project}/snapshots",
  summary: "Take a snapshot",
  tag: "Snapshots",
  permission: "snapshot.create",
  on: "project",
  body: CreateSnapshot,
  status: 201,
  returns: Snapshot,
  needs: ["clock", "data", "snapshots"],
  async handle({ services, caller, project, body }) {
    const taken = await takeSnapshot(services, project, "by_hand", caller.origin, body.note || null);
    return taken.ok ? ok(snapshotView(taken.value)) : taken;
  },
});
