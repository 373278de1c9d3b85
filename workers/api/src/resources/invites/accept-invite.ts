/** `POST /api/invites/accept`: joins the organization. */
import { acceptInvite as accept } from "@edgewright/accounts";
import { AcceptedInvite, InviteSecret } from "@edgewright/contracts";
import { personOperation } from "../../http/operation.ts";

export const acceptInvite = personOperation({
  method: "post",
  path: "/api/invites/accept",
  summary: "Accept an invite",
  tag: "Invites",
  body: InviteSecret,
  returns: AcceptedInvite,
  needs: ["clock", "invites", "memberships"],
  handle: ({ services, caller, body }) => accept(services, body.secret, caller.user, caller.origin),
});
