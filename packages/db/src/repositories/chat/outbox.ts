/** Outbox entries as rows. */
import type { OutboxRecords } from "@edgewright/chat";
import { Delivery, NewEvent } from "@edgewright/contracts";
import { asc, eq, lte } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "../../database.ts";
import { outbox } from "../../tables/index.ts";

const Enqueue = z.object({
  jobId: z.string(),
  sessionId: z.string(),
  projectId: z.string(),
  // An entry made before organizations took turns does not name its own.
  organizationId: z.string().default(""),
  messageId: z.string(),
  text: z.string(),
  deliver: Delivery,
  events: z.array(NewEvent),
});

export const outboxRepository = (database: Database): OutboxRecords => ({
  async due(until, limit) {
    const rows = await database.select().from(outbox).where(lte(outbox.createdAt, until)).orderBy(asc(outbox.createdAt)).limit(limit);
    return rows.map((row) => ({ ...row, enqueue: Enqueue.parse(row.enqueue) }));
  },

  async remove(id) {
    await database.delete(outbox).where(eq(outbox.id, id));
  },
});
