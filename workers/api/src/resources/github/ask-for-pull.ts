/** `POST /api/projects/:project/github/branches/:branch/pull`: its title and description are written from what was asked and done. */
import { ProjectGitHub } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { askForPull, projectGitHub } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const askForGitHubPull = operation({
  method: "post",
  path: "/api/projects/{project}/github/branches/{branch}/pull",
  summary: "Open a pull request of a branch",
  tag: "GitHub",
  permission: "github.update",
  on: "project",
  params: z.object({ branch: z.string().max(100) }),
  status: 202,
  returns: ProjectGitHub,
  needs: ["clock", "github", "githubApi", "githubLacks", "send", "versions"],
  async handle({ services, caller, project, params }) {
    const done = await askForPull(services, project, params.branch, caller.origin);
    return done.ok ? ok(await projectGitHub(services, project)) : done;
  },
});
