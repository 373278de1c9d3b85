/** `PATCH /api/projects/:project/github`: whether a merged pull request is published, for one who may publish. */
import { ProjectGitHub, UpdateGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, setPublishMerged } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const updateGitHub = operation({
  method: "patch",
  path: "/api/projects/{project}/github",
  summary: "Change what follows from a merged pull request",
  tag: "GitHub",
  permission: "deployment.create",
  on: "project",
  body: UpdateGitHub,
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "versions"],
  async handle({ services, caller, project, body }) {
    const done = await setPublishMerged(services, project, body.publishMerged, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
