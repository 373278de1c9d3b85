/** `POST /api/projects/:project/deployments/:deployment/rollback`: a new deployment of what that one had built. */
import { Deployment, RollBackDeployment } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { requestRollback } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const rollBackDeployment = operation({
  method: "post",
  path: "/api/projects/{project}/deployments/{deployment}/rollback",
  summary: "Go back to a deployment that was live before",
  tag: "Publishing",
  permission: "deployment.rollback",
  on: "project",
  params: DeploymentParams,
  body: RollBackDeployment,
  status: 202,
  returns: Deployment,
  needs: ["deploying", "deployments"],
  async handle({ services, caller, project, params, body }) {
    const found = await findDeployment(services, project.id, params.deployment);
    if (!found.ok) return found;
    const asked = await requestRollback(services.deploying, project, found.value, { accepts: body.accepts, origin: caller.origin });
    return asked.ok ? ok(deploymentView(asked.value)) : asked;
  },
});
