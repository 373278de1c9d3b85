/** `PUT /api/projects/:project/app-roles/:kind/:id`: the roles that a member has in the app, or that somebody who is invited will have. */
import { setAppRoles as set } from "@edgewright/accounts";
import { AppRoleHolder, AppRoleList, SetAppRoles } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const setAppRoles = operation({
  method: "put",
  path: "/api/projects/{project}/app-roles/{kind}/{id}",
  summary: "Give somebody roles in a project's app",
  tag: "Members",
  permission: "app.roles.update",
  on: "project",
  params: z.object({ kind: AppRoleHolder.shape.kind, id: z.string().max(100) }),
  body: SetAppRoles,
  returns: AppRoleList,
  needs: ["clock", "appRoles", "appAccess"],
  handle: ({ services, caller, project, params: holder, body: { roles } }) =>
    set(services, project, { holder, roles, origin: caller.origin }),
});
