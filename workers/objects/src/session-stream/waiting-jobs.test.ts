/** Jobs that wait for a person, and messages that wait for a job: whatever happens in whatever order, each message is done once and nothing hangs. */

import type { CodegenMessage, StreamEvent } from "@edgewright/contracts";
import { freePlaces, memorySql, testClock } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEASE_MS } from "./job-queue.ts";
import { Session } from "./session.ts";

function setUp() {
  const clock = testClock();
  const sent: CodegenMessage[] = [];
  const session = new Session({
    sql: memorySql(),
    clock,
    places: freePlaces,
    send: async (message) => void sent.push(message),
    setAlarm: async () => {},
    publish: () => {},
    notes: { deliver: async () => {} },
  });
  const enqueue = (jobId: string, deliver: "steer" | "queue" = "queue") =>
    session.enqueue({
      jobId,
      sessionId: "ses_1",
      projectId: "prj_1",
      organizationId: "org_1",
      messageId: `msg_${jobId}`,
      text: jobId,
      deliver,
      events: [],
    });
  const begin = async (jobId: string) => {
    const begun = await session.begin(jobId);
    return begun.state === "begun" ? begun : null;
  };
  return { clock, sent, session, enqueue, begin };
}

const pausing = async (world: ReturnType<typeof setUp>, step = "questions:1") => {
  await world.enqueue("job_1");
  const begun = must(await world.begin("job_1"));
  await world.session.pause({ jobId: "job_1", fence: begun.fence, step, events: [] });
  return begun;
};

describe("a job that waits for a person", () => {
  it("is sent to nobody, however long it takes, and lets no later job pass it", async () => {
    const world = setUp();
    await pausing(world);
    await world.enqueue("job_2");
    world.clock.advance(30 * 24 * 3600 * 1000);
    await world.session.schedule();
    expect(world.sent).toHaveLength(1);
    expect(await world.session.begin("job_1")).toEqual({ state: "busy" });
    expect(await world.session.begin("job_2")).toEqual({ state: "busy" });
  });

  it("comes back with its answer in its journal, and its old lease is worth nothing", async () => {
    const world = setUp();
    const { fence } = await pausing(world, "plan:3");
    expect(await world.session.answer({ jobId: "job_1", kind: "questions", result: {}, events: [] })).toBe("not_waiting");
    expect(await world.session.answer({ jobId: "job_1", kind: "plan", result: { ok: true }, events: [] })).toBe("resumed");
    expect(world.sent.at(-1)).toMatchObject({ jobId: "job_1" });
    expect(await world.session.append({ jobId: "job_1", fence, events: [] })).toEqual({ ok: false, code: "stale_lease" });
    expect(await world.begin("job_1")).toMatchObject({ fence: fence + 1, journal: [{ step: "plan:3", result: { ok: true } }] });
  });

  it("is woken by a message to steer with, also by one that came while it was about to wait", async () => {
    const world = setUp();
    await pausing(world);
    await world.enqueue("job_2", "steer");
    const begun = must(await world.begin("job_1"));
    await world.enqueue("job_3", "steer");
    await world.session.pause({ jobId: "job_1", fence: begun.fence, step: "questions:1", events: [] });
    const again = must(await world.begin("job_1"));
    const taken = await world.session.takeSteering({ jobId: "job_1", fence: again.fence, step: "s" });
    expect(taken).toMatchObject({ ok: true, messages: [{ jobId: "job_2" }, { jobId: "job_3" }] });
  });

  it("comes back to be closed when it is stopped", async () => {
    const world = setUp();
    await pausing(world);
    expect(await world.session.cancel("job_1")).toBe("signalled");
    expect(await world.begin("job_1")).toMatchObject({ cancelled: true });
  });
});

describe("a message that waits", () => {
  it("is taken once per step, however often that is asked", async () => {
    const world = setUp();
    await world.enqueue("job_1");
    const { fence } = must(await world.begin("job_1"));
    await world.enqueue("job_2", "steer");
    const ask = (step: string) => world.session.takeSteering({ jobId: "job_1", fence, step });
    expect(await ask("a")).toMatchObject({ messages: [{ jobId: "job_2", text: "job_2" }] });
    expect(await ask("a")).toMatchObject({ messages: [{ jobId: "job_2" }] });
    expect(await ask("b")).toEqual({ ok: true, messages: [] });
    expect(await world.session.takeSteering({ jobId: "job_1", fence: fence - 1, step: "c" })).toMatchObject({ ok: false });
  });
});

type Act = { kind: "queue" | "steer" | "work" | "pause" | "answer" | "cancel" | "move" | "die"; which: number };
const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act["kind"]>("queue", "steer", "work", "pause", "answer", "cancel", "move", "die"),
    which: fc.nat(5),
  }),
  { maxLength: 40 },
);

/** Lets consumers take up what the stream sends until nothing is left; a job that waits is answered. Gives each job's ends. */
async function drain(world: ReturnType<typeof setUp>, steered: string[]): Promise<string[]> {
  const ended: string[] = [];
  for (let round = 0; round < 60; round++) {
    world.clock.advance(LEASE_MS + 1);
    await world.session.schedule();
    const jobId = world.sent.at(-1)?.jobId;
    if (jobId === undefined) break;
    await world.session.answer({ jobId, kind: "plan", result: {}, events: [] });
    const begun = await world.begin(jobId);
    if (!begun) continue;
    const taken = await world.session.takeSteering({ jobId, fence: begun.fence, step: `last:${begun.fence}` });
    if (taken.ok) steered.push(...taken.messages.map((message) => message.jobId));
    await world.session.finish({ jobId, fence: begun.fence, events: [{ type: "job.done", data: { summary: "", version: null, ms: 1 } }] });
    ended.push(jobId);
  }
  return ended;
}

it("each message is answered by exactly one job, whatever happens in whatever order", async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (script) => {
      const world = setUp();
      const made: string[] = [];
      const steered: string[] = [];
      let lease: { jobId: string; fence: number } | null = null;
      for (const [index, { kind, which }] of script.entries()) {
        const jobId = `job_${index}`;
        const known = made[which % Math.max(1, made.length)] ?? "none";
        if (kind === "queue" || kind === "steer") {
          made.push(jobId);
          await world.enqueue(jobId, kind);
        } else if (kind === "work") {
          const head = world.sent.at(-1)?.jobId;
          const begun = head === undefined ? null : await world.begin(head);
          if (begun && head !== undefined) {
            lease = { jobId: head, fence: begun.fence };
            const taken = await world.session.takeSteering({ ...lease, step: `at:${index}` });
            if (taken.ok) steered.push(...taken.messages.map((message) => message.jobId));
          }
        } else if (kind === "pause" && lease) await world.session.pause({ ...lease, step: "plan:1", events: [] });
        else if (kind === "answer") await world.session.answer({ jobId: known, kind: "plan", result: {}, events: [] });
        else if (kind === "cancel") await world.session.cancel(known);
        else if (kind === "move")
          await world.session.amend({ jobId: known, before: made[0] ?? null, deliver: which % 2 ? "steer" : "queue" });
        else if (kind === "die") world.clock.advance(LEASE_MS + 1);
      }
      const ended = await drain(world, steered);
      const events: StreamEvent[] = await world.session.read({ after: 0, limit: 1000 });
      const cancelled = events.flatMap(({ type, jobId }) => (type === "job.cancelled" && jobId ? [jobId] : []));
      expect([...ended, ...steered, ...cancelled].sort()).toEqual([...made].sort());
    }),
    { numRuns: runsOf(200, 4) },
  );
});
