/** Who belongs to which organization, as each request asks. */
import type { Membership, MembershipRecords } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { asc, eq, type SQLWrapper, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { prepareReads } from "../../one-statement.ts";
import { auditLog, authSessions, members, organizations, projectRoles } from "../../tables/index.ts";

const organization = {
  organizationId: organizations.id,
  name: organizations.name,
  slug: organizations.slug,
  deletedAt: organizations.deletedAt,
};

/** The statements that read what a person belongs to. `userId` is a value's place or a query for it. */
export const belongingsOf = (database: Database, userId: SQLWrapper) => ({
  memberships: database
    .select({ ...organization, role: members.role })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(eq(members.userId, userId))
    .orderBy(asc(members.createdAt)),
  exceptions: database
    .select({ projectId: projectRoles.projectId, role: projectRoles.role })
    .from(projectRoles)
    .where(eq(projectRoles.userId, userId)),
});

/** In which of them whoever holds the session of `token` works: the chosen one, else the oldest; none that is deleted. */
export const activeOrganization = (token: SQLWrapper) =>
  sql`(select ${members.organizationId} from ${authSessions}
    join ${members} on ${members.userId} = ${authSessions.userId}
    join ${organizations} on ${organizations.id} = ${members.organizationId}
    where ${authSessions.token} = ${token} and ${organizations.deletedAt} is null
    order by ${members.organizationId} = ${authSessions.activeOrganizationId} desc, ${members.createdAt} limit 1)`;

export const knownRoles = (rows: (Omit<Membership, "role"> & { role: string })[]): Membership[] =>
  rows.flatMap((row) => {
    const role = Role.safeParse(row.role);
    return role.success ? [{ ...row, role: role.data }] : [];
  });

function belongingsReader(database: Database): MembershipRecords["ofUser"] {
  const read = prepareReads(database, belongingsOf(database, sql.placeholder("userId")));
  return async (userId) => {
    const { memberships, exceptions } = await read({ userId });
    return { memberships: knownRoles(memberships), exceptions };
  };
}

export const membershipRepository = (database: Database): MembershipRecords => ({
  ofUser: belongingsReader(database),

  async ofToken(organizationId, role) {
    const [row] = await database.select(organization).from(organizations).where(eq(organizations.id, organizationId));
    return row ? { ...row, role } : null;
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
