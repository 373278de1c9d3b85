/** `POST /api/projects/:project/snapshots/:snapshot/rollback`: the parts that are named, as they were. */
import { RollBack, RolledBack } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { showVersion, rollBack as takeBack } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { findSnapshot, SnapshotParams } from "./find-snapshot.ts";

export const rollBack = operation({
  method: "post",
  path: "/api/projects/{project}/snapshots/{snapshot}/rollback",
  summary: "Roll back to a snapshot, in whole or in part",
  tag: "Snapshots",
  permission: "snapshot.rollback",
  on: "project",
  params: SnapshotParams,
  body: RollBack,
  returns: RolledBack,
  needs: ["clock", "data", "projects", "protect", "snapshots", "store", "syncSoon", "verify", "versions", "workspace"],
  async handle({ services, caller, project, params, body }) {
    const snapshot = await findSnapshot(services, project.id, params.snapshot);
    if (!snapshot.ok) return snapshot;
    const parts = RollBack.shape.parts.element.options.filter((part) => body.parts.includes(part));
    const author = { kind: "person" as const, id: caller.user.id, name: caller.user.name };
    const done = await takeBack(services, project, { snapshot: snapshot.value, parts, author, origin: caller.origin });
    if (!done.ok) return done;
    const { live, undo, says } = done.value;
    if (live) {
      await showVersion(services, project.id, live);
      await services.syncSoon(project.id);
    }
    return ok({ parts, version: live?.version ?? null, undo: undo.id, says });
  },
});
