/** `POST /api/projects/:project/versions`: a person's edits. A conflict is an answer like any other: nothing was saved, and both sides are shown. */
import { type Outcome, SavedVersion, SaveVersion } from "@edgewright/contracts";
import { fromBase64, ok } from "@edgewright/core";
import { type EditedFile, publishCurrent, saveEdit } from "@edgewright/projects";
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
  needs: ["clock", "projects", "protect", "store", "syncSoon", "verify", "versions", "workspace"],
  async handle({ services, caller, project, body }) {
    const author = { kind: "person" as const, id: caller.user.id, name: caller.user.name };
    const changes = changesOf(body);
    if (!changes.ok) return changes;
    const saved = await saveEdit(services, project, { ...body, changes: changes.value, author, origin: caller.origin });
    if (!saved.ok) return saved;
    await publishCurrent(services, project.id, saved.value);
    await services.syncSoon(project.id);
    return ok(savedView(saved.value, project));
  },
});

function changesOf({ changes }: SaveVersion): Outcome<EditedFile[]> {
  const edited: EditedFile[] = [];
  for (const change of changes) {
    if ("text" in change) {
      edited.push(change);
      continue;
    }
    const bytes = fromBase64(change.base64);
    if (!bytes.ok) return bytes;
    edited.push({ path: change.path, bytes: bytes.value });
  }
  return ok(edited);
}
