/** QuestioningSessions as rows. */
import type { QuestioningRecords } from "@edgewright/chat";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, chatMessages, questioningSessions } from "../../tables/index.ts";
import { lineIf } from "../audit/audit.ts";

export const questioningRepository = (database: Database): QuestioningRecords => ({
  async ask(questioning, audit) {
    const unasked = sql`not exists (select 1 from ${questioningSessions} where ${questioningSessions.id} = ${questioning.id})`;
    await writeAll(database, [
      lineIf(database, audit, unasked),
      database.insert(questioningSessions).values(questioning).onConflictDoNothing(),
    ]);
  },

  async ofJob(jobId) {
    const [row] = await database.select().from(questioningSessions).where(eq(questioningSessions.jobId, jobId)).limit(1);
    return row ?? null;
  },

  answered: (sessionId) =>
    database
      .select()
      .from(questioningSessions)
      .where(and(eq(questioningSessions.sessionId, sessionId), isNotNull(questioningSessions.answers)))
      .orderBy(asc(questioningSessions.createdAt)),

  async answer(id, answered, message, audit) {
    await writeAll(database, [
      database
        .update(questioningSessions)
        .set(answered)
        .where(and(eq(questioningSessions.id, id), isNull(questioningSessions.answers))),
      database.insert(chatMessages).values(message).onConflictDoNothing({ target: chatMessages.id }),
      database.insert(auditLog).values(audit),
    ]);
  },
});
