/** `POST /api/projects/:project/github/rules`: answers with the repository and all of its rules. */
import { CreateGitHubRule, ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { createRule, projectGitHub } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const createGitHubRule = operation({
  method: "post",
  path: "/api/projects/{project}/github/rules",
  summary: "Make a rule for events on GitHub",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  body: CreateGitHubRule,
  status: 201,
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "versions"],
  async handle({ services, caller, project, body }) {
    const done = await createRule(services, project, body, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
