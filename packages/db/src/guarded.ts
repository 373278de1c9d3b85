/** Writes that hold only while something else does: the line of the audit log is what breaks the batch when it does not. */
import type { AuditEntry } from "@edgewright/audit";
import { type SQL, sql } from "drizzle-orm";
import { constraintOf, type Statement, writeAll } from "./batch.ts";
import type { Database } from "./database.ts";
import { auditLog } from "./tables/index.ts";

/** The line, if `condition` holds when the batch runs. Else its scope is NULL, which the column refuses, and with it the whole batch. */
export const auditWhere = (database: Database, entry: AuditEntry, condition: SQL): Statement =>
  database.insert(auditLog).values({ ...entry, scope: sql`(select ${entry.scope} where ${condition})` });

export const isGuardRefusal = (error: unknown): boolean => constraintOf(error) === "NOT NULL constraint failed: audit_log.scope";

/** "refused": a guard did not hold, and nothing was written. */
export async function writeGuarded(database: Database, statements: Statement[]): Promise<"written" | "refused"> {
  try {
    await writeAll(database, statements);
    return "written";
  } catch (error) {
    if (isGuardRefusal(error)) return "refused";
    throw error;
  }
}
