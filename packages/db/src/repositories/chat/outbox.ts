/** Outbox entries as rows. */
import type { OutboxEntry, OutboxRecords } from "@edgewright/chat";
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

const Answer = z.object({
  answer: z.object({
    sessionId: z.string(),
    jobId: z.string(),
    kind: z.enum(["questions", "plan", "budget", "data"]),
    result: z.json(),
    events: z.array(NewEvent),
  }),
});
const Stop = z.object({ stop: z.object({ sessionId: z.string(), jobId: z.string() }) });
const Follow = z.object({ follow: z.object({ projectId: z.string() }) });
const Sync = z.object({ sync: z.object({ projectId: z.string() }) });
const OfDelivery = z.object({ delivery: z.object({ deliveryId: z.string() }) });
const OfPictures = z.object({ pictures: z.object({ userId: z.string() }) });
const Deploy = z.object({ deploy: z.object({ deploymentId: z.string() }) });
/** As a row has it: under its name, but for a job, as before there was anything else. */
const News = z.union([Answer, Stop, Follow, Sync, OfDelivery, OfPictures, Deploy, Enqueue.transform((enqueue) => ({ enqueue }))]);

export const newsOf = ({ id, createdAt, ...news }: OutboxEntry) => ({
  id,
  createdAt,
  enqueue: "enqueue" in news ? news.enqueue : news,
});

/** What GitHub told of is named by its delivery, so that its news is one as well. */
export const deliveryNews = (deliveryId: string, createdAt: number) =>
  newsOf({ id: `out_${deliveryId}`, delivery: { deliveryId }, createdAt });

export const outboxRepository = (database: Database): OutboxRecords => ({
  async due(until, limit) {
    const rows = await database.select().from(outbox).where(lte(outbox.createdAt, until)).orderBy(asc(outbox.createdAt)).limit(limit);
    return rows.map(({ id, createdAt, enqueue }) => ({ id, createdAt, ...News.parse(enqueue) }));
  },

  async remove(id) {
    await database.delete(outbox).where(eq(outbox.id, id));
  },
});
