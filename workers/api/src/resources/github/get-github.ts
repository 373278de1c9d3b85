/** `GET /api/orgs/:org/github`: which accounts on GitHub the organization is connected to. */
import { GitHubConnection } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { connectionView } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const getGitHub = operation({
  method: "get",
  path: "/api/orgs/{org}/github",
  summary: "An organization's connection to GitHub",
  tag: "GitHub",
  permission: "organization.read",
  on: "organization",
  returns: GitHubConnection,
  needs: ["github", "githubApi", "githubLacks"],
  handle: async ({ services, organizationId }) => ok(await connectionView(services, organizationId)),
});
