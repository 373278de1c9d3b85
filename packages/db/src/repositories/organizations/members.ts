/** Members as rows. That an organization keeps an administrator is a trigger's doing (migration 0006). */
import type { MemberRecord, MemberRecords, MemberWrite } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { and, asc, eq, gt, inArray, isNull, type SQL, sql } from "drizzle-orm";
import { constraintOf, type Statement } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { appRoles, members, projectRoles, projects, users } from "../../tables/index.ts";

/** D1 binds at most 100 parameters, and the organization is one. */
const ADDRESSES_AT_ONCE = 90;

export function memberRepository(database: Database): MemberRecords {
  const select = async (where: SQL | undefined, limit: number): Promise<MemberRecord[]> => {
    const rows = await database
      .select({
        id: members.id,
        organizationId: members.organizationId,
        userId: members.userId,
        name: users.name,
        email: users.email,
        image: users.image,
        twoFactor: users.twoFactorEnabled,
        role: members.role,
        joinedAt: members.createdAt,
      })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .where(where)
      .orderBy(asc(members.id))
      .limit(limit);
    const exceptions = await exceptionsOf(rows);
    return rows.map((row) => ({
      ...row,
      role: Role.parse(row.role),
      twoFactor: row.twoFactor ?? false,
      joinedAt: row.joinedAt.getTime(),
      exceptions: exceptions.filter(({ userId }) => userId === row.userId).map(({ userId: _, ...exception }) => exception),
    }));
  };

  const exceptionsOf = async (rows: { organizationId: string; userId: string }[]) => {
    const [first] = rows;
    if (!first) return [];
    const from = () =>
      database
        .select({ userId: projectRoles.userId, projectId: projectRoles.projectId, projectName: projects.name, role: projectRoles.role })
        .from(projectRoles)
        .innerJoin(projects, eq(projects.id, projectRoles.projectId));
    const found = [];
    for (let at = 0; at < rows.length; at += ADDRESSES_AT_ONCE) {
      const ids = rows.slice(at, at + ADDRESSES_AT_ONCE).map(({ userId }) => userId);
      const here = and(inArray(projectRoles.userId, ids), eq(projects.organizationId, first.organizationId), isNull(projects.deletedAt));
      found.push(...(await from().where(here).orderBy(asc(projects.name), asc(projects.id))));
    }
    return found;
  };

  const write = async (statements: Statement[]): Promise<MemberWrite> => {
    try {
      return await writeGuarded(database, statements);
    } catch (error) {
      if (constraintOf(error) === "refused: last_admin") return "last_admin";
      throw error;
    }
  };
  const unchanged = ({ id, role }: MemberRecord) =>
    sql`exists (select 1 from ${members} where ${eq(members.id, id)} and ${eq(members.role, role)})`;

  return {
    list: (organizationId, { limit, after }) =>
      select(and(eq(members.organizationId, organizationId), after === null ? undefined : gt(members.id, after)), limit),

    async find(organizationId, memberId) {
      const [member] = await select(and(eq(members.organizationId, organizationId), eq(members.id, memberId)), 1);
      return member ?? null;
    },

    async ofUser(organizationId, userId) {
      const [member] = await select(and(eq(members.organizationId, organizationId), eq(members.userId, userId)), 1);
      return member ?? null;
    },

    setRole: (member, role, audit) =>
      write([auditWhere(database, audit, unchanged(member)), database.update(members).set({ role }).where(eq(members.id, member.id))]),

    remove(member, audit) {
      const { id, organizationId, userId } = member;
      const theirs = database.select({ id: projects.id }).from(projects).where(eq(projects.organizationId, organizationId));
      return write([
        auditWhere(database, audit, unchanged(member)),
        ...[projectRoles, appRoles].map((roles) =>
          database.delete(roles).where(and(eq(roles.userId, userId), inArray(roles.projectId, theirs))),
        ),
        database.delete(members).where(eq(members.id, id)),
      ]);
    },

    async addressesOf(organizationId, addresses) {
      const found: string[] = [];
      for (let at = 0; at < addresses.length; at += ADDRESSES_AT_ONCE) {
        const some = addresses.slice(at, at + ADDRESSES_AT_ONCE);
        const rows = await database
          .select({ email: users.email })
          .from(members)
          .innerJoin(users, eq(users.id, members.userId))
          .where(and(eq(members.organizationId, organizationId), inArray(users.email, some)));
        found.push(...rows.map(({ email }) => email));
      }
      return found;
    },
  };
}
