/** Who belongs to which organization. Written by better-auth, except for the personal organization of each person. */
import type { Membership, MembershipRecords } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { asc, eq } from "drizzle-orm";
import { constraintOf, writeAll } from "../batch.ts";
import type { Database } from "../database.ts";
import { auditLog, members, organizations } from "../tables/index.ts";

export const membershipRepository = (database: Database): MembershipRecords => ({
  async ofUser(userId): Promise<Membership[]> {
    const rows = await database
      .select({ organizationId: members.organizationId, name: organizations.name, slug: organizations.slug, role: members.role })
      .from(members)
      .innerJoin(organizations, eq(organizations.id, members.organizationId))
      .where(eq(members.userId, userId))
      .orderBy(asc(members.createdAt));
    return rows.flatMap((row) => {
      const role = Role.safeParse(row.role);
      return role.success ? [{ ...row, role: role.data }] : [];
    });
  },

  async found({ id, name, slug, memberId, userId, role, createdAt: at }, audit) {
    const createdAt = new Date(at);
    try {
      await writeAll(database, [
        database.insert(organizations).values({ id, name, slug, createdAt }),
        database.insert(members).values({ id: memberId, organizationId: id, userId, role, createdAt }),
        database.insert(auditLog).values(audit),
      ]);
      return true;
    } catch (error) {
      if (constraintOf(error) === "UNIQUE constraint failed: organizations.slug") return false;
      throw error;
    }
  },
});
