/** QuestioningSessions: what the agent asked in one job, and the brief that came of it. Used by repositories/questioning.ts. */
import type { Answers, Question } from "@edgewright/contracts";
import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { chatSessions } from "./chat.ts";

export const questioningSessions = sqliteTable(
  "questioning_sessions",
  {
    id: text("id").primaryKey(),
    sessionId: text("session_id")
      .notNull()
      .references(() => chatSessions.id, { onDelete: "cascade" }),
    jobId: text("job_id").notNull().unique(),
    questions: text("questions", { mode: "json" }).$type<Question[]>().notNull(),
    answers: text("answers", { mode: "json" }).$type<Answers>(),
    brief: text("brief"),
    createdAt: integer("created_at").notNull(),
    answeredAt: integer("answered_at"),
  },
  (table) => [index("questioning_sessions_session").on(table.sessionId, table.createdAt)],
);
