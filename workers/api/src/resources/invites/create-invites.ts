/** `POST /api/orgs/:org/invites`: by mail, to each address of a pasted list, or by a link for whoever has it. */
import { inviteByLink, inviteByMail } from "@edgewright/accounts";
import { CreatedInvites, CreateInvites } from "@edgewright/contracts";
import { operation } from "../../http/operation.ts";

export const createInvites = operation({
  method: "post",
  path: "/api/orgs/{org}/invites",
  summary: "Invite people",
  tag: "Invites",
  permission: "invite.create",
  on: "organization",
  body: CreateInvites,
  status: 201,
  returns: CreatedInvites,
  needs: ["appUrl", "clock", "invites", "mailer", "members"],
  handle({ services, caller, organization, body }) {
    const inviting = { organization, by: caller.user, origin: caller.origin, role: body.role, days: body.days };
    return body.by === "link" ? inviteByLink(services, inviting) : inviteByMail(services, inviting, body.addresses);
  },
});
