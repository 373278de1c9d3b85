/** Answers to creating requests that carried an Idempotency-Key, kept for a day. Used by repositories/idempotency.ts. */
import { index, integer, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const idempotencyKeys = sqliteTable(
  "idempotency_keys",
  {
    userId: text("user_id").notNull(),
    key: text("key").notNull(),
    /** SHA-256 of method, path and body: a key belongs to one request. */
    request: text("request").notNull(),
    /** null while the first request is still at work. */
    status: integer("status"),
    body: text("body"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.userId, table.key] }), index("idempotency_keys_created").on(table.createdAt)],
);
