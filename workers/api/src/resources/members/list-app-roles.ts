/** `GET /api/projects/:project/app-roles`: the roles of the app, and who has which. */
import { appRolesOf } from "@edgewright/accounts";
import { AppRoleList } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listAppRoles = operation({
  method: "get",
  path: "/api/projects/{project}/app-roles",
  summary: "Roles in a project's app, and who has which",
  tag: "Members",
  permission: "project.roles.read",
  on: "project",
  returns: AppRoleList,
  needs: ["clock", "appRoles", "appAccess"],
  handle: async ({ services, project }) => ok(await appRolesOf(services, project)),
});
