/** News that must reach a SessionStream, kept until it did. Used by repositories/outbox.ts. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const outbox = sqliteTable(
  "outbox",
  {
    id: text("id").primaryKey(),
    /** The argument of `SessionStream.enqueue`; parsed when read. */
    enqueue: text("enqueue", { mode: "json" }).$type<unknown>().notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("outbox_created").on(table.createdAt)],
);
