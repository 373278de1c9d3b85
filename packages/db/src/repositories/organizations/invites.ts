/** Invitations as rows. */
import type { Acceptance, InviteRecord, InviteRecords } from "@edgewright/accounts";
import { and, desc, eq, getTableColumns, gt, inArray, isNull, lt, sql } from "drizzle-orm";
import { constraintOf, insertGroups, type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, isGuardRefusal, writeGuarded } from "../../guarded.ts";
import { appRoles, auditLog, invitedAppRoles, invites, members, organizations, users } from "../../tables/index.ts";

const COLUMNS = Object.keys(getTableColumns(invites)).length;
const AUDIT_COLUMNS = Object.keys(getTableColumns(auditLog)).length;
/** D1 binds at most 100 parameters, and the organization and the status are two. */
const ADDRESSES_AT_ONCE = 90;

const isOpen = (id: string) => and(eq(invites.id, id), eq(invites.status, "open"));
const stillOpen = (id: string) => sql`exists (select 1 from ${invites} where ${isOpen(id)})`;

export function inviteRepository(database: Database): InviteRecords {
  const open = (organizationId: string) => and(eq(invites.organizationId, organizationId), eq(invites.status, "open"));

  return {
    list: (organizationId, { limit, before }) =>
      database
        .select()
        .from(invites)
        .where(and(open(organizationId), before === null ? undefined : lt(invites.id, before)))
        .orderBy(desc(invites.id))
        .limit(limit),

    async find(organizationId, id) {
      const [row] = await database
        .select()
        .from(invites)
        .where(and(eq(invites.organizationId, organizationId), eq(invites.id, id)));
      return row ?? null;
    },

    async bySecret(hashes) {
      const { id, name, slug, deletedAt } = organizations;
      const [row] = await database
        .select({ ...getTableColumns(invites), organization: { id, name, slug, deletedAt } })
        .from(invites)
        .innerJoin(organizations, eq(organizations.id, invites.organizationId))
        .where(inArray(invites.secretHash, hashes));
      return row ?? null;
    },

    async openOf(organizationId, addresses) {
      const found: InviteRecord[] = [];
      for (let at = 0; at < addresses.length; at += ADDRESSES_AT_ONCE) {
        const some = inArray(invites.email, addresses.slice(at, at + ADDRESSES_AT_ONCE));
        found.push(
          ...(await database
            .select()
            .from(invites)
            .where(and(open(organizationId), some))),
        );
      }
      return found;
    },

    async write(added, renewed) {
      const lines = added.map(({ audit }) => audit);
      const statements: Statement[] = [
        ...insertGroups(added, COLUMNS).map((group) => database.insert(invites).values(group.map(({ invite }) => invite))),
        ...renewed.flatMap(({ id, renewal, audit }) => [
          auditWhere(database, audit, stillOpen(id)),
          database.update(invites).set(renewal).where(eq(invites.id, id)),
        ]),
        ...insertGroups(lines, AUDIT_COLUMNS).map((group) => database.insert(auditLog).values(group)),
      ];
      try {
        await writeAll(database, statements);
        return "written";
      } catch (error) {
        const taken = constraintOf(error) === "UNIQUE constraint failed: invites.organization_id, invites.email";
        if (taken || isGuardRefusal(error)) return "taken";
        throw error;
      }
    },

    renew: (id, renewal, audit) =>
      writeGuarded(database, [auditWhere(database, audit, stillOpen(id)), database.update(invites).set(renewal).where(eq(invites.id, id))]),

    revoke: (id, audit) =>
      writeGuarded(database, [
        auditWhere(database, audit, stillOpen(id)),
        database.update(invites).set({ status: "revoked" }).where(eq(invites.id, id)),
      ]),

    async accept(acceptance) {
      try {
        await writeAll(database, acceptanceStatements(database, acceptance));
        return "joined";
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: members.user_id, members.organization_id") return "member";
        if (isGuardRefusal(error)) return "refused";
        throw error;
      }
    },
  };
}

function acceptanceStatements(
  database: Database,
  { invite, now, memberId, userId, email, confirms, accepted, joined }: Acceptance,
): Statement[] {
  const { id, organizationId, role, secretHash } = invite;
  const present = and(isOpen(id), eq(invites.secretHash, secretHash), gt(invites.expiresAt, now), isNull(organizations.deletedAt));
  const account = and(eq(users.id, userId), eq(users.email, email));
  const holds = sql`exists (select 1 from ${invites} join ${organizations} on ${eq(organizations.id, invites.organizationId)} where ${present})
    and exists (select 1 from ${users} where ${account})`;
  const used = { uses: sql`${invites.uses} + 1`, ...(invite.email === null ? {} : { status: "accepted" as const }) };
  return [
    auditWhere(database, accepted, holds),
    database.insert(members).values({ id: memberId, organizationId, userId, role, createdAt: new Date(now) }),
    database.update(invites).set(used).where(eq(invites.id, id)),
    database.insert(auditLog).values(joined),
    // Roles in apps that were meant for them.
    database.insert(appRoles).select(
      database
        .select({
          projectId: invitedAppRoles.projectId,
          userId: sql<string>`${userId}`.as("user_id"),
          role: invitedAppRoles.role,
          givenBy: invitedAppRoles.givenBy,
          givenAt: invitedAppRoles.givenAt,
        })
        .from(invitedAppRoles)
        .where(eq(invitedAppRoles.inviteId, id)),
    ),
    ...(confirms === null
      ? []
      : [database.update(users).set({ emailVerified: true }).where(account), database.insert(auditLog).values(confirms)]),
  ];
}
