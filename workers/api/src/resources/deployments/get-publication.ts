/** `GET /api/projects/:project/publication`: where the app lives, and what publishing the current version would change. */
import { Publication } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { changesSince } from "@edgewright/deployments";
import { operation } from "../../http/operation.ts";
import { deploymentView } from "./deployment-view.ts";

export const getPublication = operation({
  method: "get",
  path: "/api/projects/{project}/publication",
  summary: "What is published, and what publishing would change",
  tag: "Publishing",
  permission: "deployment.read",
  on: "project",
  returns: Publication,
  needs: ["appVariables", "builds", "deploying", "deployments", "publications", "sealKey", "store"],
  async handle({ services, project }) {
    const { live, visibility } = await services.publications.get(project.id);
    const [now, open] = await Promise.all([live && services.deployments.get(live.deploymentId), services.deployments.open(project.id)]);
    const next = await changesSince({ ...services, tables: services.deploying.tables }, project, live);
    if (!next.ok) return next;
    return ok({
      url: services.deploying.urlOf("edge", project.slug),
      visibility,
      live: now && deploymentView(now),
      open: open && deploymentView(open),
      next: next.value,
    });
  },
});
