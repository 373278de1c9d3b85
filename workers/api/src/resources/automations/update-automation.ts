/** `PATCH /api/projects/:project/automations/:automation`: switches it on or off, at once, where it is said. */
import { AutomationList, AutomationQuery, UpdateAutomation } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { AutomationParams, actingIn } from "./automation-params.ts";

export const updateAutomation = operation({
  method: "patch",
  path: "/api/projects/{project}/automations/{automation}",
  summary: "Switch an automation on or off",
  tag: "Automations",
  permission: "automation.update",
  on: "project",
  params: AutomationParams,
  query: AutomationQuery,
  body: UpdateAutomation,
  returns: AutomationList,
  needs: ["data"],
  handle: ({ services, caller, project, params, query: { environment }, body }) =>
    services.data(project.id, environment).switchAutomation(actingIn(project, caller), params.automation, body.off),
});
