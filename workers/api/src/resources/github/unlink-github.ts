/** `DELETE /api/projects/:project/github`: both go their own way from here, and keep what they have. */
import { ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, unlinkProject } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const unlinkGitHub = operation({
  method: "delete",
  path: "/api/projects/{project}/github",
  summary: "Disconnect a project from its repository",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "send", "versions"],
  async handle({ services, caller, project }) {
    const done = await unlinkProject(services, project, caller.origin);
    if (!done.ok) return done;
    await services.send({ kind: "pulls", projectId: project.id });
    return ok(await projectGitHub(services, project));
  },
});
