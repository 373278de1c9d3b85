/** `POST /api/projects/:project/automations/runs/:run/retry`: one that was given up goes on from the step that failed. */
import { AutomationQuery, AutomationRun } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { actingIn } from "./automation-params.ts";

export const retryAutomationRun = operation({
  method: "post",
  path: "/api/projects/{project}/automations/runs/{run}/retry",
  summary: "Retry a run that was given up",
  tag: "Automations",
  permission: "automation.update",
  on: "project",
  params: z.object({ run: z.string().max(100) }),
  query: AutomationQuery,
  returns: AutomationRun,
  needs: ["data"],
  handle: ({ services, caller, project, params, query: { environment } }) =>
    services.data(project.id, environment).retryRun(actingIn(project, caller), params.run),
});
