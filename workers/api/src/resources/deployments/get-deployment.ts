/** `GET /api/projects/:project/deployments/:deployment` */
import { Deployment } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const getDeployment = operation({
  method: "get",
  path: "/api/projects/{project}/deployments/{deployment}",
  summary: "A deployment",
  tag: "Publishing",
  permission: "deployment.read",
  on: "project",
  params: DeploymentParams,
  returns: Deployment,
  needs: ["deployments"],
  async handle({ services, project, params }) {
    const found = await findDeployment(services, project.id, params.deployment);
    return found.ok ? ok(deploymentView(found.value)) : found;
  },
});
