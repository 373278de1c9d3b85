/** `DELETE /api/orgs/:org/github/installations/:installation`: the App stays where it is on GitHub. */
import { GitHubConnection } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { connectionView, disconnect } from "@edgewright/github";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const disconnectGitHub = operation({
  method: "delete",
  path: "/api/orgs/{org}/github/installations/{installation}",
  summary: "Disconnect an account on GitHub",
  tag: "GitHub",
  permission: "github.connect",
  on: "organization",
  params: z.object({ installation: z.coerce.number().int() }),
  returns: GitHubConnection,
  needs: ["clock", "github", "githubApi", "githubLacks"],
  async handle({ services, caller, organizationId, params: { installation } }) {
    const done = await disconnect(services, { organizationId, origin: caller.origin }, installation);
    return done.ok ? ok(await connectionView(services, organizationId)) : done;
  },
});
