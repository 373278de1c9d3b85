/** `GET /api/projects/:project/automations/runs`: the latest first. What was sent may tell what a table's rules hide, so only those see it who change the rules. */
import { can } from "@edgewright/accounts";
import { AutomationRuns, RunsQuery } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const listAutomationRuns = operation({
  method: "get",
  path: "/api/projects/{project}/automations/runs",
  summary: "Runs of an app's automations",
  tag: "Automations",
  permission: "automation.read",
  on: "project",
  query: RunsQuery,
  returns: AutomationRuns,
  needs: ["data"],
  async handle({ services, caller, project: { id, organizationId }, query: { environment, ...which } }) {
    const contents = can(caller.actor, "automation.update", { organizationId, projectId: id });
    return ok(await services.data(id, environment).automationRuns(which, contents));
  },
});
