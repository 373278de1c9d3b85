/**
 * `GET /api/projects/:project/workspace`: all that the page of a project shows first, in one answer. Asked for one by one,
 * each part would find out anew who asks and whether they may.
 */
import { can } from "@edgewright/accounts";
import { WorkspaceStart } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { WORKSPACE_VERSIONS } from "@edgewright/db";
import { modelsView } from "@edgewright/models";
import { operation } from "../../http/operation.ts";
import { meView } from "../accounts/me-view.ts";
import { eventPage } from "../conversation/event-page.ts";
import { pageOf } from "../versions/version-view.ts";
import { projectView } from "./project-view.ts";

const EVENTS = 1000;

export const getWorkspace = operation({
  method: "get",
  path: "/api/projects/{project}/workspace",
  summary: "What the page of a project shows first",
  tag: "Projects",
  permission: "project.read",
  on: "project",
  returns: WorkspaceStart,
  needs: ["modelSources", "pages", "stream", "variables"],
  along: "workspace",
  async handle({ services, caller, organizationId, project }) {
    const { actor } = caller;
    const [start, events] = await Promise.all([
      caller.along?.workspace ?? services.pages.workspace(project),
      project.sessionId === null ? null : eventPage(services, project.sessionId, { after: 0, limit: EVENTS }),
    ]);
    return ok({
      me: meView(caller, services.variables),
      project: projectView(project, actor),
      versions: pageOf(start.versions, project.currentVersion, WORKSPACE_VERSIONS),
      events,
      models: can(actor, "models.read", { organizationId }) ? modelsView(services.modelSources.platform, start.models) : null,
    });
  },
});
