/** Usage and budgets over HTTP. */

import { auditEntry } from "@edgewright/audit";
import { MonthUsage } from "@edgewright/contracts";
import { type ModelCall, modelInfo } from "@edgewright/models";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

async function open() {
  const world = await apiWorld();
  const ada = await world.signUp("Ada");
  const bob = await world.signUp("Bob");
  await world.join(bob, ada.organizationId, "editor");
  const project = await projectWithVersion(world, ada);
  const path = `/api/orgs/${ada.organizationId}`;
  let calls = 0;
  const spend = async (change: Partial<ModelCall>, cost: number | null = null) => {
    const id = `cal_${++calls}`;
    const model = modelInfo("openai:gpt-5-mini");
    const ids = { organizationId: ada.organizationId, projectId: project.id, jobId: "job_1", memberId: ada.id };
    await world.services.meter.reserve({ id, ...ids, model, jobBudget: null, raised: 0, inputTokens: 1000, ...change });
    await world.services.meter.settle(id, { inputTokens: 1000, cachedTokens: 200, outputTokens: 100, cost });
  };
  const usage = async (month = "") => MonthUsage.parse(await (await bob.call("GET", `${path}/usage${month}`)).json());
  const setBudgets = (body: object, as = ada) => as.call("PUT", `${path}/budgets`, body);
  return { world, ada, bob, project, path, spend, usage, setBudgets };
}

test("a month without calls is empty and without limits", async () => {
  const { usage } = await open();
  const sum = { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: 0, unpriced: 0 };
  expect(await usage()).toMatchObject({ month: "2026-01", total: sum, members: [], days: [], limit: null, left: null });
});

test("calls are summed by member, project, model and day, the dearest first", async () => {
  const { world, ada, bob, project, spend, usage } = await open();
  await spend({}, 0.5);
  await spend({ memberId: bob.id, projectId: "prj_gone" }, 0.2);
  world.clock.advance(24 * 3600_000);
  await spend({ memberId: bob.id, model: modelInfo("compatible:own") });
  const { total, members, projects, models, days } = await usage();
  expect(total).toEqual({ calls: 3, inputTokens: 3000, cachedTokens: 600, outputTokens: 300, cost: expect.closeTo(0.7), unpriced: 1 });
  expect(members).toMatchObject([
    { id: ada.id, name: "Ada", cost: 0.5 },
    { id: bob.id, name: "Bob", cost: 0.2, calls: 2, unpriced: 1 },
  ]);
  expect(projects).toMatchObject([
    { id: project.id, name: "Tasks", slug: project.slug, calls: 2 },
    { name: "A project that is gone", slug: null },
  ]);
  expect(models.map(({ id }) => id)).toEqual(["openai:gpt-5-mini", "compatible:own"]);
  expect(days).toMatchObject([
    { day: "2026-01-05", calls: 2 },
    { day: "2026-01-06", calls: 1 },
  ]);
});

test("a month is named, and is the present one otherwise", async () => {
  const { world, path, bob, spend, usage } = await open();
  await spend({}, 0.5);
  world.clock.advance(31 * 24 * 3600_000);
  expect((await usage()).total.calls).toBe(0);
  expect((await usage("?month=2026-01")).total.calls).toBe(1);
  for (const month of ["2026-13", "now", "2026-1"]) expect((await bob.call("GET", `${path}/usage?month=${month}`)).status).toBe(400);
});

test("budgets are set by admins, told in the log, and tell what is left", async () => {
  const { world, ada, bob, spend, usage, setBudgets } = await open();
  expect((await setBudgets({ jobBudget: 1, monthBudget: 2 }, bob)).status).toBe(403);
  expect((await setBudgets({ jobBudget: -1, monthBudget: 2 })).status).toBe(400);
  expect((await setBudgets({ jobBudget: 1, monthBudget: 2 })).status).toBe(200);
  await spend({}, 0.5);
  expect(await usage()).toMatchObject({ budgets: { jobBudget: 1, monthBudget: 2 }, limit: 2, left: 1.5 });
  const what = { scope: ada.organizationId, projectId: null, action: "budget.raised", subject: "job_1" } as const;
  const answer = { sessionId: "ses_1", jobId: "job_1", kind: "budget" as const, result: {}, events: [] };
  const raised = auditEntry(world.clock, world.origin, what);
  await world.services.meter.raiseMonth(ada.organizationId, { id: ada.id }, raised, { id: "out_1", answer, createdAt: 0 });
  expect(await usage()).toMatchObject({ budgets: { monthBudget: 2 }, limit: 4, left: 3.5 });
  await setBudgets({ jobBudget: null, monthBudget: null });
  expect(await usage()).toMatchObject({ limit: null, left: null });
  const log = await world.database.query.auditLog.findMany();
  expect(log.filter(({ action }) => action === "budgets.updated")).toMatchObject([
    { actorName: "Ada", before: { jobBudget: null, monthBudget: null }, after: { jobBudget: 1, monthBudget: 2 } },
    {},
  ]);
});

test("budgets and models are set without undoing each other", async () => {
  const { ada, path, usage, setBudgets } = await open();
  await setBudgets({ jobBudget: 1, monthBudget: 2 });
  await ada.call("PUT", `${path}/models`, { defaultModel: "starter:builtin", fallbacks: ["starter:builtin"] });
  expect(await usage()).toMatchObject({ budgets: { jobBudget: 1, monthBudget: 2 } });
  await setBudgets({ jobBudget: 3, monthBudget: null });
  const models = await (await ada.call("GET", `${path}/models`)).json();
  expect(models).toMatchObject({ fallbacks: ["starter:builtin"] });
});
