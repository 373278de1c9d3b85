/** `PUT /api/projects/:project/roles/:user`: another role on this project alone; null is the organization's again. */
import { setProjectRole as set } from "@edgewright/accounts";
import { ProjectRole, SetProjectRole } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const setProjectRole = operation({
  method: "put",
  path: "/api/projects/{project}/roles/{user}",
  summary: "Give a member another role on a project",
  tag: "Members",
  permission: "project.roles.update",
  on: "project",
  params: z.object({ user: z.string().max(100) }),
  body: SetProjectRole,
  returns: ProjectRole,
  needs: ["clock", "projectRoles"],
  handle: ({ services, caller, organizationId, project, params: { user }, body }) =>
    set(services, { organizationId, projectId: project.id, userId: user }, body.role, caller.origin),
});
