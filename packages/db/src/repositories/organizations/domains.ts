/** Claimed domains as rows. That one organization alone can have proved a domain is an index's doing. */
import type { DomainRecords } from "@edgewright/accounts";
import { and, asc, eq, isNotNull, isNull, notExists, sql } from "drizzle-orm";
import { constraintOf, type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { auditLog, members, organizationDomains, organizations, users } from "../../tables/index.ts";

export function domainRepository(database: Database): DomainRecords {
  const present = (id: string) => sql`exists (select 1 from ${organizationDomains} where ${eq(organizationDomains.id, id)})`;
  const unlessTaken = async <T>(taken: string, write: () => Promise<T>): Promise<T | "taken"> => {
    try {
      return await write();
    } catch (error) {
      if (constraintOf(error) === `UNIQUE constraint failed: ${taken}`) return "taken";
      throw error;
    }
  };
  const insertAll = async (statements: Statement[]) => {
    await writeAll(database, statements);
    return "written" as const;
  };

  return {
    list: (organizationId) =>
      database
        .select()
        .from(organizationDomains)
        .where(eq(organizationDomains.organizationId, organizationId))
        .orderBy(asc(organizationDomains.domain)),

    async find(organizationId, id) {
      const [row] = await database
        .select()
        .from(organizationDomains)
        .where(and(eq(organizationDomains.organizationId, organizationId), eq(organizationDomains.id, id)));
      return row ?? null;
    },

    insert: (domain, audit) =>
      unlessTaken("organization_domains.organization_id, organization_domains.domain", () =>
        insertAll([database.insert(organizationDomains).values(domain), database.insert(auditLog).values(audit)]),
      ),

    verify(id, at, audit) {
      const open = and(eq(organizationDomains.id, id), isNull(organizationDomains.verifiedAt));
      return unlessTaken("organization_domains.domain", () =>
        writeGuarded(database, [
          auditWhere(database, audit, sql`exists (select 1 from ${organizationDomains} where ${open})`),
          database.update(organizationDomains).set({ verifiedAt: at }).where(eq(organizationDomains.id, id)),
        ]),
      );
    },

    setRole: (id, role, audit) =>
      writeGuarded(database, [
        auditWhere(database, audit, present(id)),
        database.update(organizationDomains).set({ role }).where(eq(organizationDomains.id, id)),
      ]),

    remove: (id, audit) =>
      writeGuarded(database, [
        auditWhere(database, audit, present(id)),
        database.delete(organizationDomains).where(eq(organizationDomains.id, id)),
      ]),

    joinable: (domain, userId) =>
      database
        .select({
          organizationId: organizations.id,
          name: organizations.name,
          slug: organizations.slug,
          role: organizationDomains.role,
          domain: organizationDomains.domain,
        })
        .from(organizationDomains)
        .innerJoin(organizations, eq(organizations.id, organizationDomains.organizationId))
        .where(
          and(
            eq(organizationDomains.domain, domain),
            isNotNull(organizationDomains.verifiedAt),
            isNull(organizations.deletedAt),
            notExists(
              database
                .select({ one: sql`1` })
                .from(members)
                .where(and(eq(members.organizationId, organizations.id), eq(members.userId, userId))),
            ),
          ),
        ),

    async join({ joinable: { organizationId, domain, role }, memberId, userId, email, at, audit }) {
      const claimed = and(
        eq(organizationDomains.organizationId, organizationId),
        eq(organizationDomains.domain, domain),
        eq(organizationDomains.role, role),
        isNotNull(organizationDomains.verifiedAt),
        isNull(organizations.deletedAt),
      );
      const account = and(eq(users.id, userId), eq(users.email, email), eq(users.emailVerified, true));
      const holds = sql`exists (select 1 from ${organizationDomains} join ${organizations} on ${eq(organizations.id, organizationDomains.organizationId)} where ${claimed})
        and exists (select 1 from ${users} where ${account})`;
      try {
        const written = await writeGuarded(database, [
          auditWhere(database, audit, holds),
          database.insert(members).values({ id: memberId, organizationId, userId, role, createdAt: new Date(at) }),
        ]);
        return written === "written" ? "joined" : "refused";
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: members.user_id, members.organization_id") return "member";
        throw error;
      }
    },
  };
}
