/** What an organization's calls of a month add up to: in total, and by member, project, model and day. */
import type { MonthUsage, UsageSum } from "@edgewright/contracts";
import { type Column, eq, sql } from "drizzle-orm";
import type { Database } from "../database.ts";
import { modelCalls, modelSettings, projects, users } from "../tables/index.ts";
import { limitsOf } from "./limits.ts";
import { charged, ofMonth } from "./spent.ts";

export type UsageRecords = { ofMonth(organizationId: string, month: string): Promise<MonthUsage> };

export const usageRepository = (database: Database): UsageRecords => ({
  async ofMonth(organizationId, month) {
    const [rows, limits, [settings]] = await Promise.all([
      summed(database, organizationId, month),
      limitsOf(database, organizationId, month),
      database.select().from(modelSettings).where(eq(modelSettings.organizationId, organizationId)),
    ]);
    const total = rows.reduce(add, NOTHING);
    const dearestFirst = <T extends UsageSum>(sums: T[]) => sums.sort((a, b) => b.cost - a.cost || b.outputTokens - a.outputTokens);
    return {
      month,
      total,
      members: dearestFirst(groups(rows, (row) => ({ id: row.memberId, name: row.member ?? "Someone who left" }))),
      projects: dearestFirst(
        groups(rows, (row) => ({
          id: row.projectId,
          name: row.project ?? "A project that is gone",
          slug: row.deletedAt === null ? row.slug : null,
        })),
      ),
      models: dearestFirst(groups(rows, (row) => ({ id: row.model }))),
      days: groups(rows, (row) => ({ id: row.day }))
        .map(({ id: day, ...sum }) => ({ ...sum, day }))
        .sort((a, b) => a.day.localeCompare(b.day)),
      budgets: { jobBudget: settings?.jobBudget ?? null, monthBudget: settings?.monthBudget ?? null },
      limit: limits.month,
      left: limits.month === null ? null : Math.max(0, limits.month - total.cost),
    };
  },
});

/** One row for each combination that occurs. */
const summed = (database: Database, organizationId: string, month: string) => {
  const day = sql<string>`strftime('%Y-%m-%d', ${modelCalls.at} / 1000, 'unixepoch')`;
  const sum = (column: Column) => sql<number>`sum(${column})`;
  return database
    .select({
      memberId: modelCalls.memberId,
      member: users.name,
      projectId: modelCalls.projectId,
      project: projects.name,
      slug: projects.slug,
      deletedAt: projects.deletedAt,
      model: modelCalls.model,
      day: day.as("day"),
      calls: sql<number>`count(*)`,
      inputTokens: sum(modelCalls.inputTokens),
      cachedTokens: sum(modelCalls.cachedTokens),
      outputTokens: sum(modelCalls.outputTokens),
      cost: charged,
      unpriced: sql<number>`sum(${modelCalls.cost} is null)`,
    })
    .from(modelCalls)
    .leftJoin(users, eq(users.id, modelCalls.memberId))
    .leftJoin(projects, eq(projects.id, modelCalls.projectId))
    .where(ofMonth(organizationId, month))
    .groupBy(modelCalls.memberId, modelCalls.projectId, modelCalls.model, sql`day`);
};

const NOTHING: UsageSum = { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: 0, unpriced: 0 };

const add = (sum: UsageSum, one: UsageSum): UsageSum => ({
  calls: sum.calls + one.calls,
  inputTokens: sum.inputTokens + one.inputTokens,
  cachedTokens: sum.cachedTokens + one.cachedTokens,
  outputTokens: sum.outputTokens + one.outputTokens,
  cost: sum.cost + one.cost,
  unpriced: sum.unpriced + one.unpriced,
});

function groups<Row extends UsageSum, Named extends { id: string }>(rows: Row[], named: (row: Row) => Named): (UsageSum & Named)[] {
  const found = new Map<string, UsageSum & Named>();
  for (const row of rows) {
    const name = named(row);
    found.set(name.id, { ...name, ...add(found.get(name.id) ?? NOTHING, row) });
  }
  return [...found.values()];
}
