/** Roles in apps as rows, of members and of those who are invited. */
import type { AppRoleRecords, RoleChange, RoleHolder } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { and, asc, eq, exists, inArray, isNotNull, sql } from "drizzle-orm";
import type { Statement } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { appRoles, invitedAppRoles, invites, members, projectRoles, users } from "../../tables/index.ts";

const open = (organizationId: string) => and(eq(invites.organizationId, organizationId), eq(invites.status, "open"));

export const appRoleRepository = (database: Database): AppRoleRecords => ({
  async list({ organizationId, projectId }) {
    const [people, given, invited, promised] = await database.batch([
      database
        .select({
          ...{ id: members.userId, name: users.name, email: users.email, role: members.role },
          own: sql<Role | null>`${projectRoles.role}`.as("own"),
        })
        .from(members)
        .innerJoin(users, eq(users.id, members.userId))
        .leftJoin(projectRoles, and(eq(projectRoles.userId, members.userId), eq(projectRoles.projectId, projectId)))
        .where(eq(members.organizationId, organizationId))
        .orderBy(asc(users.name), asc(members.id)),
      database.select({ id: appRoles.userId, role: appRoles.role }).from(appRoles).where(eq(appRoles.projectId, projectId)),
      database
        .select({ id: invites.id, email: invites.email, role: invites.role })
        .from(invites)
        .where(and(open(organizationId), isNotNull(invites.email)))
        .orderBy(asc(invites.email)),
      database
        .select({ id: invitedAppRoles.inviteId, role: invitedAppRoles.role })
        .from(invitedAppRoles)
        .where(eq(invitedAppRoles.projectId, projectId)),
    ]);
    const rolesIn = (rows: { id: string; role: string }[], id: string) => rows.flatMap((row) => (row.id === id ? [row.role] : []));
    return [
      ...people.map(({ own, role, ...person }): RoleHolder => {
        const ofOrganization = Role.parse(role);
        return {
          ...person,
          kind: "member",
          role: ofOrganization === "admin" ? "admin" : (own ?? ofOrganization),
          roles: rolesIn(given, person.id),
        };
      }),
      ...invited.map(
        ({ id, email, role }): RoleHolder => ({ kind: "invited", id, name: null, email: email ?? "", role, roles: rolesIn(promised, id) }),
      ),
    ];
  },

  change: (change, audit) =>
    writeGuarded(database, [
      auditWhere(database, audit, exists(isThere(database, change))),
      ...(change.holder.kind === "member" ? ofMember(database, change) : ofInvited(database, change)),
    ]),
});

const isThere = (database: Database, { organizationId, holder }: RoleChange) =>
  holder.kind === "member"
    ? database
        .select({ is: sql`1` })
        .from(members)
        .where(and(eq(members.organizationId, organizationId), eq(members.userId, holder.id)))
    : database
        .select({ is: sql`1` })
        .from(invites)
        .where(and(open(organizationId), eq(invites.id, holder.id)));

function ofMember(database: Database, { projectId, holder, given, taken, by, at }: RoleChange): Statement[] {
  const theirs = and(eq(appRoles.projectId, projectId), eq(appRoles.userId, holder.id));
  const rows = given.map((role) => ({ projectId, userId: holder.id, role, givenBy: by, givenAt: at }));
  return [
    ...(taken.length > 0 ? [database.delete(appRoles).where(and(theirs, inArray(appRoles.role, [...taken])))] : []),
    ...rows.map((row) => database.insert(appRoles).values(row).onConflictDoNothing()),
  ];
}

function ofInvited(database: Database, { projectId, holder, given, taken, by, at }: RoleChange): Statement[] {
  const theirs = and(eq(invitedAppRoles.projectId, projectId), eq(invitedAppRoles.inviteId, holder.id));
  const rows = given.map((role) => ({ projectId, inviteId: holder.id, role, givenBy: by, givenAt: at }));
  return [
    ...(taken.length > 0 ? [database.delete(invitedAppRoles).where(and(theirs, inArray(invitedAppRoles.role, [...taken])))] : []),
    ...rows.map((row) => database.insert(invitedAppRoles).values(row).onConflictDoNothing()),
  ];
}
