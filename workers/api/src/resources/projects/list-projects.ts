/** `GET /api/projects`: the active organization's projects, newest work first; with `deleted=true` those that can be restored. */
import type { Actor } from "@edgewright/accounts";
import { ProjectPage } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { ProjectView } from "@edgewright/projects";
import { z } from "zod";
import { operation } from "../../http/operation.ts";
import { PageQuery } from "../../http/page-query.ts";
import { projectView } from "./project-view.ts";

export const listProjects = operation({
  method: "get",
  path: "/api/projects",
  summary: "Projects of the active organization",
  tag: "Projects",
  permission: "project.list",
  on: "home",
  query: PageQuery.extend({ deleted: z.enum(["true", "false"]).default("false") }),
  returns: ProjectPage,
  needs: ["projects"],
  async handle({ services, caller, organizationId, query }) {
    return ok(projectsView(await services.projects.list(organizationId, { ...query, deleted: query.deleted === "true" }), caller.actor));
  },
});

export const projectsView = ({ items, cursor }: { items: ProjectView[]; cursor: string | null }, actor: Actor): ProjectPage => ({
  items: items.map((project) => projectView(project, actor)),
  cursor,
});
