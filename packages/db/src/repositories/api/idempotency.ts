/** Answers kept for requests that are sent again with the same Idempotency-Key. Used by the API's idempotency middleware. */
import { and, eq, lt } from "drizzle-orm";
import type { Database } from "../../database.ts";
import { idempotencyKeys } from "../../tables/index.ts";

export type KeptAnswer = { request: string; status: number | null; body: string | null };

export type IdempotencyRecords = {
  /** null: the key is new and now belongs to this request. Otherwise what is known of the earlier one. */
  claim(key: { userId: string; key: string; request: string; now: number }): Promise<KeptAnswer | null>;
  settle(key: { userId: string; key: string; status: number; body: string }): Promise<void>;
  release(key: { userId: string; key: string }): Promise<void>;
  forgetBefore(time: number): Promise<void>;
};

export function idempotencyRepository(database: Database): IdempotencyRecords {
  const same = (key: { userId: string; key: string }) => and(eq(idempotencyKeys.userId, key.userId), eq(idempotencyKeys.key, key.key));
  return {
    async claim({ userId, key, request, now }) {
      const claimed = await database
        .insert(idempotencyKeys)
        .values({ userId, key, request, createdAt: now })
        .onConflictDoNothing()
        .returning({ key: idempotencyKeys.key });
      if (claimed.length > 0) return null;
      const [row] = await database
        .select({ request: idempotencyKeys.request, status: idempotencyKeys.status, body: idempotencyKeys.body })
        .from(idempotencyKeys)
        .where(same({ userId, key }))
        .limit(1);
      return row ?? null;
    },

    async settle({ status, body, ...key }) {
      await database.update(idempotencyKeys).set({ status, body }).where(same(key));
    },

    async release(key) {
      await database.delete(idempotencyKeys).where(same(key));
    },

    async forgetBefore(time) {
      await database.delete(idempotencyKeys).where(lt(idempotencyKeys.createdAt, time));
    },
  };
}
