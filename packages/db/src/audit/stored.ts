/** A line of the log with its very text, as the chain hashes it. */
import { sql } from "drizzle-orm";
import { auditLog } from "../tables/index.ts";

/** Past the column's own decoding, which would give an object. */
const text = <T extends string | null>(column: typeof auditLog.detail | typeof auditLog.before | typeof auditLog.after) =>
  sql<T>`${column}`;

export const storedEntry = {
  id: auditLog.id,
  scope: auditLog.scope,
  at: auditLog.at,
  projectId: auditLog.projectId,
  action: sql<string>`${auditLog.action}`,
  subject: auditLog.subject,
  actorKind: sql<string>`${auditLog.actorKind}`,
  actorId: auditLog.actorId,
  actorName: auditLog.actorName,
  personId: auditLog.personId,
  ip: auditLog.ip,
  userAgent: auditLog.userAgent,
  requestId: auditLog.requestId,
  detail: text<string>(auditLog.detail),
  before: text<string | null>(auditLog.before),
  after: text<string | null>(auditLog.after),
};
