/** Giving a member another role, and ending a membership: by an administrator or by the member. */
import { auditEntry, type Origin } from "@edgewright/audit";
import type { Outcome, Role } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import { isPersonalOf } from "../personal-organization.ts";
import type { MemberRecord, MemberRecords, MemberWrite } from "./ports.ts";

export type MemberDeps = { members: MemberRecords; clock: Clock };
type Change = { organization: { organizationId: string; slug: string }; memberId: string; origin: Origin };

const noMember = () => fail("not_found", "There is no such member.", { next: "Look at the list of members." });

const lastAdmin = () =>
  fail("conflict", "An organization needs an administrator, and this is its only one.", {
    next: "Make somebody else an administrator first, or delete the organization.",
  });

const personal = () =>
  fail("conflict", "A personal organization stays with the person that it is for.", { next: "Make another organization for the others." });

function outcomeOf<T>(write: MemberWrite, value: T): Outcome<T> {
  if (write === "last_admin") return lastAdmin();
  if (write === "refused")
    return fail("conflict", "Somebody else changed this member meanwhile.", { retry: true, next: "Look at the list." });
  return ok(value);
}

export async function setMemberRole(
  deps: MemberDeps,
  { organization, memberId, origin }: Change,
  role: Role,
): Promise<Outcome<MemberRecord>> {
  const member = await deps.members.find(organization.organizationId, memberId);
  if (!member) return noMember();
  if (member.role === role) return ok(member);
  if (isPersonalOf(organization, member.userId)) return personal();
  const audit = auditEntry(deps.clock, origin, {
    scope: organization.organizationId,
    projectId: null,
    action: "member.role_changed",
    subject: member.id,
    detail: { userId: member.userId, name: member.name },
    before: { role: member.role },
    after: { role },
  });
  return outcomeOf(await deps.members.setRole(member, role, audit), { ...member, role });
}

/** Their roles on single projects go with it; what they made stays. Answers with the member that was. */
export async function endMembership(deps: MemberDeps, { organization, memberId, origin }: Change): Promise<Outcome<MemberRecord>> {
  const member = await deps.members.find(organization.organizationId, memberId);
  if (!member) return noMember();
  if (isPersonalOf(organization, member.userId)) return personal();
  const audit = auditEntry(deps.clock, origin, {
    scope: organization.organizationId,
    projectId: null,
    action: origin.personId === member.userId ? "member.left" : "member.removed",
    subject: member.id,
    detail: { userId: member.userId, name: member.name },
    before: { role: member.role },
  });
  return outcomeOf(await deps.members.remove(member, audit), member);
}
