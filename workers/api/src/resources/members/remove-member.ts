/** `DELETE /api/orgs/:org/members/:member`: answers with the member that was. */
import { endMembership, memberView } from "@edgewright/accounts";
import { Member } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const removeMember = operation({
  method: "delete",
  path: "/api/orgs/{org}/members/{member}",
  summary: "Remove a member; what they made stays",
  tag: "Members",
  permission: "member.remove",
  on: "organization",
  params: z.object({ member: z.string().max(100) }),
  returns: Member,
  needs: ["clock", "members"],
  async handle({ services, caller, organization, params: { member } }) {
    const ended = await endMembership(services, { organization, memberId: member, origin: caller.origin });
    return ended.ok ? ok(memberView(ended.value)) : ended;
  },
});
