/** `GET /api/projects/:project/deployments`: newest first. */
import { DeploymentPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { deploymentView } from "./deployment-view.ts";

export const listDeployments = operation({
  method: "get",
  path: "/api/projects/{project}/deployments",
  summary: "Deployments of a project",
  tag: "Publishing",
  permission: "deployment.read",
  on: "project",
  query: PageQuery,
  returns: DeploymentPage,
  needs: ["deployments"],
  async handle({ services, project, query: { limit, cursor } }) {
    const found = await services.deployments.list(project.id, { limit: limit + 1, before: cursor });
    const items = found.slice(0, limit).map(deploymentView);
    return ok({ items, cursor: found.length > limit ? (items.at(-1)?.id ?? null) : null });
  },
});
