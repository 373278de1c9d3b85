/** `GET /api/projects/:project/roles`: every member, and who has another role here. */
import { ProjectRoleList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listProjectRoles = operation({
  method: "get",
  path: "/api/projects/{project}/roles",
  summary: "Roles of members on a project",
  tag: "Members",
  permission: "project.roles.read",
  on: "project",
  returns: ProjectRoleList,
  needs: ["projectRoles"],
  async handle({ services, organizationId, project }) {
    return ok({ items: await services.projectRoles.list({ organizationId, projectId: project.id }) });
  },
});
