/** `POST /api/projects/:project/deployments`: publishes a version. The answer does not wait for the end. */
import { CreateDeployment, Deployment } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { requestDeployment } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";

export const createDeployment = operation({
  method: "post",
  path: "/api/projects/{project}/deployments",
  summary: "Publish a version",
  tag: "Publishing",
  permission: "deployment.create",
  on: "project",
  body: CreateDeployment,
  status: 202,
  returns: Deployment,
  needs: ["deploying"],
  async handle({ services, caller, project, body: { version = project.currentVersion, accepts } }) {
    if (version === null) return fail("conflict", "This project has no version to publish yet.", { next: "Describe the app first." });
    const asked = await requestDeployment(services.deploying, project, { version, accepts, origin: caller.origin });
    return asked.ok ? ok(deploymentView(asked.value)) : asked;
  },
});
