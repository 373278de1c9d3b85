/** `POST /api/invites/look-up`: what an invitation's link offers, to whoever has it. */
import { lookUpInvite as lookUp } from "@edgewright/accounts";
import { InviteOffer, InviteSecret } from "@edgewright/contracts";
import { openOperation } from "../../http/operation.ts";

export const lookUpInvite = openOperation({
  method: "post",
  path: "/api/invites/look-up",
  summary: "What an invite offers",
  tag: "Invites",
  greets: true,
  body: InviteSecret,
  returns: InviteOffer,
  // A token is nobody who could accept it.
  needs: ["clock", "invites", "memberships"],
  handle: ({ services, caller, body }) => lookUp(services, body.secret, caller?.by.kind === "session" ? caller.user : null),
});
