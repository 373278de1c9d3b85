/** `DELETE /api/projects/:project/deployments/:deployment`: nobody can go back to it any more. */
import { Deployment } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { removeDeployment as remove } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const removeDeployment = operation({
  method: "delete",
  path: "/api/projects/{project}/deployments/{deployment}",
  summary: "Remove a deployment that is not live",
  tag: "Publishing",
  permission: "deployment.remove",
  on: "project",
  params: DeploymentParams,
  returns: Deployment,
  needs: ["clock", "deployments"],
  async handle({ services, caller, project, params }) {
    const found = await findDeployment(services, project.id, params.deployment);
    if (!found.ok) return found;
    const done = await remove(services, project, found.value, caller.origin);
    return done.ok ? ok(deploymentView({ ...found.value, status: "removed" })) : done;
  },
});
