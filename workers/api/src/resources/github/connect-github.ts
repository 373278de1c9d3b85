/** `POST /api/orgs/:org/github/installations`: the person came back from GitHub. */
import { ConnectGitHub, GitHubConnection } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { connectionView, finishConnect } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const connectGitHub = operation({
  method: "post",
  path: "/api/orgs/{org}/github/installations",
  summary: "Connect an account on GitHub",
  tag: "GitHub",
  permission: "github.connect",
  on: "organization",
  body: ConnectGitHub,
  status: 201,
  returns: GitHubConnection,
  needs: ["clock", "github", "githubApi", "githubLacks"],
  async handle({ services, caller, organizationId, body }) {
    const done = await finishConnect(services, { organizationId, userId: caller.user.id, origin: caller.origin }, body);
    return done.ok ? ok(await connectionView(services, organizationId)) : done;
  },
});
