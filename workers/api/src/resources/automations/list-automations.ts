/** `GET /api/projects/:project/automations`: what the app does by itself, in the preview or as it is published. */
import { AutomationList, AutomationQuery } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listAutomations = operation({
  method: "get",
  path: "/api/projects/{project}/automations",
  summary: "Automations of an app",
  tag: "Automations",
  permission: "automation.read",
  on: "project",
  query: AutomationQuery,
  returns: AutomationList,
  needs: ["data"],
  handle: async ({ services, project, query: { environment } }) => ok(await services.data(project.id, environment).automations()),
});
