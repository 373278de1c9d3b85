/** `POST /api/projects/:project/deployments/:deployment/cancel`: it stops at its next step. */
import { Deployment } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { cancelDeployment as cancel } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const cancelDeployment = operation({
  method: "post",
  path: "/api/projects/{project}/deployments/{deployment}/cancel",
  summary: "Cancel a deployment that is under way",
  tag: "Publishing",
  permission: "deployment.cancel",
  on: "project",
  params: DeploymentParams,
  returns: Deployment,
  needs: ["clock", "deployments"],
  async handle({ services, caller, project, params }) {
    const found = await findDeployment(services, project.id, params.deployment);
    if (!found.ok) return found;
    const done = await cancel(services, project, found.value, caller.origin);
    return done.ok ? ok(deploymentView({ ...found.value, stopping: true })) : done;
  },
});
