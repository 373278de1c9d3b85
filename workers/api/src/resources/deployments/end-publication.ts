/** `DELETE /api/projects/:project/publication`: nobody finds the app any more. Its rows and deployments stay. */
import { followAccessChanges } from "@edgewright/accounts";
import { ok } from "@edgewright/core";
import { endPublication as end } from "@edgewright/deployments";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const endPublication = operation({
  method: "delete",
  path: "/api/projects/{project}/publication",
  summary: "Unpublish the app",
  tag: "Publishing",
  permission: "publication.update",
  on: "project",
  returns: z.object({}),
  needs: ["access", "clock", "live", "publications"],
  async handle({ services, caller, project }) {
    const ended = await end(services, project, caller.origin);
    if (!ended.ok) return ended;
    await followAccessChanges(services);
    return ok({});
  },
});
