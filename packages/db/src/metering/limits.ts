/** How much a job and a month may cost, with what people let through on top. Used by the meter and the month's usage. */
import { and, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { modelSettings, monthRaises } from "../tables/index.ts";

/** USD; null: no limit. */
export type Limits = { job: number | null; month: number | null };

/** `job` is the organization's, for projects that set none. */
export async function limitsOf(database: Database, organizationId: string, month: string): Promise<Limits> {
  const raised = sql<number>`(select coalesce(sum(${monthRaises.amount}), 0) from ${monthRaises}
    where ${and(eq(monthRaises.organizationId, organizationId), eq(monthRaises.month, month))})`;
  const [row] = await database
    .select({ job: modelSettings.jobBudget, month: modelSettings.monthBudget, raised })
    .from(modelSettings)
    .where(eq(modelSettings.organizationId, organizationId));
  if (!row) return { job: null, month: null };
  return { job: row.job, month: row.month === null ? null : row.month + row.raised };
}
