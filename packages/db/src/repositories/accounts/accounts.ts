/** A person's account as a whole: its picture and its end. */
import type { AccountRecords } from "@edgewright/accounts";
import { newId } from "@edgewright/core";
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { apikeys, auditLog, members, organizations, outbox, projects, users, verifications } from "../../tables/index.ts";
import { newsOf } from "../chat/outbox.ts";
import { stopsOf } from "../chat/stops.ts";

const membersOf = (role?: "admin") =>
  sql<number>`(select count(*) from ${members} as other where other.organization_id = ${organizations.id}${role ? sql` and other.role = ${role}` : sql``})`;
const projectsOf = sql<number>`(select count(*) from ${projects} where ${projects.organizationId} = ${organizations.id} and ${projects.deletedAt} is null)`;

const projectsGoneWith = (ids: string[], at: number) => sql`select ${projects.id} from ${projects}
  join ${organizations} on ${organizations.id} = ${projects.organizationId}
  where ${inArray(organizations.id, ids)} and ${organizations.deletedAt} = ${at}`;

/** Pictures that are not shown any more go. */
const picturesOf = (database: Database, userId: string, at: number) =>
  database.insert(outbox).values(newsOf({ id: newId("out"), pictures: { userId }, createdAt: at }));

export const accountRepository = (database: Database): AccountRecords => ({
  async organizations(userId) {
    const { id, name, deletedAt } = organizations;
    const rows = await database
      .select({ id, name, role: members.role, members: membersOf(), admins: membersOf("admin"), projects: projectsOf })
      .from(members)
      .innerJoin(organizations, eq(id, members.organizationId))
      .where(and(eq(members.userId, userId), isNull(deletedAt)));
    return rows.map(({ role, ...row }) => ({ ...row, isAdmin: role === "admin" }));
  },

  setPicture: (userId, image, audit) =>
    writeAll(database, [
      database.update(users).set({ image }).where(eq(users.id, userId)),
      database.insert(auditLog).values(audit),
      picturesOf(database, userId, audit.at),
    ]),

  async remove({ userId, alone, now, audit }) {
    try {
      await writeAll(database, [
        // Somebody may have joined a moment ago; then it stays, and its last administrator may not leave.
        ...alone.map((id) =>
          database
            .update(organizations)
            .set({ deletedAt: now })
            .where(and(eq(organizations.id, id), isNull(organizations.deletedAt), sql`${membersOf()} = 1`)),
        ),
        database.delete(members).where(eq(members.userId, userId)),
        database.delete(apikeys).where(eq(apikeys.referenceId, userId)),
        database.delete(verifications).where(eq(verifications.value, userId)),
        // Sessions, accounts, passkeys and two-factor go along.
        database.delete(users).where(eq(users.id, userId)),
        stopsOf(database, projectsGoneWith(alone, now), now),
        picturesOf(database, userId, now),
        ...audit.map((line) => database.insert(auditLog).values(line)),
      ]);
      return "removed";
    } catch (error) {
      if (constraintOf(error) === "refused: last_admin") return "last_admin";
      throw error;
    }
  },
});
