/** `PUT /api/projects/:project/publication`: who may open the published app. */
import { followAccessChanges } from "@edgewright/accounts";
import { UpdatePublication } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { setVisibility } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";

export const updatePublication = operation({
  method: "put",
  path: "/api/projects/{project}/publication",
  summary: "Say who may open the published app",
  tag: "Publishing",
  permission: "publication.update",
  on: "project",
  body: UpdatePublication,
  returns: UpdatePublication,
  needs: ["access", "clock", "live", "publications"],
  async handle({ services, caller, project, body }) {
    await setVisibility(services, project, body.visibility, caller.origin);
    await followAccessChanges(services);
    return ok(body);
  },
});
