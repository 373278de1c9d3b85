/** `GET /api/projects/:project` */
import { Project } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";
import { projectView } from "./project-view.ts";

export const getProject = operation({
  method: "get",
  path: "/api/projects/{project}",
  summary: "One project",
  tag: "Projects",
  permission: "project.read",
  on: "project",
  returns: Project,
  handle: async ({ caller, project }) => ok(projectView(project, caller.actor)),
});
