/** ChatSessions (each also names its AgentSession) and ChatMessages. Used by repositories/sessions.ts and messages.ts. */
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { projects } from "./projects.ts";

export const chatSessions = sqliteTable(
  "chat_sessions",
  {
    id: text("id").primaryKey(),
    projectId: text("project_id")
      .notNull()
      .references(() => projects.id, { onDelete: "cascade" }),
    createdBy: text("created_by").notNull(),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("chat_sessions_project").on(table.projectId, table.id)],
);

export const chatMessages = sqliteTable(
  "chat_messages",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => chatSessions.id, { onDelete: "cascade" }),
    role: text("role", { enum: ["user", "assistant", "system"] }).notNull(),
    text: text("text").notNull(),
    authorId: text("author_id"),
    jobId: text("job_id"),
    createdAt: integer("created_at").notNull(),
  },
  (table) => [index("chat_messages_session").on(table.sessionId, table.createdAt, table.id)],
);
