/** `GET /api/home`: all that the start page shows first, in one answer, as `get-workspace.ts` has it for the page of a project. */
import { can, joinableBy } from "@edgewright/accounts";
import { HomeStart } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { modelsView } from "@edgewright/models";
import { operation } from "../../http/operation.ts";
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
  needs: ["domains", "modelSources", "pages", "variables"],
  along: "home",
  async handle({ services, caller, organizationId }) {
    const read = caller.along?.home;
    const [home, joinable] = await Promise.all([
      read?.organizationId === organizationId ? read : services.pages.home(organizationId),
      caller.by.kind === "session" ? joinableBy(services, caller.user) : [],
    ]);
    return ok({
      me: meView(caller, services.variables),
      projects: projectsView(home.projects, caller.actor),
      joinable: joinableView(joinable),
      models: can(caller.actor, "models.read", { organizationId }) ? modelsView(services.modelSources.platform, home.models) : null,
    });
  },
});
