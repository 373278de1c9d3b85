/** `POST /api/projects/:project/github/pulls/:number/merge`: where GitHub's own rules of the branch allow it. */
import { MergePull, ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { mergePull, projectGitHub } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const mergeGitHubPull = operation({
  method: "post",
  path: "/api/projects/{project}/github/pulls/{number}/merge",
  summary: "Merge a pull request",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  params: z.object({ number: z.coerce.number().int().positive() }),
  body: MergePull,
  status: 202,
  returns: ProjectGitHub,
  needs: ["audit", "clock", "github", "githubApi", "githubLacks", "send", "versions"],
  async handle({ services, caller, project, params, body: { sha } }) {
    const done = await mergePull(services, project, { number: params.number, sha }, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
