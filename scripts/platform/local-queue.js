/**
 * Stands in for Cloudflare Queues on one's own machine: hands each message to the consumer, several at once, and again
 * when it asks for that. Miniflare's own queue hands out one batch at a time, so that one job that waits for a slow model
 * would hold up everybody's. What is on its way is lost with the process, as there; the session's object sends it again.
 */
import { WorkerEntrypoint } from "cloudflare:workers";

const QUEUE = "edgewright-jobs";
/** As many consumers as work at once; more would only share two cores. */
const AT_ONCE = 4;
const LOOK_MS = 20;

let working = 0;
const waiting = [];

export class LocalQueue extends WorkerEntrypoint {
  async send(body) {
    this.ctx.waitUntil(this.#deliver({ id: crypto.randomUUID(), timestamp: new Date(), body, attempts: 1 }));
  }

  async #deliver(message) {
    for (;;) {
      const delay = await inTurn(() => this.#hand(message));
      if (delay === null) return;
      message.attempts++;
      await new Promise((resolve) => setTimeout(resolve, delay * 1000));
    }
  }

  /** Seconds until the message is to come again; null: it is done. */
  async #hand(message) {
    try {
      const { outcome, retryBatch, retryMessages = [] } = await this.env.CONSUMER.queue(QUEUE, [message]);
      const again = retryMessages.find(({ msgId }) => msgId === message.id);
      if (again) return again.delaySeconds ?? 1;
      return outcome === "ok" && !retryBatch?.retry ? null : 1;
    } catch {
      return 1;
    }
  }
}

/** First come, first served. A request may wait for a timer, but not for another request. */
async function inTurn(work) {
  const own = Symbol();
  waiting.push(own);
  while (working >= AT_ONCE || waiting[0] !== own) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  waiting.shift();
  working++;
  try {
    return await work();
  } finally {
    working--;
  }
}

export default { fetch: () => new Response(null, { status: 404 }) };
