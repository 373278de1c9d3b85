/** The AuditLog and the hash chain over it. Rows are added, sealed once by the sweep, and removed by retention only. */
import type { ActorKind, AuditAction, Summary } from "@edgewright/audit";
import { sql } from "drizzle-orm";
import { index, integer, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";

const summary = (name: string) => text(name, { mode: "json" }).$type<Summary>();

export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    /** Whose log it is: an organization's id, or a person's for what concerns their account alone. */
    scope: text("scope").notNull(),
    projectId: text("project_id"),
    action: text("action").$type<AuditAction>().notNull(),
    subject: text("subject").notNull(),
    actorKind: text("actor_kind").$type<ActorKind>().notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    personId: text("person_id"),
    ip: text("ip"),
    userAgent: text("user_agent"),
    requestId: text("request_id"),
    detail: summary("detail").notNull(),
    before: summary("before"),
    after: summary("after"),
    at: integer("at").notNull(),
    /** Its place in its scope's chain, from 1; null until it is sealed. */
    number: integer("number"),
    hash: text("hash"),
  },
  (table) => [
    index("audit_log_scope").on(table.scope, table.id),
    index("audit_log_action").on(table.scope, table.action, table.id),
    index("audit_log_person").on(table.scope, table.personId, table.id),
    index("audit_log_project").on(table.scope, table.projectId, table.id),
    index("audit_log_unsealed").on(table.id).where(sql`${table.number} is null`),
    uniqueIndex("audit_log_chain").on(table.scope, table.number),
  ],
);

/** Where each scope's chain begins and ends, so that rows missing at either end are noticed too. */
export const auditChains = sqliteTable("audit_chains", {
  scope: text("scope").primaryKey(),
  /** The place and hash of the last row that retention removed; 0 and "" when none was. */
  anchorNumber: integer("anchor_number").notNull(),
  anchorHash: text("anchor_hash").notNull(),
  lastNumber: integer("last_number").notNull(),
  lastHash: text("last_hash").notNull(),
  /** Over the four above, keyed as the rows' hashes are. */
  hash: text("hash").notNull(),
});
