/** What calls add up to, as SQL that stands in any query over model_calls. Used by the meter and the month's usage. */

import { spanOf } from "@edgewright/models";
import { eq, gte, lt, type SQL, sql } from "drizzle-orm";
import { modelCalls } from "../tables/index.ts";

/** USD. What was set aside counts as spent until it is known; what has no price, or was the platform's fault, never does. */
export const charged = sql<number>`coalesce(sum(case when ${modelCalls.charged} then ${modelCalls.cost} end), 0)`;

export const ofMonth = (organizationId: string, month: string): SQL => {
  const { from, until } = spanOf(month);
  return sql`${eq(modelCalls.organizationId, organizationId)} and ${gte(modelCalls.at, from)} and ${lt(modelCalls.at, until)}`;
};
