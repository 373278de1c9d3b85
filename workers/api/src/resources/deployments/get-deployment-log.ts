/** `GET /api/projects/:project/deployments/:deployment/log`: what was done for it, in its order. */
import { DeploymentLog } from "@edgewright/contracts";
import { iso, ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { DeploymentParams, findDeployment } from "./find-deployment.ts";

export const getDeploymentLog = operation({
  method: "get",
  path: "/api/projects/{project}/deployments/{deployment}/log",
  summary: "The log of a deployment",
  tag: "Publishing",
  permission: "deployment.read",
  on: "project",
  params: DeploymentParams,
  returns: DeploymentLog,
  needs: ["deployments"],
  async handle({ services, project, params }) {
    const found = await findDeployment(services, project.id, params.deployment);
    if (!found.ok) return found;
    const lines = await services.deployments.log(found.value.id);
    return ok({ items: lines.map(({ at, says }) => ({ at: iso(at), says })) });
  },
});
