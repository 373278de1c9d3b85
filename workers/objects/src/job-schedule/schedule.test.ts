/** Turns between organizations, and places that are lost and found. */

import type { CodegenMessage } from "@edgewright/contracts";
import { first } from "@edgewright/core";
import { memorySql, testClock } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { Session } from "../session-stream/session.ts";
import { PLACE_MS, Schedule } from "./schedule.ts";

const ENDS = /^job\.(done|cancelled)$/;

function scheduleOf(slots: number) {
  const clock = testClock();
  const told: { jobId: string; place: number }[] = [];
  const schedule = new Schedule({
    sql: memorySql(),
    clock,
    slots,
    setAlarm: async () => {},
    tell: async (_, place) => {
      told.push(place);
      return place.jobId !== "gone";
    },
  });
  const ask = (jobId: string, organizationId: string) => schedule.ask({ jobId, sessionId: `ses_${jobId}`, organizationId });
  return { clock, schedule, ask, told };
}

describe("places", () => {
  it("go round between organizations, however many jobs one of them has", async () => {
    const { schedule, ask, told } = scheduleOf(1);
    const places = [];
    for (const job of ["a1", "a2", "a3", "a4", "b1", "b2", "c1"]) places.push(await ask(job, first(job)));
    expect(places).toEqual([0, 1, 2, 3, 1, 2, 2]);
    const order = ["a1"];
    while (order.length < 7) {
      await schedule.release(must(order.at(-1)));
      told.length = 0;
      await schedule.tend();
      order.push(must(told.find(({ place }) => place === 0)).jobId);
    }
    expect(order).toEqual(["a1", "b1", "c1", "a2", "b2", "a3", "a4"]);
  });

  it("are told when they change, once, and those who may begin first", async () => {
    const { schedule, ask, told } = scheduleOf(1);
    for (const job of ["1", "2", "3"]) await ask(job, "org");
    await schedule.tend();
    expect(told).toEqual([]);
    await schedule.release("1");
    await schedule.tend();
    await schedule.tend();
    expect(told).toEqual([
      { jobId: "2", place: 0 },
      { jobId: "3", place: 1 },
    ]);
  });

  it("are free again when nobody renews them, or the session has no use for them", async () => {
    const { clock, schedule, ask } = scheduleOf(1);
    await ask("dead", "org");
    await ask("gone", "org");
    expect(await ask("next", "org")).toBe(2);
    clock.advance(PLACE_MS);
    await schedule.tend();
    expect(await ask("next", "org")).toBe(0);
    expect(await ask("next", "org")).toBe(0);
  });

  it("never go to one organization while another has fewer at work, nor twice in a row when both have the same", async () => {
    const moves = fc.array(fc.record({ organization: fc.nat(3), ends: fc.boolean(), which: fc.nat(9) }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), moves, async (slots, script) => {
        const { schedule, ask, told } = scheduleOf(slots);
        const working = new Map<string, string>();
        const waiting = new Map<string, string>();
        /** By the one that waits: whom it saw pass since it waits, or since its own last turn, while it had no more at work. */
        const passed = new Map<string, Set<string>>();
        const count = (of: string) => [...working.values()].filter((other) => other === of).length;
        const begins = (job: string, of: string) => {
          waiting.delete(job);
          for (const other of new Set(waiting.values())) {
            if (other === of) continue;
            expect(count(of)).toBeLessThanOrEqual(count(other));
            if (count(of) < count(other)) continue;
            const seen = passed.get(other) ?? new Set();
            expect(seen.has(of)).toBe(false);
            passed.set(other, seen.add(of));
          }
          passed.delete(of);
          working.set(job, of);
          expect(working.size).toBeLessThanOrEqual(slots);
        };
        for (const [index, { organization, ends, which }] of script.entries()) {
          const ended = [...working.keys()][which % Math.max(1, working.size)];
          if (ends && ended) {
            working.delete(ended);
            await schedule.release(ended);
            told.length = 0;
            await schedule.tend();
            for (const { jobId, place } of told) if (place === 0) begins(jobId, must(waiting.get(jobId)));
          } else {
            const job = `job_${index}`;
            const of = `org_${organization}`;
            if (![...waiting.values()].includes(of)) passed.delete(of);
            if ((await ask(job, of)) === 0) begins(job, of);
            else waiting.set(job, of);
          }
        }
        expect(waiting.size > 0 && working.size < slots).toBe(false);
      }),
      { numRuns: runsOf(150, 4) },
    );
  });
});

// Each death is logged, as it should be, and here on purpose.
beforeEach(() => void vi.spyOn(console, "warn").mockReturnValue());

type Fault = "none" | "before" | "after";

/** A schedule and sessions with their alarms, a queue and consumers. Any call between them may be lost, before it takes effect or after. */
function platform(slots: number, faultOf: (call: number) => Fault) {
  const clock = testClock();
  const alarms = new Map<string, number>();
  const queue: CodegenMessage[] = [];
  const sessions = new Map<string, Session>();
  /** `closing`: it was stopped, and has begun to be closed only, which takes no place. */
  const working = new Map<string, { session: Session; fence: number; closing: boolean }>();
  let calls = 0;
  let most = 0;
  const call = async <T>(work: () => Promise<T> | T): Promise<T> => {
    const fault = faultOf(++calls);
    if (fault === "before") throw new Error("lost");
    const result = await work();
    if (fault === "after") throw new Error("lost");
    return result;
  };
  const setAlarm = (name: string) => async (at: number) => void alarms.set(name, at);
  const schedule: Schedule = new Schedule({
    sql: memorySql(),
    clock,
    slots,
    setAlarm: setAlarm("schedule"),
    tell: (sessionId, told) => call(() => must(sessions.get(sessionId)).placed(told)),
  });
  const sessionOf = (number: number) => {
    const name = `ses_${number}`;
    const known = sessions.get(name);
    if (known) return known;
    const session = new Session({
      sql: memorySql(),
      clock,
      places: { ask: (asked) => call(() => schedule.ask(asked)), release: (jobId) => call(() => schedule.release(jobId)) },
      send: (message) => call(() => void queue.push(message)),
      setAlarm: setAlarm(name),
      publish: () => {},
      notes: { deliver: async () => {} },
    });
    sessions.set(name, session);
    return session;
  };
  /** Who calls tries again later, as the outbox, the queue and alarms do. */
  const survive = (work: Promise<unknown>) => work.catch(() => {});
  return {
    queue,
    sessions,
    working,
    calls: () => calls,
    most: () => most,
    enqueue: (jobId: string, number: number) =>
      survive(
        sessionOf(number).enqueue({
          jobId,
          sessionId: `ses_${number}`,
          projectId: "prj_1",
          organizationId: `org_${number % 3}`,
          messageId: `msg_${jobId}`,
          text: jobId,
          deliver: "queue",
          events: [{ type: "job.queued", data: { messageId: `msg_${jobId}`, deliver: "queue" } }],
        }),
      ),
    async deliver() {
      const message = queue.shift();
      if (!message) return;
      const session = must(sessions.get(message.sessionId));
      const begun = await session.begin(message.jobId).catch(() => null);
      if (begun?.state === "begun") working.set(message.jobId, { session, fence: begun.fence, closing: begun.cancelled });
      most = Math.max(most, [...working.values()].filter(({ closing }) => !closing).length);
    },
    async end(jobId: string, how: "finish" | "pause" | "die") {
      const { session, fence } = must(working.get(jobId));
      working.delete(jobId);
      const job = { jobId, fence };
      if (how === "finish")
        await survive(session.finish({ ...job, events: [{ type: "job.done", data: { summary: "", version: 1, ms: 1 } }] }));
      if (how === "pause") await survive(session.pause({ ...job, step: "plan:1", events: [] }));
    },
    async answer() {
      for (const session of sessions.values())
        for (const { jobId } of await session.read({ after: 0, limit: 1000 }))
          if (jobId) await survive(session.answer({ jobId, kind: "plan", result: {}, events: [] }));
    },
    async pass(seconds: number) {
      for (let second = 0; second < seconds; second++) {
        clock.advance(1000);
        for (const [jobId, { session, fence }] of working) await session.renew({ jobId, fence });
        for (const [name, at] of [...alarms]) {
          if (at > clock.now()) continue;
          alarms.delete(name);
          const woken = name === "schedule" ? schedule.tend() : must(sessions.get(name)).schedule();
          await woken.catch(() => void alarms.set(name, clock.now() + 2000));
        }
      }
    },
  };
}

async function finishAll(world: ReturnType<typeof platform>, made: string[]) {
  for (let round = 0; round < 200 && made.length > 0; round++) {
    await world.answer();
    await world.pass(2);
    while (world.queue.length > 0) await world.deliver();
    for (const jobId of [...world.working.keys()]) await world.end(jobId, "finish");
    if ((await endsOf(world)).length >= made.length && world.queue.length === 0) break;
  }
  expect((await endsOf(world)).sort()).toEqual([...made].sort());
}

async function endsOf({ sessions }: ReturnType<typeof platform>): Promise<string[]> {
  const events = await Promise.all([...sessions.values()].map((session) => session.read({ after: 0, limit: 1000 })));
  expect(events.flat().filter(({ type, jobId }) => type === "job.placed" && !jobId)).toEqual([]);
  return events.flat().flatMap(({ type, jobId }) => (ENDS.test(type) && jobId ? [jobId] : []));
}

/** A job that is stopped while it works and then comes to wait is closed beside the one that has its place. */
const STOPPED_THEN_PAUSED = [
  { kind: "ask" as const, which: 0 },
  { kind: "deliver" as const, which: 0 },
  { kind: "cancel" as const, which: 0 },
  { kind: "ask" as const, which: 1 },
  { kind: "pause" as const, which: 0 },
];

describe("jobs, their sessions and the schedule", () => {
  it("come to the same end whichever call between them is lost", async () => {
    for (const fault of ["before", "after"] as const) {
      let last = 1;
      for (let fatal = 1; fatal <= last; fatal++) {
        const world = platform(2, (call) => (call === fatal ? fault : "none"));
        const made = ["a", "b", "c", "d", "e"];
        for (const [index, jobId] of made.entries()) await world.enqueue(jobId, index % 4);
        await world.deliver();
        await world.deliver();
        for (const [index, jobId] of [...world.working.keys()].entries()) await world.end(jobId, index === 0 ? "pause" : "finish");
        await world.pass(3);
        await finishAll(world, made);
        expect(world.most()).toBeLessThanOrEqual(2);
        last = world.calls();
      }
      expect(last).toBeGreaterThan(20);
    }
  });

  it("end each job once, with never more at work than there are places, whatever happens in whatever order", async () => {
    const acts = fc.array(
      fc.record({
        kind: fc.constantFrom("ask", "ask", "deliver", "deliver", "finish", "pause", "die", "answer", "cancel", "wait"),
        which: fc.nat(7),
      }),
      { maxLength: 50 },
    );
    const lost = fc.array(fc.constantFrom<Fault>("none", "none", "none", "before", "after"), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 3 }), acts, lost, async (slots, script, faults) => {
        const world = platform(slots, (call) => faults[call] ?? "none");
        const made: string[] = [];
        for (const [index, { kind, which }] of script.entries()) {
          const at = [...world.working.keys()][which % Math.max(1, world.working.size)];
          if (kind === "ask") await world.enqueue(must(made[made.push(`job_${index}`) - 1]), which);
          else if (kind === "deliver") await world.deliver();
          else if (kind === "answer") await world.answer();
          else if (kind === "wait") await world.pass(which);
          else if (kind === "cancel") {
            const jobId = made[which % Math.max(1, made.length)];
            for (const session of world.sessions.values()) if (jobId) await session.cancel(jobId).catch(() => {});
          } else if (at) await world.end(at, kind);
        }
        await finishAll(world, made);
        expect(world.most()).toBeLessThanOrEqual(slots);
      }),
      { numRuns: runsOf(100, 4), examples: [[1, STOPPED_THEN_PAUSED, []]] },
    );
  });
});
