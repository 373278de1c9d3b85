/** Connections that stay open, by the object that holds them. What changes the access of one marks it (triggers of migration 0008). Used by repositories/access.ts. */
import type { LiveObject } from "@edgewright/contracts";
import { sql } from "drizzle-orm";
import { index, primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";

export const liveConnections = sqliteTable(
  "live_connections",
  {
    objectKind: text("object_kind").$type<LiveObject["kind"]>().notNull(),
    objectId: text("object_id").notNull(),
    /** A session's or a token's id, or `link`. */
    signIn: text("sign_in").notNull(),
    /** null: no person is behind it. */
    userId: text("user_id"),
    projectId: text("project_id").notNull(),
    /** null: nothing has changed since the object last looked; else another value with each change. */
    mark: text("mark"),
  },
  (table) => [
    primaryKey({ columns: [table.objectId, table.signIn] }),
    index("live_connections_sign_in").on(table.signIn),
    index("live_connections_user").on(table.userId),
    index("live_connections_project").on(table.projectId),
    index("live_connections_marked").on(table.mark).where(sql`${table.mark} is not null`),
  ],
);
