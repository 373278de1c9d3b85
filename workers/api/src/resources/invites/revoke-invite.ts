/** `DELETE /api/orgs/:org/invites/:invite`: answers with the invite that was. */
import { revokeInvite as revoke } from "@edgewright/accounts";
import { Invite } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const revokeInvite = operation({
  method: "delete",
  path: "/api/orgs/{org}/invites/{invite}",
  summary: "Take an invite back",
  tag: "Invites",
  permission: "invite.revoke",
  on: "organization",
  params: z.object({ invite: z.string().max(100) }),
  returns: Invite,
  needs: ["appUrl", "clock", "invites", "mailer", "members"],
  handle: ({ services, caller, organization, params: { invite } }) =>
    revoke(services, { organization, inviteId: invite, origin: caller.origin }),
});
