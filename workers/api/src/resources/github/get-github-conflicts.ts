/** `GET /api/projects/:project/github/conflicts`: where here and on GitHub the same places were changed, file by file. */
import { GitHubConflicts } from "@edgewright/contracts";
import { conflictsOf } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const getGitHubConflicts = operation({
  method: "get",
  path: "/api/projects/{project}/github/conflicts",
  summary: "What cannot be merged between a project and its repository",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  returns: GitHubConflicts,
  needs: ["blobs", "clock", "github", "githubApi", "host", "projects", "protect", "send", "store", "verify", "versions", "workspace"],
  handle: ({ services, project }) => conflictsOf(services, project),
});
