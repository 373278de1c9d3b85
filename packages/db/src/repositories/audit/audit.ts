/** The AuditLog as rows, for events that go with no other write. */
import type { AuditEntry, AuditLog } from "@edgewright/audit";
import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { auditLog } from "../../tables/index.ts";

export const auditRepository = (database: Database): AuditLog => ({
  async record(entry) {
    await database.insert(auditLog).values(entry);
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
