/** Organizations as rows. What is purged after the grace period is in purges.ts. */
import type { OrganizationRecord, OrganizationRecords } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { asc, eq, isNull, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, authSessions, members, organizations, projects } from "../../tables/index.ts";
import { stopsOf } from "../chat/stops.ts";

const columns = {
  id: organizations.id,
  name: organizations.name,
  slug: organizations.slug,
  createdAt: organizations.createdAt,
  deletedAt: organizations.deletedAt,
  auditRetentionDays: organizations.auditRetentionDays,
};
const toRecord = <T extends { createdAt: Date }>(row: T): Omit<T, "createdAt"> & { createdAt: number } => ({
  ...row,
  createdAt: row.createdAt.getTime(),
});

export function organizationRepository(database: Database): OrganizationRecords {
  return {
    async find(id) {
      const [row] = await database.select(columns).from(organizations).where(eq(organizations.id, id));
      return row ? toRecord(row) : null;
    },

    async ofUser(userId) {
      const rows = await database
        .select({ ...columns, role: members.role })
        .from(members)
        .innerJoin(organizations, eq(organizations.id, members.organizationId))
        .where(eq(members.userId, userId))
        .orderBy(asc(members.createdAt), asc(members.id));
      return rows.flatMap((row): (OrganizationRecord & { role: Role })[] => {
        const role = Role.safeParse(row.role);
        return role.success ? [{ ...toRecord(row), role: role.data }] : [];
      });
    },

    async update(id, change, audits) {
      try {
        const lines = audits.map((audit) => database.insert(auditLog).values(audit));
        await writeAll(database, [database.update(organizations).set(change).where(eq(organizations.id, id)), ...lines]);
        return "updated";
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: organizations.slug") return "slug_taken";
        throw error;
      }
    },

    remove: (id, at, audit) =>
      writeGuarded(database, [
        auditWhere(
          database,
          audit,
          sql`exists (select 1 from ${organizations} where ${eq(organizations.id, id)} and ${isNull(organizations.deletedAt)})`,
        ),
        database.update(organizations).set({ deletedAt: at }).where(eq(organizations.id, id)),
        stopsOf(database, sql`select ${projects.id} from ${projects} where ${projects.organizationId} = ${id}`, at),
      ]),

    bringBack: (id, since, audit) =>
      writeGuarded(database, [
        auditWhere(
          database,
          audit,
          sql`exists (select 1 from ${organizations} where ${eq(organizations.id, id)} and ${organizations.deletedAt} > ${since})`,
        ),
        database.update(organizations).set({ deletedAt: null }).where(eq(organizations.id, id)),
      ]),

    async switchTo(sessionId, organizationId, audit) {
      await writeAll(database, [
        database.update(authSessions).set({ activeOrganizationId: organizationId }).where(eq(authSessions.id, sessionId)),
        database.insert(auditLog).values(audit),
      ]);
    },
  };
}
