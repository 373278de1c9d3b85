/** `POST /api/orgs/:org/invites/:invite/resend`: the link anew; the former one ends. */
import { resendInvite as resend } from "@edgewright/accounts";
import { ResentInvite } from "@edgewright/contracts";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const resendInvite = operation({
  method: "post",
  path: "/api/orgs/{org}/invites/{invite}/resend",
  summary: "Send an invite anew",
  tag: "Invites",
  permission: "invite.resend",
  on: "organization",
  params: z.object({ invite: z.string().max(100) }),
  returns: ResentInvite,
  needs: ["appUrl", "clock", "invites", "mailer", "members"],
  handle: ({ services, caller, organization, params: { invite } }) =>
    resend(services, { organization, inviteId: invite, origin: caller.origin }),
});
