/** The AuditLog as rows, for events that go with no other write. */
import type { AuditEntry, AuditLog } from "@edgewright/audit";
import { type SQL, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, organizations } from "../../tables/index.ts";

export const auditRepository = (database: Database): AuditLog => ({
  async record(entry) {
    await database.insert(auditLog).values(entry);
  },

  async deliver(entries) {
    await writeAll(
      database,
      entries.map((entry) => lineOnce(database, entry)),
    );
  },
});

/** The line, if the condition holds as it is written: for a change that may be made again and is none then. */
export const lineIf = (database: Database, entry: AuditEntry, condition: SQL) => {
  const { detail, before, after } = entry;
  const json = (summary: AuditEntry["before"]) => (summary === null ? null : JSON.stringify(summary));
  return database.insert(auditLog).select(sql`select
    ${entry.id}, ${entry.scope}, ${entry.projectId}, ${entry.action}, ${entry.subject}, ${entry.actorKind}, ${entry.actorId},
    ${entry.actorName}, ${entry.personId}, ${entry.ip}, ${entry.userAgent}, ${entry.requestId},
    ${json(detail)}, ${json(before)}, ${json(after)}, ${entry.at}, null, null where ${condition}`);
};

/** The line, unless it is there already, or its organization is gone for good. */
export const lineOnce = (database: Database, entry: AuditEntry) =>
  lineIf(database, entry, sql`exists (select 1 from ${organizations} where ${organizations.id} = ${entry.scope})`).onConflictDoNothing({
    target: auditLog.id,
  });
