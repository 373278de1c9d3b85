/** Calls paid within budgets: whatever order they are made, settled and left in. */

import { auditEntry } from "@edgewright/audit";
import type { ModelPrice } from "@edgewright/contracts";
import type { ModelCall } from "@edgewright/models";
import { testWorld } from "@edgewright/testing";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { schema } from "../database.ts";
import { createMeter } from "./meter.ts";

const PRICE: ModelPrice = { input: 1, cached: 0.1, output: 10 };
const HOUR = 3600_000;

async function world(budgets: { jobBudget?: number | null; monthBudget?: number | null } = {}) {
  const { database, clock, organizationId, origin } = await testWorld();
  const stamp = { updatedBy: "usr_1", updatedAt: 0 };
  await database.insert(schema.modelSettings).values({ organizationId, jobBudget: null, monthBudget: null, ...budgets, ...stamp });
  const meter = createMeter(database, clock);
  const call = (id: string, change: Partial<ModelCall> & { price?: ModelPrice | null } = {}): ModelCall => ({
    id,
    organizationId,
    projectId: "prj_1",
    jobId: "job_1",
    memberId: "usr_1",
    model: {
      name: "openai:x",
      contextTokens: 100_000,
      outputTokens: 20_000,
      tools: true,
      price: change.price === undefined ? PRICE : change.price,
    },
    jobBudget: null,
    raised: 0,
    inputTokens: 10_000,
    ...change,
  });
  const cost = async () =>
    (await database.select().from(schema.modelCalls)).reduce((sum, row) => sum + (row.charged ? (row.cost ?? 0) : 0), 0);
  return { meter, call, cost, clock, database, organizationId, origin };
}

const tokens = (inputTokens: number, outputTokens: number, cachedTokens = 0) => ({ inputTokens, cachedTokens, outputTokens, cost: null });

describe("a call", () => {
  test("without a budget may answer as long as the model can", async () => {
    const { meter, call } = await world();
    expect(await meter.reserve(call("cal_1"))).toEqual({ ok: true, outputTokens: 20_000 });
    expect(await meter.reserve(call("cal_2", { inputTokens: 95_000 }))).toEqual({ ok: true, outputTokens: 5_000 });
  });

  test("is set aside at its most, then counted as what it came to, once", async () => {
    const { meter, call } = await world();
    await meter.reserve(call("cal_1"));
    expect(await meter.ofJob("job_1")).toMatchObject({ calls: 1, cost: expect.closeTo(0.01 + 0.2) });
    await meter.settle("cal_1", tokens(9_000, 1_000, 4_000));
    await meter.settle("cal_1", tokens(1, 1));
    const usage = { model: "openai:x", calls: 1, inputTokens: 9_000, cachedTokens: 4_000, outputTokens: 1_000 };
    expect(await meter.ofJob("job_1")).toEqual({ ...usage, cost: expect.closeTo(0.005 + 0.0004 + 0.01) });
  });

  test("costs what its provider says, where it says so", async () => {
    const { meter, call, cost } = await world();
    await meter.reserve(call("cal_1"));
    await meter.settle("cal_1", { ...tokens(9_000, 1_000), cost: 0.5 });
    expect(await cost()).toBe(0.5);
  });

  test("of a model without a price counts its tokens, costs null and passes every budget", async () => {
    const { meter, call } = await world({ monthBudget: 0 });
    expect(await meter.reserve(call("cal_1", { price: null }))).toMatchObject({ ok: true });
    await meter.settle("cal_1", tokens(9_000, 1_000));
    expect(await meter.ofJob("job_1")).toMatchObject({ inputTokens: 9_000, cost: null });
  });

  test("of a free model passes a budget that is used up", async () => {
    const { meter, call } = await world({ monthBudget: 0 });
    expect(await meter.reserve(call("cal_1", { price: { input: 0, cached: 0, output: 0 } }))).toMatchObject({ ok: true });
    expect(await meter.ofJob("job_1")).toMatchObject({ cost: 0 });
  });
});

describe("a budget", () => {
  test("shortens the answer to what is left, and refuses one too short to be of use", async () => {
    const { meter, call } = await world({ jobBudget: 0.1 });
    expect(await meter.reserve(call("cal_1"))).toEqual({ ok: true, outputTokens: 9_000 });
    const reached = { scope: "job", limit: 0.1, spent: expect.closeTo(0.1), needed: expect.closeTo(0.02) };
    expect(await meter.reserve(call("cal_2"))).toEqual({ ok: false, reached });
  });

  test("of the project comes before the organization's, and grows as often as a person let it", async () => {
    const { meter, call } = await world({ jobBudget: 100 });
    expect(await meter.reserve(call("cal_1", { jobBudget: 0.02 }))).toMatchObject({ ok: true, outputTokens: 1_000 });
    expect(await meter.reserve(call("cal_2", { jobBudget: 0.02 }))).toMatchObject({ ok: false, reached: { scope: "job", limit: 0.02 } });
    expect(await meter.reserve(call("cal_2", { jobBudget: 0.02, raised: 1 }))).toMatchObject({ ok: true, outputTokens: 1_000 });
  });

  test("of the month holds over all jobs, can be raised, and starts anew with the next month", async () => {
    const { meter, call, clock, organizationId, origin } = await world({ monthBudget: 0.05 });
    expect(await meter.reserve(call("cal_1", { jobId: "job_1" }))).toMatchObject({ ok: true, outputTokens: 4_000 });
    const second = call("cal_2", { jobId: "job_2" });
    expect(await meter.reserve(second)).toMatchObject({ ok: false, reached: { scope: "organization", limit: 0.05 } });
    const what = { scope: organizationId, projectId: null, action: "budget.raised", subject: "job_1" } as const;
    const answer = { sessionId: "ses_1", jobId: "job_1", kind: "budget" as const, result: {}, events: [] };
    const raise = () =>
      meter.raiseMonth(organizationId, { id: "usr_1" }, auditEntry(clock, origin, what), { id: "out_1", answer, createdAt: clock.now() });
    expect(await raise()).toBe("raised");
    // The answer that it was raised with has not reached the job yet.
    expect(await raise()).toBe("pending");
    expect(await meter.reserve(second)).toMatchObject({ ok: true, outputTokens: 4_000 });
    const third = call("cal_3", { jobId: "job_3" });
    expect(await meter.reserve(third)).toMatchObject({ ok: false, reached: { scope: "organization", limit: 0.1 } });
    clock.advance(31 * 24 * HOUR);
    expect(await meter.reserve(third)).toMatchObject({ ok: true, outputTokens: 4_000 });
  });

  test("once passed by a provider dearer than its list is seen as passed by the next call", async () => {
    const { meter, call } = await world({ monthBudget: 0.3 });
    await meter.reserve(call("cal_1"));
    await meter.settle("cal_1", { ...tokens(1, 1), cost: 0.4 });
    expect(await meter.reserve(call("cal_2"))).toMatchObject({ ok: false, reached: { spent: 0.4, limit: 0.3 } });
  });

  test("gets back what a job that failed by the platform's fault had spent", async () => {
    const { meter, call, cost } = await world({ monthBudget: 0.21 });
    await meter.reserve(call("cal_1"));
    await meter.settle("cal_1", tokens(10_000, 20_000));
    await meter.forgive("job_1");
    expect(await cost()).toBe(0);
    expect(await meter.ofJob("job_1")).toMatchObject({ outputTokens: 20_000 });
    expect(await meter.reserve(call("cal_2", { jobId: "job_2" }))).toMatchObject({ ok: true, outputTokens: 20_000 });
  });
});

describe("a consumer that died", () => {
  test("leaves a call that the next one makes again, in its place", async () => {
    const { meter, call, cost } = await world({ jobBudget: 0.21 });
    await meter.reserve(call("cal_1"));
    expect(await meter.reserve(call("cal_1"))).toEqual({ ok: true, outputTokens: 20_000 });
    expect(await cost()).toBeCloseTo(0.21);
  });

  test("gives its budget back after a while, and what it says later changes nothing", async () => {
    const { meter, call, cost, clock } = await world({ monthBudget: 0.21 });
    await meter.reserve(call("cal_1"));
    await meter.giveUpTheDead();
    expect(await cost()).toBeCloseTo(0.21);
    clock.advance(HOUR);
    await meter.giveUpTheDead();
    expect(await cost()).toBe(0);
    await meter.settle("cal_1", tokens(10_000, 20_000));
    expect(await cost()).toBe(0);
  });
});

test("no order of calls, made side by side, settled or left, passes a budget", async () => {
  const job = fc.integer({ min: 1, max: 3 });
  // Whole hundredths: what fast-check calls a double is nearly always next to nothing.
  const share = fc.integer({ min: 0, max: 100 }).map((number) => number / 100);
  const step = fc.oneof(
    fc.record({
      do: fc.constant("reserve" as const),
      job,
      call: fc.integer({ min: 1, max: 6 }),
      input: fc.integer({ min: 0, max: 99_000 }),
    }),
    fc.record({
      do: fc.constant("settle" as const),
      job,
      call: fc.integer({ min: 1, max: 6 }),
      share,
    }),
    fc.record({ do: fc.constant("wait" as const), minutes: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ do: fc.constant("forgive" as const), job }),
  );
  const sideBySide = fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(sideBySide, share, share, async (rounds, jobBudget, monthBudget) => {
      const { meter, call, clock, database } = await world({ jobBudget, monthBudget });
      const allowed = new Map<string, { input: number; output: number }>();
      const take = async (one: (typeof rounds)[number][number]) => {
        if (one.do === "wait") return void clock.advance(one.minutes * 60_000);
        if (one.do === "forgive") return meter.forgive(`job_${one.job}`);
        const id = `cal_${one.job}_${one.call}`;
        if (one.do === "reserve") {
          const reserved = await meter.reserve(call(id, { jobId: `job_${one.job}`, inputTokens: one.input }));
          if (reserved.ok) allowed.set(id, { input: one.input, output: reserved.outputTokens });
          return;
        }
        const { input, output } = allowed.get(id) ?? { input: 0, output: 0 };
        await meter.settle(id, tokens(Math.floor(input * one.share), Math.floor(output * one.share)));
      };
      for (const round of rounds) {
        await Promise.all(round.map(take));
        const rows = (await database.select().from(schema.modelCalls)).filter((row) => row.charged);
        const sum = (of: typeof rows) => of.reduce((total, row) => total + (row.cost ?? 0), 0);
        expect(sum(rows)).toBeLessThanOrEqual(monthBudget + 1e-9);
        for (const jobId of ["job_1", "job_2", "job_3"])
          expect(sum(rows.filter((row) => row.jobId === jobId))).toBeLessThanOrEqual(jobBudget + 1e-9);
      }
    }),
    { numRuns: 60 },
  );
});
