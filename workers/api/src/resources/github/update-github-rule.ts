/** `PATCH /api/projects/:project/github/rules/:rule`: answers with the repository and all of its rules. */
import { ProjectGitHub, UpdateGitHubRule } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, updateRule } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const updateGitHubRule = operation({
  method: "patch",
  path: "/api/projects/{project}/github/rules/{rule}",
  summary: "Change a rule for events on GitHub",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  params: z.object({ rule: z.string().max(100) }),
  body: UpdateGitHubRule,
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "versions"],
  async handle({ services, caller, project, params: { rule }, body }) {
    const done = await updateRule(services, project, rule, body, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
