import { applyD1Migrations, createExecutionContext, createMessageBatch, createScheduledController, getQueueResult } from "cloudflare:test";
import { env as testEnv } from "cloudflare:workers";
import { openDatabase } from "@edgewright/adapters";
import { auditEntry } from "@edgewright/audit";
import type { BeginResult, QueueMessage, SessionStreamRpc } from "@edgewright/contracts";
import { at, first, newId, systemClock } from "@edgewright/core";
import { createAuditTrail, createMeter, schema } from "@edgewright/db";
import { modelInfo } from "@edgewright/models";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { Env } from "./env.ts";
import worker from "./index.ts";

const shared = testEnv as unknown as Env & { MIGRATIONS: Parameters<typeof applyD1Migrations>[1] };

/** The worker's environment, with a stream that answers `begin` as told and remembers what it was asked to enqueue. */
function environment(begin: () => Promise<BeginResult>) {
  const enqueued: string[] = [];
  const stream: Partial<SessionStreamRpc> = { begin, enqueue: async ({ jobId }) => void enqueued.push(jobId) };
  const named = { idFromName: (name: string) => name, get: () => stream };
  const env = { ...shared, SESSION_STREAM: named, WORKSPACE: named } as unknown as Env;
  return { env, enqueued };
}

async function deliver(env: Env, ...bodies: unknown[]) {
  const messages = bodies.map((body, index) => ({ id: `m${index}`, timestamp: new Date(), attempts: 1, body }));
  const batch = createMessageBatch("edgewright-jobs", messages);
  const context = createExecutionContext();
  await worker.queue(batch, env);
  return getQueueResult(batch, context);
}

const message: QueueMessage = { kind: "codegen", jobId: "job_1", sessionId: "ses_1", projectId: "prj_1" };

beforeAll(() => applyD1Migrations(shared.DB, shared.MIGRATIONS));
// What is dropped or fails is logged, as it should be, and here on purpose.
beforeEach(() => void vi.spyOn(console, "error").mockReturnValue());

describe("the queue's consumer", () => {
  it("drops what it cannot read, since that would never become readable", async () => {
    const { env } = environment(() => Promise.reject(new Error("must not be asked")));
    const bodies = [null, "x", 7, {}, { kind: "deploy" }, { ...message, jobId: 7 }, { ...message, kind: "unknown" }];
    const result = await deliver(env, ...bodies);
    expect(result.explicitAcks).toHaveLength(bodies.length);
    expect(result.retryMessages).toEqual([]);
  });

  it("acknowledges a second delivery while another consumer is at work", async () => {
    for (const state of ["leased", "busy", "finished"] as const) {
      const { env } = environment(async () => ({ state }));
      expect(await deliver(env, message)).toMatchObject({ explicitAcks: ["m0"], retryMessages: [] });
    }
  });

  it("has what throws delivered again, and only that", async () => {
    const { env } = environment(() => Promise.reject(new Error("the object is being moved")));
    const result = await deliver(env, "garbage", message);
    expect(result.explicitAcks).toEqual(["m0"]);
    expect(result.retryMessages).toMatchObject([{ msgId: "m1" }]);
  });

  it("tries again at once, then every second for as long as a process takes to be back, then ever later", async () => {
    const { env } = environment(() => Promise.reject(new Error("the compiler was killed")));
    const delays: unknown[] = [];
    const retry = (how?: QueueRetryOptions) => void delays.push(how?.delaySeconds);
    const messages = Array.from({ length: 10 }, (_, index) => ({ attempts: index + 1, body: message, retry }));
    // What the consumer uses of a batch; what miniflare's own tells of one leaves the delays out.
    await worker.queue({ messages } as unknown as MessageBatch, env);
    expect(delays).toEqual([0, 1, 1, 1, 2, 4, 8, 16, 30, 30]);
  });
});

describe("the sweep", () => {
  it("sends what a crash left in the outbox, once", async () => {
    const { env, enqueued } = environment(async () => ({ state: "finished" }));
    await openDatabase(env.DB)
      .insert(schema.outbox)
      .values({
        id: newId("out"),
        enqueue: {
          jobId: "job_left",
          sessionId: "ses_1",
          projectId: "prj_1",
          organizationId: "org_1",
          messageId: "msg_1",
          text: "Left",
          deliver: "queue",
          events: [],
        },
        createdAt: Date.now() - 60_000,
      });
    for (let time = 0; time < 2; time++) await worker.scheduled(createScheduledController(), env);
    expect(enqueued).toEqual(["job_left"]);
  });
});

describe("the audit log on D1", () => {
  it("is sealed by the sweep, in any number of scopes, and shortened", async () => {
    vi.spyOn(console, "info").mockReturnValue();
    const { env } = environment(async () => ({ state: "finished" }));
    const database = openDatabase(env.DB);
    const origin = { kind: "system" as const, id: "system", name: "Test", personId: null, ip: null, userAgent: null, requestId: null };
    const [old, kept] = [newId("org"), newId("org")];
    const days = { [old]: 30, [kept]: null };
    for (const [id, auditRetentionDays] of Object.entries(days))
      await database.insert(schema.organizations).values({ id, name: "A", slug: id, createdAt: new Date(), auditRetentionDays });
    const past = { now: () => Date.now() - 40 * 24 * 3600_000 };
    for (const scope of [old, old, kept, kept, kept])
      await database
        .insert(schema.auditLog)
        .values(auditEntry(past, origin, { scope, projectId: null, action: "project.created", subject: "prj_1" }));
    const trail = createAuditTrail(database, "a key for tests only", systemClock);
    await worker.scheduled(createScheduledController(), env);
    expect(await trail.check(kept)).toMatchObject({ rows: 3, waiting: 0, faults: [] });
    expect(await trail.check(old)).toMatchObject({ rows: 0, waiting: 1, from: 3, faults: [] });
    await Promise.all([1, 2].map(() => worker.scheduled(createScheduledController(), env)));
    expect(await trail.check(old)).toMatchObject({ rows: 1, waiting: 0, from: 3, to: 3, faults: [] });
    const filter = { scope: kept, person: null, action: "project.", project: null, from: null, to: null };
    expect((await trail.list(filter, { cursor: null, limit: 2 })).items.map(({ number }) => number)).toEqual([3, 2]);
  });
});

describe("the meter on D1", () => {
  it("lets calls made side by side through only as far as the month's budget goes", async () => {
    const database = openDatabase(shared.DB);
    const organizationId = newId("org");
    await database.insert(schema.organizations).values({ id: organizationId, name: "A", slug: organizationId, createdAt: new Date() });
    await database.insert(schema.modelSettings).values({ organizationId, monthBudget: 0.1, updatedBy: "usr_1", updatedAt: 0 });
    const meter = createMeter(database, systemClock);
    const model = { ...modelInfo("openai:gpt-5.6"), outputTokens: 3_000 };
    const ids = { organizationId, projectId: "prj_1", memberId: "usr_1", jobBudget: null, raised: 0 };
    // Each needs $0.002 for its input and $0.03 for its answer.
    const calls = [1, 2, 3, 4, 5, 6].map((one) => ({ ...ids, id: newId("cal"), jobId: `job_${one}`, model, inputTokens: 1_000 }));
    const reserved = await Promise.all(calls.map((call) => meter.reserve(call)));
    expect(reserved.map((one) => (one.ok ? one.outputTokens : one.reached.scope))).toEqual([
      3_000,
      3_000,
      3_000,
      ...Array(3).fill("organization"),
    ]);
    await meter.settle(first(calls).id, { inputTokens: 1_000, cachedTokens: 0, outputTokens: 100, cost: null });
    expect(await meter.ofJob("job_1")).toMatchObject({ calls: 1, outputTokens: 100, cost: expect.closeTo(0.003) });
    expect(await meter.reserve(at(calls, 3))).toEqual({ ok: true, outputTokens: expect.any(Number) });
  });
});
