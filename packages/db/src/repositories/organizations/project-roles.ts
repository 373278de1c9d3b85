/** Roles on single projects as rows. */
import type { ProjectRoleRecords } from "@edgewright/accounts";
import { Role } from "@edgewright/contracts";
import { and, asc, eq, ne, type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { members, projectRoles, users } from "../../tables/index.ts";

type Place = { organizationId: string; projectId: string };

export function projectRoleRepository(database: Database): ProjectRoleRecords {
  const select = async ({ organizationId, projectId }: Place, more?: SQL) => {
    const rows = await database
      .select({ userId: members.userId, name: users.name, email: users.email, organizationRole: members.role, own: projectRoles.role })
      .from(members)
      .innerJoin(users, eq(users.id, members.userId))
      .leftJoin(projectRoles, and(eq(projectRoles.userId, members.userId), eq(projectRoles.projectId, projectId)))
      .where(and(eq(members.organizationId, organizationId), more))
      .orderBy(asc(users.name), asc(members.id));
    return rows.map((row) => ({ ...row, organizationRole: Role.parse(row.organizationRole) }));
  };
  const own = (projectId: string, userId: string) => and(eq(projectRoles.projectId, projectId), eq(projectRoles.userId, userId));

  return {
    list: (place) => select(place),

    async find(place, userId) {
      const [row] = await select(place, eq(members.userId, userId));
      return row ?? null;
    },

    set({ organizationId, projectId, userId, role, setBy, at }, audit) {
      const belongs = and(eq(members.organizationId, organizationId), eq(members.userId, userId), ne(members.role, "admin"));
      const values = { role, setBy, setAt: at };
      return writeGuarded(database, [
        auditWhere(database, audit, sql`exists (select 1 from ${members} where ${belongs})`),
        database
          .insert(projectRoles)
          .values({ projectId, userId, ...values })
          .onConflictDoUpdate({ target: [projectRoles.projectId, projectRoles.userId], set: values }),
      ]);
    },

    clear: ({ projectId, userId }, audit) =>
      writeGuarded(database, [
        auditWhere(database, audit, sql`exists (select 1 from ${projectRoles} where ${own(projectId, userId)})`),
        database.delete(projectRoles).where(own(projectId, userId)),
      ]),
  };
}
