/** The AuditLog. Rows are only ever added. Used by repositories/audit.ts. */
import type { AuditAction } from "@edgewright/audit";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const auditLog = sqliteTable(
  "audit_log",
  {
    id: text("id").primaryKey(),
    organizationId: text("organization_id").notNull(),
    action: text("action").$type<AuditAction>().notNull(),
    subject: text("subject").notNull(),
    actorKind: text("actor_kind", { enum: ["person", "agent", "system"] }).notNull(),
    actorId: text("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    ip: text("ip"),
    detail: text("detail", { mode: "json" }).$type<Record<string, string | number | boolean | null>>().notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("audit_log_organization").on(table.organizationId, table.id)],
);
