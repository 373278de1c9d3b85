/** Roles in a project's app: which people have, and those who are invited will have, of those that its app.json declares. */
import { type AuditEntry, auditEntry, type Origin } from "@edgewright/audit";
import type { AppAccess, AppRoleList, Outcome, Role } from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";

type Place = { organizationId: string; projectId: string };

/** A member, or an open invitation by mail (`id` is the invitation's, `name` null). `role` is the one on the platform that holds here. */
export type RoleHolder = { kind: "member" | "invited"; id: string; name: string | null; email: string; role: Role; roles: string[] };
export type HolderName = Pick<RoleHolder, "kind" | "id">;

export type RoleChange = Place & { holder: HolderName; given: readonly string[]; taken: readonly string[]; by: string; at: number };

export interface AppRoleRecords {
  /** Members by name, then those who are invited. */
  list(place: Place): Promise<RoleHolder[]>;
  /** "refused": they are no member any more, or the invitation is not open. */
  change(change: RoleChange, audit: AuditEntry): Promise<"written" | "refused">;
}

export type AppRoleDeps = {
  appRoles: AppRoleRecords;
  clock: Clock;
  appAccess(projectId: string, version: number): Promise<AppAccess>;
};
type Project = { id: string; organizationId: string; currentVersion: number | null };

/** What was given of a role that the app has no more is not shown, and is there again with the role. */
export async function appRolesOf(deps: AppRoleDeps, { id, organizationId, currentVersion }: Project): Promise<AppRoleList> {
  const app = currentVersion === null ? null : await deps.appAccess(id, currentVersion);
  const people = await deps.appRoles.list({ organizationId, projectId: id });
  const roles = [...(app?.roles ?? [])];
  const has = (role: string) => roles.some(({ name }) => name === role);
  return { visitors: app?.visibility === "link", roles, people: people.map((person) => ({ ...person, roles: person.roles.filter(has) })) };
}

/** `roles`: all that they are to have. */
export async function setAppRoles(
  deps: AppRoleDeps,
  project: Project,
  { holder, roles, origin }: { holder: HolderName; roles: readonly string[]; origin: Origin },
): Promise<Outcome<AppRoleList>> {
  const known = await appRolesOf(deps, project);
  const names = known.roles.map(({ name }) => name);
  const stranger = roles.find((role) => !names.includes(role));
  if (stranger !== undefined)
    return fail("bad_request", `The app has no role "${stranger}".`, { next: 'Roles are declared in app.json, under "roles".' });
  const before = known.people.find(({ kind, id }) => kind === holder.kind && id === holder.id);
  if (!before) return fail("not_found", "There is nobody of that name here.", { next: "Look at the list again." });
  const [given, taken] = [roles.filter((role) => !before.roles.includes(role)), before.roles.filter((role) => !roles.includes(role))];
  if (given.length + taken.length === 0) return ok(known);
  const place = { organizationId: project.organizationId, projectId: project.id };
  const audit = auditEntry(deps.clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "app_role.changed",
    subject: holder.id,
    detail: { name: before.name ?? before.email },
    before: { roles: before.roles.join(", ") },
    after: { roles: roles.join(", ") },
  });
  const change = { ...place, holder, given, taken, by: origin.id, at: deps.clock.now() };
  if ((await deps.appRoles.change(change, audit)) === "written") return ok(await appRolesOf(deps, project));
  return fail("conflict", "They do not belong to the organization any more.", { retry: true, next: "Look at the list." });
}
