/** The one table of permissions. Every route of the API names an action of it; nothing else decides who may do what. */
import { Role } from "@edgewright/contracts";
import type { Membership } from "./ports.ts";

const EVERYONE: readonly Role[] = Role.options;
const EDITORS: readonly Role[] = ["admin", "editor"];
const ADMINS: readonly Role[] = ["admin"];

const PERMISSIONS = {
  "project.list": EVERYONE,
  "project.read": EVERYONE,
  "project.create": EDITORS,
  "project.update": EDITORS,
  "project.delete": EDITORS,
  "project.undelete": EDITORS,
  "version.read": EVERYONE,
  "version.save": EDITORS,
  "version.restore": EDITORS,
  "session.create": EDITORS,
  "session.read": EVERYONE,
  "message.send": EDITORS,
  "job.read": EVERYONE,
  "job.cancel": EDITORS,
  "job.retry": EDITORS,
  "job.continue": EDITORS,
  "job.answer": EDITORS,
  "job.update": EDITORS,
  "budget.raise": ADMINS,
  "preview.open": EVERYONE,
  "preview.share": EDITORS,
  "data.read": EVERYONE,
  "data.write": EDITORS,
  "models.read": EVERYONE,
  "models.update": ADMINS,
  "usage.read": EVERYONE,
  "budgets.update": ADMINS,
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** A signed-in person with what they belong to. */
export type Actor = { userId: string; memberships: readonly Membership[] };
/** Whatever belongs to an organization. */
export type Resource = { organizationId: string };

export const membershipIn = (actor: Actor, resource: Resource): Membership | null =>
  actor.memberships.find((membership) => membership.organizationId === resource.organizationId) ?? null;

export function can(actor: Actor, action: Action, resource: Resource): boolean {
  const membership = membershipIn(actor, resource);
  const allowed: readonly Role[] = PERMISSIONS[action];
  return membership !== null && allowed.includes(membership.role);
}

/** The roles an action is open to, for people who lack it and for the API's description. */
export const rolesFor = (action: Action): readonly Role[] => PERMISSIONS[action];
