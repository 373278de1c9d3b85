/**
 * Brings what the database has decided to whatever must learn of it. Called right after it is stored, and by a sweep for what
 * a crash left behind. Delivering twice is harmless: the stream takes a job once, a job that has its answer waits no more, and
 * the others compare with what is so now. See docs/decisions/0024.
 */
import type { QueueMessage, SessionStreamRpc, WorkspaceRpc } from "@edgewright/contracts";
import { type Clock, log } from "@edgewright/core";
import type { OutboxEntry, OutboxRecords } from "./ports.ts";

export type OutboxDeps = {
  outbox: OutboxRecords;
  clock: Clock;
  stream(sessionId: string): Pick<SessionStreamRpc, "enqueue" | "answer" | "cancel">;
  workspace(projectId: string): Pick<WorkspaceRpc, "follow">;
  /** Puts something on the queue. */
  send(message: QueueMessage): Promise<void>;
  /** Removes every picture of the person's but the one that is shown; of somebody who is gone, all. */
  sweepPictures(userId: string): Promise<void>;
};

async function bring(deps: OutboxDeps, entry: OutboxEntry): Promise<void> {
  if ("enqueue" in entry) return deps.stream(entry.enqueue.sessionId).enqueue(entry.enqueue);
  if ("follow" in entry) return deps.workspace(entry.follow.projectId).follow(entry.follow.projectId);
  if ("pictures" in entry) return deps.sweepPictures(entry.pictures.userId);
  if ("sync" in entry) return deps.send({ kind: "sync", ...entry.sync });
  if ("delivery" in entry) return deps.send({ kind: "delivery", ...entry.delivery });
  if ("deploy" in entry) return deps.send({ kind: "deploy", ...entry.deploy });
  if ("stop" in entry) {
    await deps.stream(entry.stop.sessionId).cancel(entry.stop.jobId);
    return;
  }
  const { sessionId, ...answer } = entry.answer;
  await deps.stream(sessionId).answer(answer);
}

export async function deliverOutbox(deps: OutboxDeps, entry: OutboxEntry): Promise<boolean> {
  try {
    await bring(deps, entry);
  } catch (error) {
    // It stays in the outbox, and the next sweep takes it.
    log.warn("outbox entry not delivered", { outboxId: entry.id, error: String(error) });
    return false;
  }
  await deps.outbox.remove(entry.id);
  return true;
}

/** Delivers entries at least `olderThanMs` old; returns how many arrived. */
export async function sweepOutbox(deps: OutboxDeps, options: { olderThanMs: number; limit: number }): Promise<number> {
  const due = await deps.outbox.due(deps.clock.now() - options.olderThanMs, options.limit);
  let delivered = 0;
  for (const entry of due) if (await deliverOutbox(deps, entry)) delivered++;
  return delivered;
}
