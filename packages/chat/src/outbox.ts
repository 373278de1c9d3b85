/**
 * Brings queued jobs to their session's stream. Called right after a message is
 * stored, and by a sweep for what a crash left behind. Delivering twice is
 * harmless: the stream takes a job once.
 */

import type { Enqueue } from "@edgewright/contracts";
import { type Clock, log } from "@edgewright/core";
import type { OutboxEntry, OutboxRecords } from "./ports.ts";

export type OutboxDeps = { outbox: OutboxRecords; clock: Clock; enqueue(input: Enqueue): Promise<void> };

export async function deliver(deps: OutboxDeps, entry: OutboxEntry): Promise<boolean> {
  try {
    await deps.enqueue(entry.enqueue);
  } catch (error) {
    // It stays in the outbox, and the next sweep takes it.
    log.warn("outbox entry not delivered", { jobId: entry.enqueue.jobId, error: String(error) });
    return false;
  }
  await deps.outbox.remove(entry.id);
  return true;
}

/** Delivers entries at least `olderThanMs` old; returns how many arrived. */
export async function sweepOutbox(deps: OutboxDeps, options: { olderThanMs: number; limit: number }): Promise<number> {
  const due = await deps.outbox.due(deps.clock.now() - options.olderThanMs, options.limit);
  let delivered = 0;
  for (const entry of due) if (await deliver(deps, entry)) delivered++;
  return delivered;
}
