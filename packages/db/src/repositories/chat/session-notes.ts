/** What a session's stream decided, as rows. */
import type { SessionNote, SessionNotes } from "@edgewright/chat";
import { and, eq, notExists, sql } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { agentJobs, auditLog, chatMessages } from "../../tables/index.ts";
import { lineIf, lineOnce } from "../audit/audit.ts";
import { isOpen } from "./jobs.ts";

export const sessionNoteRepository = (database: Database): SessionNotes => ({
  async deliver(notes) {
    await writeAll(
      database,
      notes.flatMap((note) => statements(database, note)),
    );
  },
});

function statements(database: Database, { line, change }: SessionNote): Statement[] {
  if (change === null) return line ? [lineOnce(database, line)] : [];
  if (change.kind === "message_edited") {
    const told = database
      .select({ id: auditLog.id })
      .from(auditLog)
      .where(eq(auditLog.id, line?.id ?? ""));
    const edited = database
      .update(chatMessages)
      .set({ text: change.text })
      .where(and(eq(chatMessages.id, change.messageId), notExists(told)));
    return line ? [edited, lineOnce(database, line)] : [edited];
  }
  const stopped = database
    .update(agentJobs)
    .set({ status: "cancelled", finishedAt: change.at })
    .where(and(eq(agentJobs.id, change.jobId), isOpen));
  const open = sql`exists (select 1 from ${agentJobs} where ${agentJobs.id} = ${change.jobId} and ${isOpen})`;
  return line ? [lineIf(database, line, open).onConflictDoNothing({ target: auditLog.id }), stopped] : [stopped];
}
