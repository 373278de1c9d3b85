/** `POST /api/projects/:project/github/branches`: work that does not go live, but to a branch, a new one or one that is there. */
import { deliverOutbox } from "@edgewright/chat";
import { ProjectGitHub, WorkOnBranch } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, workOnBranch } from "@edgewright/github";
import { chooseModel } from "@edgewright/models";
import { operation } from "../../http/operation.ts";

export const workOnGitHubBranch = operation({
  method: "post",
  path: "/api/projects/{project}/github/branches",
  summary: "Ask for work on a branch",
  tag: "GitHub",
  permission: "message.send",
  on: "project",
  body: WorkOnBranch,
  status: 202,
  returns: ProjectGitHub,
  needs: [
    ...(["clock", "github", "githubApi", "githubLacks", "jobs", "messages"] as const),
    ...(["modelSources", "outboxDeps", "sessions", "versions"] as const),
  ],
  async handle({ services, caller, project, body }) {
    const deps = {
      ...services,
      modelFor: () => chooseModel(services, project.organizationId, undefined, project.settings.model),
      deliverNews: (entry: Parameters<typeof deliverOutbox>[1]) => deliverOutbox(services.outboxDeps, entry),
    };
    const work = { ...body, wanted: false, createdBy: caller.user.id, origin: caller.origin };
    const begun = await workOnBranch(deps, project, work);
    return begun.ok ? ok(await projectGitHub(services, project)) : begun;
  },
});
