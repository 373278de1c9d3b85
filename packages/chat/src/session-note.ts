/** What the stream of a session decides and the database keeps too: who did it, and what is to be written with its line. */
import { AuditEntry } from "@edgewright/audit";
import { z } from "zod";

export const SessionNote = z.object({
  /** null: what it was done by has its own line. */
  line: AuditEntry.nullable(),
  change: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("message_edited"), messageId: z.string(), text: z.string() }),
      z.object({ kind: z.literal("job_stopped"), jobId: z.string(), at: z.number() }),
    ])
    .nullable(),
});
export type SessionNote = z.infer<typeof SessionNote>;

export interface SessionNotes {
  /** In their order, each once: a note that comes a second time changes nothing. */
  deliver(notes: readonly SessionNote[]): Promise<void>;
}
