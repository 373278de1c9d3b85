/**
 * Pays for calls of models within the budgets. What a call may cost at most is set aside before it is
 * made, in one conditional write, so that calls side by side cannot pass a budget together; what it came
 * to takes its place afterwards. A call whose consumer died is given up after a while, at the platform's cost.
 */

import { type Clock, newId } from "@edgewright/core";
import { costOf, type Meter, type ModelCall, monthOf } from "@edgewright/models";
import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import { constraintOf, writeAll } from "../batch.ts";
import type { Database } from "../database.ts";
import { newsOf } from "../repositories/chat/outbox.ts";
import { auditLog, modelCalls, modelSettings, monthRaises, outbox } from "../tables/index.ts";
import { jobUsage } from "./job-usage.ts";
import { type Limits, limitsOf } from "./limits.ts";
import { charged, ofMonth } from "./spent.ts";

/** Fewer tokens than this are no answer worth paying for. */
const USEFUL_TOKENS = 1000;
/** Longer than a consumer can live. */
const GIVEN_UP_MS = 20 * 60_000;
const MILLION = 1_000_000;
/** Dearer than anything, where there is no budget. */
const NO_LIMIT = 1e9;

/** Beside the agent's meter: what the jobs worker calls every minute. */
export type SweptMeter = Meter & { giveUpTheDead(): Promise<void> };

export function createMeter(database: Database, clock: Clock): SweptMeter {
  const giveUp = async (which?: SQL) => {
    const dead = and(eq(modelCalls.state, "reserved"), lt(modelCalls.at, clock.now() - GIVEN_UP_MS), which);
    await database
      .update(modelCalls)
      .set({ state: "settled", charged: false, outputTokens: 0, inputTokens: 0, cost: sql`${modelCalls.cost} * 0` })
      .where(dead);
  };

  return {
    async reserve(call) {
      await giveUp(eq(modelCalls.jobId, call.jobId));
      const month = monthOf(clock.now());
      const limits = await limitsFor(database, call, month);
      const wanted = Math.max(1, Math.min(call.model.outputTokens, call.model.contextTokens - call.inputTokens));
      const least = Math.min(USEFUL_TOKENS, wanted);
      const [row] = await setAside(database, { call, month, limits, wanted, least, at: clock.now() });
      if (row) return { ok: true, outputTokens: row.outputTokens };
      const needed = costOf(call.model.price, { inputTokens: call.inputTokens, cachedTokens: 0, outputTokens: least }) ?? 0;
      const [job = 0, organization = 0] = await Promise.all([
        spent(database, call.id, eq(modelCalls.jobId, call.jobId)),
        spent(database, call.id, ofMonth(call.organizationId, month)),
      ]);
      if (limits.job !== null && job + needed > limits.job)
        return { ok: false, reached: { scope: "job", limit: limits.job, spent: job, needed } };
      return { ok: false, reached: { scope: "organization", limit: limits.month ?? 0, spent: organization, needed } };
    },

    async settle(callId, { cost, ...tokens }) {
      const open = and(eq(modelCalls.id, callId), eq(modelCalls.state, "reserved"));
      const [row] = await database.select({ price: modelCalls.price }).from(modelCalls).where(open);
      if (!row) return;
      await database
        .update(modelCalls)
        .set({ state: "settled", ...tokens, cost: cost ?? costOf(row.price, tokens) })
        .where(open);
    },

    ofJob: (jobId) => jobUsage(database, jobId),

    async forgive(jobId) {
      await database.update(modelCalls).set({ charged: false }).where(eq(modelCalls.jobId, jobId));
    },

    async raiseMonth(organizationId, by, audit, answer) {
      const at = clock.now();
      const amount = modelSettings.monthBudget;
      const raise = database.insert(monthRaises).select(
        sql`select ${newId("rai")}, ${organizationId}, ${monthOf(at)}, ${amount}, ${by.id}, ${at} from ${modelSettings}
          where ${modelSettings.organizationId} = ${organizationId} and ${amount} is not null`,
      );
      try {
        await writeAll(database, [database.insert(outbox).values(newsOf(answer)), raise, database.insert(auditLog).values(audit)]);
        return "raised";
      } catch (error) {
        if (constraintOf(error) === "UNIQUE constraint failed: outbox.id") return "pending";
        throw error;
      }
    },

    giveUpTheDead: () => giveUp(),
  };
}

async function limitsFor(database: Database, { organizationId, jobBudget, raised }: ModelCall, month: string): Promise<Limits> {
  const limits = await limitsOf(database, organizationId, month);
  const job = jobBudget ?? limits.job;
  return { job: job === null ? null : job * (1 + raised), month: limits.month };
}

/** Without the call itself: whoever makes the same call again takes its place. */
const spentBeside = (callId: string, which: SQL) =>
  sql<number>`(select ${charged} from ${modelCalls} where ${which} and ${modelCalls.id} <> ${callId})`;

const spent = async (database: Database, callId: string, which: SQL): Promise<number> =>
  (await database.get<{ usd: number }>(sql`select ${spentBeside(callId, which)} as usd`)).usd;

type Aside = { call: ModelCall; month: string; limits: Limits; wanted: number; least: number; at: number };

/** As many of the wanted tokens as the budgets leave room for; no row where that is fewer than the least. */
function setAside(database: Database, { call, month, limits, wanted, least, at }: Aside) {
  const { id, organizationId, projectId, jobId, memberId, inputTokens } = call;
  const { name, price } = call.model;
  const { input = 0, output = 0 } = price ?? {};
  const free = input === 0 && output === 0;
  const room = sql`min(
    ${limits.job ?? NO_LIMIT} - ${spentBeside(id, eq(modelCalls.jobId, jobId))},
    ${limits.month ?? NO_LIMIT} - ${spentBeside(id, ofMonth(organizationId, month))})`;
  // A model that charges for input alone still divides by something.
  const affordable = sql`cast((${room} * ${MILLION} - ${inputTokens * input}) / ${Math.max(output, 1e-6)} as integer)`;
  const allowed = free ? sql`${wanted}` : sql`min(${wanted}, ${affordable})`;
  const cost = price === null ? sql`null` : sql`(${inputTokens * input} + allowed * ${output}) / ${MILLION}`;
  return database
    .insert(modelCalls)
    .select(
      sql`select ${id}, ${organizationId}, ${projectId}, ${jobId}, ${memberId}, ${name}, ${price && JSON.stringify(price)},
        'reserved', 1, ${inputTokens}, 0, allowed, ${cost}, ${at}
        from (select ${allowed} as allowed) where allowed >= ${least}`,
    )
    .onConflictDoUpdate({
      target: modelCalls.id,
      set: {
        state: "reserved",
        charged: true,
        inputTokens,
        cachedTokens: 0,
        outputTokens: sql`excluded.output_tokens`,
        cost: sql`excluded.cost`,
        at,
      },
    })
    .returning({ outputTokens: modelCalls.outputTokens });
}
