/** `POST /api/orgs/:org/github/connect`: where to go on GitHub; whoever asks is the one who may come back. */
import { GitHubConnectStart } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { beginConnect } from "@edgewright/github";
import { operation } from "../../http/operation.ts";

export const startGitHub = operation({
  method: "post",
  path: "/api/orgs/{org}/github/connect",
  summary: "Begin to connect an account on GitHub",
  tag: "GitHub",
  permission: "github.connect",
  on: "organization",
  returns: GitHubConnectStart,
  needs: ["clock", "github", "githubApi"],
  async handle({ services, caller, organizationId }) {
    const url = await beginConnect(services, { organizationId, userId: caller.user.id, origin: caller.origin });
    return url.ok ? ok({ url: url.value }) : url;
  },
});
