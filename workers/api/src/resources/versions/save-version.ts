/** `POST /api/projects/:project/versions`: a person's edits. A conflict is an answer like any other: nothing was saved, and both sides are shown. */
import { SavedVersion, SaveVersion } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { publishCurrent, saveEdit } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";
import { savedView } from "./version-view.ts";

export const saveVersion = operation({
  method: "post",
  path: "/api/projects/{project}/versions",
  summary: "Save edits as a new version",
  tag: "Versions",
  permission: "version.save",
  on: "project",
  body: SaveVersion,
  returns: SavedVersion,
  needs: ["clock", "projects", "protect", "store", "verify", "versions", "workspace"],
  async handle({ services, caller, project, body }) {
    const author = { kind: "person" as const, id: caller.user.id, name: caller.user.name };
    const saved = await saveEdit(services, project, { ...body, author, origin: caller.origin });
    if (!saved.ok) return saved;
    await publishCurrent(services, project.id, saved.value);
    return ok(savedView(saved.value, project));
  },
});
