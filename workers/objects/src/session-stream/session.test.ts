import type { CodegenMessage, Delivery, NewEvent, StreamEvent } from "@edgewright/contracts";
import { freePlaces, memorySql, testClock } from "@edgewright/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEASE_MS, UNDELIVERED_MS } from "./job-queue.ts";
import { Session } from "./session.ts";

function setUp() {
  const clock = testClock();
  const sent: CodegenMessage[] = [];
  const published: StreamEvent[] = [];
  const alarms: number[] = [];
  const session = new Session({
    sql: memorySql(),
    clock,
    places: freePlaces,
    send: async (message) => void sent.push(message),
    setAlarm: async (at) => void alarms.push(at),
    publish: (events) => void published.push(...events),
    notes: { deliver: async () => {} },
  });
  const enqueue = (jobId: string, deliver: Delivery = "queue") =>
    session.enqueue({
      jobId,
      sessionId: "ses_1",
      projectId: "prj_1",
      organizationId: "org_1",
      messageId: `msg_${jobId}`,
      text: `Wish of ${jobId}`,
      deliver,
      events: [{ type: "job.queued", data: { messageId: `msg_${jobId}`, deliver } }],
    });
  const begin = async (jobId: string) => {
    const begun = await session.begin(jobId);
    if (begun.state !== "begun") throw new Error(`not begun: ${begun.state}`);
    return begun;
  };
  return { clock, sent, published, alarms, session, enqueue, begin };
}

const done: NewEvent = { type: "job.done", data: { summary: "Made.", version: 1, ms: 5 } };
const delta = (text: string): NewEvent => ({ type: "message.delta", data: { messageId: "msg_a", text } });

describe("jobs of a session", () => {
  it("takes a job once, however often it is announced", async () => {
    const { session, sent, enqueue } = setUp();
    await enqueue("job_1");
    await enqueue("job_1");
    expect(sent).toHaveLength(1);
    expect(await session.read({ after: 0, limit: 10 })).toHaveLength(1);
  });

  it("sends the next job only when the one before has ended", async () => {
    const { session, sent, enqueue, begin } = setUp();
    await enqueue("job_1");
    await enqueue("job_2");
    expect(sent.map((message) => message.jobId)).toEqual(["job_1"]);
    expect(await session.begin("job_2")).toEqual({ state: "busy" });
    const { fence } = await begin("job_1");
    await session.finish({ jobId: "job_1", fence, events: [done] });
    expect(sent.map((message) => message.jobId)).toEqual(["job_1", "job_2"]);
  });

  it("drops a second delivery while a lease is live, and one of an ended job", async () => {
    const { session, enqueue, begin } = setUp();
    await enqueue("job_1");
    const { fence } = await begin("job_1");
    expect(await session.begin("job_1")).toEqual({ state: "leased" });
    await session.finish({ jobId: "job_1", fence, events: [done] });
    expect(await session.begin("job_1")).toEqual({ state: "finished" });
    expect(await session.begin("job_unknown")).toEqual({ state: "finished" });
  });

  it("hands the journal to the next consumer and refuses the one whose lease has passed", async () => {
    const { session, clock, enqueue, begin } = setUp();
    await enqueue("job_1");
    const first = await begin("job_1");
    await session.append({ jobId: "job_1", fence: first.fence, events: [delta("a")], step: { step: "plan", result: { steps: 3 } } });
    clock.advance(LEASE_MS + 1);
    const second = await begin("job_1");
    expect(second.fence).toBe(first.fence + 1);
    expect(second.journal).toEqual([{ step: "plan", result: { steps: 3 } }]);
    expect(await session.append({ jobId: "job_1", fence: first.fence, events: [delta("late")] })).toEqual({
      ok: false,
      code: "stale_lease",
    });
    expect(await session.finish({ jobId: "job_1", fence: first.fence, events: [done] })).toEqual({ ok: false, code: "stale_lease" });
    expect((await session.read({ after: 0, limit: 10 })).filter((event) => event.type === "message.delta")).toHaveLength(1);
  });

  it("sends a job again when nobody took it, and when its consumer died", async () => {
    const { session, clock, sent, alarms, enqueue, begin } = setUp();
    await enqueue("job_1");
    clock.advance(UNDELIVERED_MS);
    await session.schedule();
    expect(sent).toHaveLength(2);
    await begin("job_1");
    await session.schedule();
    expect(sent).toHaveLength(2);
    clock.advance(LEASE_MS);
    expect(alarms.at(-1)).toBeLessThanOrEqual(clock.now());
    await session.schedule();
    expect(sent).toHaveLength(3);
    expect(alarms.at(-1)).toBeGreaterThan(clock.now() + 1000);
  });

  it("ends a waiting job at once when it is cancelled, and signals a running one", async () => {
    const { session, enqueue, begin, sent } = setUp();
    await enqueue("job_1");
    await enqueue("job_2");
    const { fence } = await begin("job_1");
    expect(await session.cancel("job_2")).toBe("ended");
    expect(await session.cancel("job_1")).toBe("signalled");
    expect(await session.renew({ jobId: "job_1", fence })).toMatchObject({ ok: true, cancelled: true });
    await session.finish({
      jobId: "job_1",
      fence,
      events: [{ type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } }],
    });
    expect(sent.map((message) => message.jobId)).toEqual(["job_1"]);
    expect(await session.cancel("job_1")).toBe("unknown");
  });
});

describe("the log", () => {
  it("drops deltas and progress that a later event says in full, once the job has ended", async () => {
    const { session, enqueue, begin } = setUp();
    await enqueue("job_1");
    const { fence } = await begin("job_1");
    await session.append({
      jobId: "job_1",
      fence,
      events: [
        delta("Hel"),
        delta("lo"),
        { type: "file.writing", data: { path: "src/App.tsx", lines: 4 } },
        { type: "file.written", data: { path: "src/App.tsx", lines: 9, added: 9, removed: 0 } },
        { type: "message.assistant", data: { messageId: "msg_a", text: "Hello" } },
        { type: "message.delta", data: { messageId: "msg_cut", text: "half" } },
      ],
    });
    await session.finish({ jobId: "job_1", fence, events: [done] });
    const kept = await session.read({ after: 0, limit: 100 });
    expect(kept.map((event) => event.type)).toEqual(["job.queued", "file.written", "message.assistant", "message.delta", "job.done"]);
    expect(kept.at(-2)?.data).toEqual({ messageId: "msg_cut", text: "half" });
  });

  it("keeps what was said in a turn that was cut short, since nothing later says it in full", async () => {
    const { session, enqueue, begin } = setUp();
    await enqueue("job_1");
    const { fence } = await begin("job_1");
    const opening: NewEvent = { type: "message.assistant", data: { messageId: "msg_a", text: "" } };
    await session.append({ jobId: "job_1", fence, events: [opening, delta("lost"), opening, delta("I was "), delta("about to")] });
    const stopped: NewEvent = { type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } };
    await session.finish({ jobId: "job_1", fence, events: [stopped] });
    const left = await session.read({ after: 0, limit: 10 });
    expect(left.flatMap((event) => (event.type === "message.delta" ? [event.data.text] : []))).toEqual(["I was ", "about to"]);
  });

  it("replays the rest from any cut with no gap and no repeat, as it was published", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), { maxLength: 8 }),
        fc.nat(40),
        async (batches, cut) => {
          const { session, published } = setUp();
          for (const texts of batches) await session.post(texts.map(delta));
          const after = Math.min(cut, published.length);
          const seen = published.slice(0, after);
          const rest = await session.read({ after: seen.at(-1)?.seq ?? 0, limit: 1000 });
          expect([...seen, ...rest]).toEqual(published);
        },
      ),
      { numRuns: 60 },
    );
  });
});
