/** Who belongs to which organization. Written by better-auth; read here on each request. */
import { Role } from "@edgewright/contracts";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { members, organizations } from "../tables/index.ts";

export type Membership = { organizationId: string; name: string; slug: string; role: Role };

export type MembershipRecords = { ofUser(userId: string): Promise<Membership[]> };

export const membershipRepository = (database: Database): MembershipRecords => ({
  /** Oldest first. A role the platform does not know gives no membership. */
  async ofUser(userId) {
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
});
