/** `POST /api/projects/:project/versions/:n/restore`: an older version again, as a new one. */
import { RestoreVersion, SavedVersion } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { publishCurrent, restoreVersion as restore } from "@edgewright/projects";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { VersionNumber } from "./version-number.ts";
import { savedView } from "./version-view.ts";

export const restoreVersion = operation({
  method: "post",
  path: "/api/projects/{project}/versions/{number}/restore",
  summary: "Restore an older version",
  tag: "Versions",
  permission: "version.restore",
  on: "project",
  params: z.object({ number: VersionNumber }),
  body: RestoreVersion,
  returns: SavedVersion,
  needs: ["clock", "projects", "protect", "store", "syncSoon", "verify", "versions", "workspace"],
  async handle({ services, caller, project, params: { number }, body: { accepts } }) {
    const author = { kind: "person" as const, id: caller.user.id, name: caller.user.name };
    const saved = await restore(services, project, { number, accepts, author, origin: caller.origin });
    if (!saved.ok) return saved;
    await publishCurrent(services, project.id, saved.value);
    await services.syncSoon(project.id);
    return ok(savedView(saved.value, project));
  },
});
