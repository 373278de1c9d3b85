/** What GitHub told of, a row for each delivery, with its news in the outbox. */
import type { GitHubRecords } from "@edgewright/github";
import { eq, lt } from "drizzle-orm";
import { constraintOf, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { githubDeliveries, outbox } from "../../tables/index.ts";
import { deliveryNews } from "../chat/outbox.ts";

export const deliveryRepository = (
  database: Database,
): Pick<GitHubRecords, "takeDelivery" | "delivery" | "finishDelivery" | "forgetDeliveries"> => ({
  async takeDelivery(delivery) {
    try {
      await writeAll(database, [
        database.insert(githubDeliveries).values(delivery),
        database.insert(outbox).values(deliveryNews(delivery.id, delivery.receivedAt)),
      ]);
      return true;
    } catch (error) {
      if (constraintOf(error) === "UNIQUE constraint failed: github_deliveries.id") return false;
      throw error;
    }
  },

  async delivery(id) {
    const [row] = await database.select().from(githubDeliveries).where(eq(githubDeliveries.id, id));
    return row ?? null;
  },

  async finishDelivery(id, at) {
    await database.update(githubDeliveries).set({ doneAt: at }).where(eq(githubDeliveries.id, id));
  },

  async forgetDeliveries(before) {
    await database.delete(githubDeliveries).where(lt(githubDeliveries.receivedAt, before));
  },
});
