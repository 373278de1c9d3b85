/**
 * The mails of one's own machine: kept in R2, apart from everything else, so that they can be read at
 * `/dev/mail`. Keys count down, since R2 lists them upwards and the newest is wanted first.
 */
import type { Mailbox, Mailer } from "@edgewright/accounts";
import { OutboxMail } from "@edgewright/contracts";
import { type Clock, iso, ok } from "@edgewright/core";

const PREFIX = "mail-outbox/";
const KEPT = 100;

const LAST = 9_999_999_999_999;

/** Two mails of one millisecond are told apart, the later one first as well. */
const ID = /^\d{13}-\d{6}-[0-9a-f]{4}$/;

export function r2Outbox(bucket: R2Bucket, clock: Clock): Mailer & Mailbox {
  let sent = 0;
  const nextId = () => {
    sent += 1;
    const random = crypto.randomUUID().slice(0, 4);
    return `${String(LAST - clock.now()).padStart(13, "0")}-${String(999_999 - (sent % 1_000_000)).padStart(6, "0")}-${random}`;
  };
  const read = async (key: string): Promise<OutboxMail | null> => {
    const object = await bucket.get(key);
    return object ? OutboxMail.parse(await object.json()) : null;
  };
  return {
    once: false,
    async send({ id: _, ...mail }) {
      const id = nextId();
      await bucket.put(PREFIX + id, JSON.stringify({ id, at: iso(clock.now()), ...mail } satisfies OutboxMail));
      const { objects } = await bucket.list({ prefix: PREFIX });
      const old = objects.slice(KEPT).map(({ key }) => key);
      if (old.length > 0) await bucket.delete(old);
      return ok(undefined);
    },
    async list() {
      const { objects } = await bucket.list({ prefix: PREFIX, limit: KEPT });
      const mails = await Promise.all(objects.map(({ key }) => read(key)));
      return mails.filter((mail) => mail !== null);
    },
    get: async (id) => (ID.test(id) ? read(PREFIX + id) : null),
  };
}
