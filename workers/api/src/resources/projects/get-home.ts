/** `GET /api/home`: all that the start page shows first, in one answer, as `get-workspace.ts` has it for the page of a project. */
import { can, joinableBy } from "@edgewright/accounts";
import { HomeStart } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { loadModels } from "@edgewright/models";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { meView } from "../accounts/me-view.ts";
import { joinableView } from "../domains/list-joinable.ts";
import { projectsView } from "./list-projects.ts";

export const getHome = operation({
  method: "get",
  path: "/api/home",
  summary: "What the start page shows first",
  tag: "Projects",
  permission: "project.list",
  on: "home",
  returns: HomeStart,
  needs: ["domains", "modelSources", "projects", "variables"],
  async handle({ services, caller, organizationId }) {
    const [projects, joinable, models] = await Promise.all([
      services.projects.list(organizationId, { ...PageQuery.parse({}), deleted: false }),
      caller.by.kind === "session" ? joinableBy(services, caller.user) : [],
      can(caller.actor, "models.read", { organizationId }) ? loadModels(services, organizationId) : null,
    ]);
    return ok({
      me: meView(caller, services.variables),
      projects: projectsView(projects, caller.actor),
      joinable: joinableView(joinable),
      models,
    });
  },
});
