/** What a job has used of models. Used by the meter. */
import type { Usage } from "@edgewright/contracts";
import { asc, eq } from "drizzle-orm";
import type { Database } from "../database.ts";
import { modelCalls } from "../tables/index.ts";

export async function jobUsage(database: Database, jobId: string): Promise<Usage | null> {
  const calls = await database.select().from(modelCalls).where(eq(modelCalls.jobId, jobId)).orderBy(asc(modelCalls.at), asc(modelCalls.id));
  const last = calls.at(-1);
  if (!last) return null;
  const sum = (of: (call: (typeof calls)[number]) => number) => calls.reduce((total, call) => total + of(call), 0);
  return {
    model: last.model,
    calls: calls.length,
    inputTokens: sum((call) => call.inputTokens),
    cachedTokens: sum((call) => call.cachedTokens),
    outputTokens: sum((call) => call.outputTokens),
    cost: calls.some(({ cost }) => cost === null) ? null : sum(({ cost }) => cost ?? 0),
  };
}
