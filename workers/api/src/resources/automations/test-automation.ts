/** `POST /api/projects/:project/automations/:automation/test`: in the preview, as if a row had just set it off. */
import { AutomationRun, TestAutomation, WORKING_ENVIRONMENT } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { AutomationParams, actingIn } from "./automation-params.ts";

export const testAutomation = operation({
  method: "post",
  path: "/api/projects/{project}/automations/{automation}/test",
  summary: "Try an automation in the preview",
  tag: "Automations",
  permission: "automation.update",
  on: "project",
  params: AutomationParams,
  body: TestAutomation,
  returns: AutomationRun,
  needs: ["data"],
  handle: ({ services, caller, project, params, body: { row } }) =>
    services.data(project.id, WORKING_ENVIRONMENT).testAutomation(actingIn(project, caller), params.automation, row),
});
