/** `POST /api/projects/:project/github`: a new repository, or one that is there. What both have is brought together by the queue. */
import { LinkGitHub, ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { linkProject, projectGitHub } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const linkGitHub = operation({
  method: "post",
  path: "/api/projects/{project}/github",
  summary: "Create or link a repository",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  body: LinkGitHub,
  status: 201,
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "send", "syncSoon", "versions"],
  async handle({ services, caller, project, body }) {
    const linked = await linkProject(services, project, body, caller.origin);
    if (!linked.ok) return linked;
    await services.syncSoon(project.id);
    await services.send({ kind: "pulls", projectId: project.id });
    return ok(await projectGitHub(services, project));
  },
});
