/** `GET /api/projects/:project/github`: the project's repository, how far both are, what was pushed and pulled, and the rules. */
import { ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const getProjectGitHub = operation({
  method: "get",
  path: "/api/projects/{project}/github",
  summary: "A project's repository on GitHub",
  tag: "GitHub",
  permission: "github.read",
  on: "project",
  returns: ProjectGitHub,
  needs: ["github", "githubApi", "githubLacks", "versions"],
  handle: async ({ services, project }) => ok(await projectGitHub(services, project)),
});
