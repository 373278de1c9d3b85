/** `POST /api/projects/:project/github/sync`: looks now instead of when GitHub next tells of something. */
import { ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const syncGitHub = operation({
  method: "post",
  path: "/api/projects/{project}/github/sync",
  summary: "Sync a project with its repository now",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  status: 202,
  returns: ProjectGitHub,
  needs: ["github", "githubApi", "githubLacks", "send", "syncSoon", "versions"],
  async handle({ services, project }) {
    await services.syncSoon(project.id);
    await services.send({ kind: "pulls", projectId: project.id });
    return ok(await projectGitHub(services, project));
  },
});
