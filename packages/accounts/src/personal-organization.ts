/** Everyone has an organization of their own from the first moment. Made at sign-up, and on the next request if that was cut short. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type Clock, newId } from "@edgewright/core";
import type { MembershipRecords } from "./ports.ts";

export type PersonalOrganizationDeps = { memberships: MembershipRecords; clock: Clock };

/** The slug follows from the user, so that two requests at once make one organization. */
const PREFIX = "personal-";
export const isPersonal = ({ slug }: { slug: string }): boolean => slug.startsWith(PREFIX);

const slugOf = (userId: string): string => PREFIX + userId.slice(userId.indexOf("_") + 1);
/** It is this person's own, which they cannot leave. */
export const isPersonalOf = ({ slug }: { slug: string }, userId: string): boolean => slug === slugOf(userId);

const NAME_MAX = 60;

export async function makePersonalOrganization(
  deps: PersonalOrganizationDeps,
  user: { id: string; name: string },
  origin: Origin,
): Promise<void> {
  const first = user.name.trim().split(/\s+/)[0]?.slice(0, NAME_MAX);
  const organization = {
    id: newId("org"),
    name: `${first || "My"}'s workspace`,
    slug: slugOf(user.id),
    memberId: newId("mem"),
    userId: user.id,
    role: "admin" as const,
    createdAt: deps.clock.now(),
  };
  const audit = auditEntry(deps.clock, origin, {
    scope: organization.id,
    projectId: null,
    action: "organization.created",
    subject: organization.id,
    after: { name: organization.name, personal: true },
  });
  await deps.memberships.found(organization, audit);
}
