/** Who acts: a person with a session, a person's token, or an organization's. All the same to the rest of the code. */
import { ROLES, type Role, type TokenScope } from "@edgewright/contracts";
import type { Membership, ProjectException } from "./ports.ts";

export type Actor = {
  /** The person's id, or the token's when no person is behind it. */
  id: string;
  memberships: readonly Membership[];
  /** Projects on which another role holds than the organization's. */
  exceptions: readonly ProjectException[];
  /** What a token may be for; null: a session, which may be for anything. */
  scopes: readonly TokenScope[] | null;
};

/** Whatever belongs to an organization, and perhaps to one of its projects. */
export type Resource = { organizationId: string; projectId?: string };

export const membershipIn = (actor: Actor, resource: Resource): Membership | null =>
  actor.memberships.find((membership) => membership.organizationId === resource.organizationId) ?? null;

/** The role that holds on this resource. An admin of the organization is one on each of its projects. */
export function roleOn(actor: Actor, resource: Resource): Role | null {
  const membership = membershipIn(actor, resource);
  if (!membership || membership.role === "admin") return membership?.role ?? null;
  return actor.exceptions.find(({ projectId }) => projectId === resource.projectId)?.role ?? membership.role;
}

/** From the highest to the lowest, as contracts lists them. */
const RANK: readonly Role[] = ROLES;

export const lowerOf = (one: Role, other: Role): Role => (RANK.indexOf(one) > RANK.indexOf(other) ? one : other);

/** The actor, but nowhere above this role. */
export const underCeiling = (actor: Actor, ceiling: Role): Actor => ({
  ...actor,
  memberships: actor.memberships.map((membership) => ({ ...membership, role: lowerOf(membership.role, ceiling) })),
  exceptions: actor.exceptions.map((exception) => ({ ...exception, role: lowerOf(exception.role, ceiling) })),
});
