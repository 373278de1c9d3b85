/** `POST /api/projects/:project/github/resolve`: a person says how it shall be. */
import { ProjectGitHub, ResolveGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, resolveStop } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const resolveGitHub = operation({
  method: "post",
  path: "/api/projects/{project}/github/resolve",
  summary: "Decide between a project and its repository",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  body: ResolveGitHub,
  returns: ProjectGitHub,
  needs: [
    ...(["blobs", "clock", "github", "githubApi", "githubLacks", "host", "projects"] as const),
    ...(["protect", "send", "store", "verify", "versions", "workspace"] as const),
  ],
  async handle({ services, caller, project, body }) {
    const author = { kind: "person" as const, id: caller.user.id, name: caller.user.name };
    const done = await resolveStop(services, project, body, { author, origin: caller.origin });
    if (!done.ok) return done;
    return ok(await projectGitHub(services, { ...project, ...(await services.projects.find(project.id)) }));
  },
});
