/** `PATCH /api/orgs/:org/members/:member`: another role, from the next request on. */
import { memberView, setMemberRole } from "@edgewright/accounts";
import { Member, UpdateMember } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { operation } from "../../http/operation.ts";

export const updateMember = operation({
  method: "patch",
  path: "/api/orgs/{org}/members/{member}",
  summary: "Give a member another role",
  tag: "Members",
  permission: "member.update",
  on: "organization",
  params: z.object({ member: z.string().max(100) }),
  body: UpdateMember,
  returns: Member,
  needs: ["clock", "members"],
  async handle({ services, caller, organization, params: { member }, body }) {
    const changed = await setMemberRole(services, { organization, memberId: member, origin: caller.origin }, body.role);
    return changed.ok ? ok(memberView(changed.value)) : changed;
  },
});
