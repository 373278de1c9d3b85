/** `GET /api/projects/:project/hosts`: outside hosts the app asks for, and those confirmed. */
import { ProjectHosts } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectHosts } from "@edgewright/projects";
import { operation } from "../../http/operation.ts";

export const getProjectHosts = operation({
  method: "get",
  path: "/api/projects/{project}/hosts",
  summary: "Outside hosts of an app: asked for and confirmed",
  tag: "Projects",
  permission: "project.read",
  on: "project",
  returns: ProjectHosts,
  needs: ["store"],
  handle: async ({ services, project }) => ok(await projectHosts(services, project, project.confirmedHosts)),
});
