/** QuestioningSessions as rows. */
import type { QuestioningRecords } from "@edgewright/chat";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import { writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditWhere, writeGuarded } from "../../guarded.ts";
import { chatMessages, outbox, questioningSessions } from "../../tables/index.ts";
import { lineIf } from "../audit/audit.ts";
import { newsOf } from "./outbox.ts";

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

  answer: (id, answered, message, audit, entry) => {
    const unanswered = and(eq(questioningSessions.id, id), isNull(questioningSessions.answers));
    return writeGuarded(database, [
      auditWhere(database, audit, sql`exists (select 1 from ${questioningSessions} where ${unanswered})`),
      database.update(questioningSessions).set(answered).where(unanswered),
      database.insert(chatMessages).values(message),
      database.insert(outbox).values(newsOf(entry)),
    ]);
  },
});
