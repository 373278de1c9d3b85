/**
 * Stands in for Cloudflare Queues on one's own machine: hands each message to the consumer at once, and again when it
 * asks for that. How many jobs work at once is for JobSchedule to say. Miniflare's own queue hands out one batch at a time, so that one job that waits for a slow model
 * would hold up everybody's. What is on its way is lost with the process, as there; the session's object sends it again.
 */
import { WorkerEntrypoint } from "cloudflare:workers";

const QUEUE = "edgewright-jobs";

export class LocalQueue extends WorkerEntrypoint {
  async send(body) {
    this.ctx.waitUntil(this.#deliver({ id: crypto.randomUUID(), timestamp: new Date(), body, attempts: 1 }));
  }

  async #deliver(message) {
    for (;;) {
      const delay = await this.#hand(message);
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

export default { fetch: () => new Response(null, { status: 404 }) };
