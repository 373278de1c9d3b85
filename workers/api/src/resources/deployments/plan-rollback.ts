/** `GET /api/projects/:project/deployments/:deployment/plan`: what going back to it would do to the published app's rows. */
import { DataPlan } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const planRollback = operation({
  method: "get",
  path: "/api/projects/{project}/deployments/{deployment}/plan",
  summary: "What going back to a deployment would do to the rows",
  tag: "Publishing",
  permission: "deployment.read",
  on: "project",
  params: DeploymentParams,
  returns: DataPlan,
  needs: ["deploying", "deployments"],
  async handle({ services, project, params }) {
    const found = await findDeployment(services, project.id, params.deployment);
    return found.ok ? services.deploying.tables.plan(project.id, found.value.version) : found;
  },
});
