/** `POST /api/orgs/:org/leave`: answers with the membership that was. */
import { endMembership, memberView } from "@edgewright/accounts";
import { Member } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { operation } from "../../http/operation.ts";

export const leaveOrganization = operation({
  method: "post",
  path: "/api/orgs/{org}/leave",
  summary: "Leave an organization",
  tag: "Organization",
  permission: "organization.leave",
  on: "organization",
  returns: Member,
  needs: ["clock", "members"],
  async handle({ services, caller, organization }) {
    const own = await services.members.ofUser(organization.organizationId, caller.user.id);
    const ended = await endMembership(services, { organization, memberId: own?.id ?? "", origin: caller.origin });
    return ended.ok ? ok(memberView(ended.value)) : ended;
  },
});
