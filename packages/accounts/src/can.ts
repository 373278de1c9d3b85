/** The one table of permissions: which roles an action is open to, and which scope a token needs for it. Every route of the API names an action of it; nothing else decides who may do what. */
import { ROLES, type Role, type TokenScope } from "@edgewright/contracts";
import { type Actor, type Resource, roleOn } from "./actor.ts";

const EVERYONE: readonly Role[] = ROLES;
const EDITORS: readonly Role[] = ["admin", "editor"];
const ADMINS: readonly Role[] = ["admin"];

/** `scope` null: not open to tokens at all. */
type Rule = readonly [roles: readonly Role[], scope: TokenScope | null];

const PERMISSIONS = {
  "project.list": [EVERYONE, "projects:read"],
  "project.read": [EVERYONE, "projects:read"],
  "project.create": [EDITORS, "projects:write"],
  "project.update": [EDITORS, "projects:write"],
  "project.hosts.update": [ADMINS, null],
  "project.delete": [EDITORS, "projects:write"],
  "project.undelete": [EDITORS, "projects:write"],
  "project.roles.read": [EVERYONE, "projects:read"],
  "project.roles.update": [ADMINS, "organization:write"],
  "app.roles.update": [ADMINS, "organization:write"],
  "version.read": [EVERYONE, "projects:read"],
  "version.save": [EDITORS, "projects:write"],
  "version.restore": [EDITORS, "projects:write"],
  "snapshot.read": [EVERYONE, "projects:read"],
  "snapshot.create": [EDITORS, "projects:write"],
  "snapshot.rollback": [EDITORS, "projects:write"],
  "session.create": [EDITORS, "projects:write"],
  "session.read": [EVERYONE, "projects:read"],
  "message.send": [EDITORS, "projects:write"],
  "job.read": [EVERYONE, "projects:read"],
  "job.cancel": [EDITORS, "projects:write"],
  "job.retry": [EDITORS, "projects:write"],
  "job.continue": [EDITORS, "projects:write"],
  "job.answer": [EDITORS, "projects:write"],
  "job.update": [EDITORS, "projects:write"],
  "budget.raise": [ADMINS, "models:write"],
  "preview.open": [EVERYONE, "projects:read"],
  "preview.share": [EDITORS, "projects:write"],
  "github.read": [EVERYONE, "projects:read"],
  "github.update": [EDITORS, "projects:write"],
  "github.connect": [ADMINS, null],
  "deployment.read": [EVERYONE, "projects:read"],
  "deployment.create": [ADMINS, "projects:write"],
  "deployment.cancel": [ADMINS, "projects:write"],
  "deployment.rollback": [ADMINS, "projects:write"],
  "deployment.remove": [ADMINS, "projects:write"],
  "publication.update": [ADMINS, "projects:write"],
  "variables.read": [EVERYONE, "projects:read"],
  "variables.preview.update": [EDITORS, "projects:write"],
  "variables.production.update": [ADMINS, "projects:write"],
  "data.read": [EVERYONE, "data:read"],
  "data.write": [EDITORS, "data:write"],
  "data.plan": [EDITORS, "data:read"],
  "automation.read": [EVERYONE, "data:read"],
  "automation.update": [EDITORS, "data:write"],
  "models.read": [EVERYONE, "organization:read"],
  "models.update": [ADMINS, "models:write"],
  "usage.read": [EVERYONE, "usage:read"],
  "budgets.update": [ADMINS, "models:write"],
  "organization.read": [EVERYONE, "organization:read"],
  "organization.update": [ADMINS, "organization:write"],
  "organization.export": [ADMINS, "organization:read"],
  "organization.delete": [ADMINS, null],
  "organization.undelete": [ADMINS, null],
  "organization.leave": [EVERYONE, null],
  "organization.switch": [EVERYONE, null],
  "member.read": [EVERYONE, "organization:read"],
  "member.update": [ADMINS, "organization:write"],
  "member.remove": [ADMINS, "organization:write"],
  "invite.read": [EVERYONE, "organization:read"],
  "invite.create": [ADMINS, "organization:write"],
  "invite.resend": [ADMINS, "organization:write"],
  "invite.revoke": [ADMINS, "organization:write"],
  "domain.read": [EVERYONE, "organization:read"],
  "domain.update": [ADMINS, "organization:write"],
  "token.read": [EVERYONE, "organization:read"],
  "token.create": [ADMINS, null],
  "token.revoke": [ADMINS, "organization:write"],
  "audit.read": [EVERYONE, "audit:read"],
  "audit.export": [ADMINS, "audit:read"],
  "audit.verify": [EVERYONE, "audit:read"],
} as const satisfies Record<string, Rule>;

export type Action = keyof typeof PERMISSIONS;

export const ACTIONS = Object.keys(PERMISSIONS) as readonly Action[];

const ruleOf = (action: Action): Rule => PERMISSIONS[action];

/** Why an actor may not: their token is not meant for it, or their role here is too low. */
export type Refusal = "scope" | "role";

/** The one question about a permission. null: they may. */
export function refusal(actor: Actor, action: Action, resource: Resource): Refusal | null {
  const [roles, scope] = ruleOf(action);
  if (actor.scopes !== null && (scope === null || !actor.scopes.includes(scope))) return "scope";
  const role = roleOn(actor, resource);
  return role !== null && roles.includes(role) ? null : "role";
}

export const can = (actor: Actor, action: Action, resource: Resource): boolean => refusal(actor, action, resource) === null;

/** The roles an action is open to, for people who lack it and for the API's description. */
export const rolesFor = (action: Action): readonly Role[] => ruleOf(action)[0];

/** The scope a token needs for an action; null: no token may. */
export const scopeFor = (action: Action): TokenScope | null => ruleOf(action)[1];
