/** Everyone has an organization of their own from the first moment. Made at sign-up, and on the next request if that was cut short. */
import { auditEntry } from "@edgewright/audit";
import { type Clock, newId } from "@edgewright/core";
import type { MembershipRecords } from "./ports.ts";

export type PersonalOrganizationDeps = { memberships: MembershipRecords; clock: Clock };

/** The slug follows from the user, so that two requests at once make one organization. */
export async function makePersonalOrganization(
  deps: PersonalOrganizationDeps,
  user: { id: string; name: string },
  ip: string | null,
): Promise<void> {
  const organization = {
    id: newId("org"),
    name: `${user.name.trim().split(/\s+/)[0] || "My"}'s workspace`,
    slug: `personal-${user.id.slice(user.id.indexOf("_") + 1)}`,
    memberId: newId("mem"),
    userId: user.id,
    role: "admin" as const,
    createdAt: deps.clock.now(),
  };
  const origin = { kind: "person" as const, id: user.id, name: user.name, ip };
  const audit = auditEntry(deps.clock, origin, {
    organizationId: organization.id,
    action: "organization.created",
    subject: organization.id,
    detail: { name: organization.name, personal: true },
  });
  await deps.memberships.found(organization, audit);
}
