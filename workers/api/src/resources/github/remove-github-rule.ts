/** `DELETE /api/projects/:project/github/rules/:rule`: answers with the repository and all of its rules. */
import { ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { projectGitHub, removeRule } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const removeGitHubRule = operation({
  method: "delete",
  path: "/api/projects/{project}/github/rules/{rule}",
  summary: "Remove a rule for events on GitHub",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  params: z.object({ rule: z.string().max(100) }),
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "versions"],
  async handle({ services, caller, project, params: { rule } }) {
    const done = await removeRule(services, project, rule, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
