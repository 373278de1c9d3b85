import type { NewEvent, Reporter, StreamEvent } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { reduceAll } from "./reduce.ts";
import { activeJob, awaited, emptySession, waitingMessages } from "./state.ts";

const failure = { code: "checks_failed" as const, message: "Two problems are left." };

/** Events of one job unless they say otherwise, numbered from 1. */
const log = (...events: (NewEvent & { jobId?: string | null })[]): StreamEvent[] =>
  events.map((event, index) => ({ jobId: "job_1", ...event, seq: index + 1, at: 1000 * (index + 1) }) as StreamEvent);

const asked = (number: number): (NewEvent & { jobId: string })[] => [
  {
    type: "message.user",
    data: { messageId: `msg_${number}`, text: `Wish ${number}`, author: { id: "usr_1", name: "Ada" } },
    jobId: `job_${number}`,
  },
  { type: "job.queued", data: { messageId: `msg_${number}`, deliver: "queue" }, jobId: `job_${number}` },
];
const state = (...events: (NewEvent & { jobId?: string | null })[]) => reduceAll(emptySession, log(...events));
const ids = ({ timeline }: { timeline: { id: string }[] }) => timeline.map(({ id }) => id);

describe("messages", () => {
  it("grow by deltas and are replaced by the whole", () => {
    const deltas: NewEvent[] = [
      { type: "message.delta", data: { messageId: "m", text: "I will " } },
      { type: "message.delta", data: { messageId: "m", text: "mak" } },
    ];
    expect(state(...asked(1), ...deltas).messages.m).toMatchObject({ text: "I will mak", streaming: true });
    const whole: NewEvent = { type: "message.assistant", data: { messageId: "m", text: "I will make it." } };
    expect(state(...asked(1), ...deltas, whole).messages.m).toMatchObject({ text: "I will make it.", streaming: false });
  });

  it("start over when a turn is taken again after its consumer died", () => {
    const open: NewEvent = { type: "message.assistant", data: { messageId: "m", text: "" } };
    const delta: NewEvent = { type: "message.delta", data: { messageId: "m", text: "Again" } };
    expect(state(...asked(1), open, delta, open, delta).messages.m?.text).toBe("Again");
  });

  it("stand in the order in which they began, questions among them", () => {
    const seen = state(
      ...asked(1),
      { type: "message.assistant", data: { messageId: "a", text: "First" } },
      {
        type: "question.asked",
        data: {
          messageId: "q",
          text: "Which one?",
          questions: [{ id: "q", text: "Which?", kind: "one", options: ["This", "That"], suggested: [] }],
        },
      },
    );
    expect(ids(seen)).toEqual(["msg_1", "job_1", "a", "q"]);
    expect(seen.messages.q).toMatchObject({ text: "Which one?", asked: { questions: [{ options: ["This", "That"] }], answers: null } });
  });
});

describe("the queue", () => {
  it("keeps later messages out of the chat until their turn comes", () => {
    const two = state(...asked(1), ...asked(2));
    expect(ids(two)).toEqual(["msg_1", "job_1"]);
    expect(activeJob(two)?.id).toBe("job_1");
    expect(waitingMessages(two).map(({ message }) => message.text)).toEqual(["Wish 2"]);
    const next = state(...asked(1), ...asked(2), { type: "job.done", data: { summary: "", version: 1, ms: 5 } });
    expect(ids(next)).toEqual(["msg_1", "job_1", "msg_2", "job_2"]);
    expect(waitingMessages(next)).toEqual([]);
  });

  it("says how many wait before a job until it works or ends", () => {
    const placed = (place: number): NewEvent => ({ type: "job.placed", data: { place } });
    expect(state(...asked(1), placed(3), placed(2)).jobs.job_1?.place).toBe(2);
    expect(state(...asked(1), placed(2), placed(0)).jobs.job_1?.place).toBe(0);
    expect(state(...asked(1), placed(2), { type: "job.status", data: { status: "planning" } }).jobs.job_1?.place).toBe(0);
    expect(
      state(...asked(1), placed(2), { type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } }).jobs.job_1?.place,
    ).toBe(0);
  });

  it("forgets a waiting message that was taken back", () => {
    const kept = { liveVersion: null, draftFiles: [] };
    const seen = state(...asked(1), ...asked(2), { type: "job.cancelled", data: { kept }, jobId: "job_2" });
    expect(ids(seen)).toEqual(["msg_1", "job_1"]);
    expect(waitingMessages(seen)).toEqual([]);
  });

  it("follows changes of what waits: text, order and delivery", () => {
    const seen = state(
      ...asked(1),
      ...asked(2),
      ...asked(3),
      { type: "message.edited", data: { messageId: "msg_2", text: "Changed" }, jobId: null },
      {
        type: "queue.changed",
        data: {
          waiting: [
            { jobId: "job_3", deliver: "steer" },
            { jobId: "job_2", deliver: "queue" },
          ],
        },
        jobId: null,
      },
    );
    expect(waitingMessages(seen).map(({ job, message }) => [message.text, job.deliver])).toEqual([
      ["Wish 3", "steer"],
      ["Changed", "queue"],
    ]);
    expect(activeJob(seen)?.id).toBe("job_1");
  });

  it("takes a steering message into the running job, and out of what waits", () => {
    const seen = state(
      ...asked(1),
      ...asked(2),
      ...asked(3),
      { type: "message.assistant", data: { messageId: "a", text: "First" } },
      { type: "message.steered", data: { messageId: "msg_2", into: "job_1" }, jobId: "job_2" },
      { type: "message.assistant", data: { messageId: "b", text: "Then" } },
    );
    expect(ids(seen)).toEqual(["msg_1", "job_1", "a", "msg_2", "b"]);
    expect(seen.messages.msg_2?.jobId).toBe("job_1");
    expect(waitingMessages(seen).map(({ message }) => message.text)).toEqual(["Wish 3"]);
    expect(seen.jobs.job_2).toBeUndefined();
  });

  it("shows a retry as a new card without the message once more", () => {
    const kept = { liveVersion: null, draftFiles: [] };
    const seen = state(
      ...asked(1),
      { type: "job.failed", data: { error: failure, findings: [], kept } },
      { type: "job.queued", data: { messageId: "msg_1", deliver: "queue" }, jobId: "job_2" },
    );
    expect(ids(seen)).toEqual(["msg_1", "job_1", "job_2"]);
  });
});

describe("what a job waits for", () => {
  const question = { id: "who", text: "For whom?", kind: "one" as const, options: ["Me", "A team"], suggested: ["Me"] };
  const questions: NewEvent = { type: "question.asked", data: { messageId: "q", text: "", questions: [question] } };
  const waits: NewEvent = { type: "job.status", data: { status: "waiting" } };
  const steps = [
    { id: "1", title: "List", files: [] },
    { id: "2", title: "Form", files: [] },
  ];
  const plan: NewEvent = { type: "plan.proposed", data: { steps, estimate: null, approval: true } };
  const reached = { scope: "job" as const, limit: 0.5, spent: 0.48, needed: 0.05 };
  const asking = (...events: (NewEvent & { jobId?: string })[]) => awaited(activeJob(state(...asked(1), ...events)));

  it("is the questions, until they are answered", () => {
    const answers = { who: ["A team"] };
    expect(asking(questions)).toBeNull();
    expect(asking(questions, waits)).toEqual({ kind: "questions", messageId: "q" });
    const answered: NewEvent = { type: "question.answered", data: { messageId: "q", answers } };
    expect(asking(questions, waits, answered)).toBeNull();
    expect(state(...asked(1), questions, waits, answered).messages.q?.asked).toEqual({ questions: [question], answers });
  });

  it("is approval of a plan, which then is as the person let it stand", () => {
    expect(asking(plan, waits)).toEqual({ kind: "plan" });
    const approved: NewEvent = { type: "plan.approved", data: { steps: [{ id: "2", title: "A long form", files: [] }] } };
    expect(asking(plan, waits, approved)).toBeNull();
    expect(state(...asked(1), plan, waits, approved).jobs.job_1?.plan).toEqual([
      { id: "2", title: "A long form", files: [], state: "pending" },
    ]);
  });

  it("is leave to go on beyond a budget", () => {
    expect(asking({ type: "budget.reached", data: { reached } }, waits)).toEqual({ kind: "budget", reached });
    expect(asking({ type: "budget.reached", data: { reached } }, waits, { type: "budget.raised", data: { scope: "job" } })).toBeNull();
  });

  it("is nothing once the job works on, was steered or has ended", () => {
    expect(asking(questions, waits, { type: "job.status", data: { status: "planning" } })).toBeNull();
    expect(asking(questions, waits, { type: "message.steered", data: { messageId: "m", into: "job_1" }, jobId: "job_2" })).toBeNull();
    const cancelled: NewEvent = { type: "job.cancelled", data: { kept: { liveVersion: null, draftFiles: [] } } };
    expect(state(...asked(1), plan, waits, cancelled).jobs.job_1?.asking).toBeNull();
  });

  it("is nothing when the plan runs at once", () => {
    expect(asking({ ...plan, data: { ...plan.data, approval: false } }, waits)).toBeNull();
  });
});

/** What is shown of the first job. */
function cardOf(...events: Parameters<typeof state>) {
  const card = state(...events).jobs.job_1;
  if (!card) throw new Error("There is no card of job_1.");
  return card;
}

describe("a card", () => {
  it("follows its plan, files and checks", () => {
    const card = cardOf(
      ...asked(1),
      { type: "job.status", data: { status: "generating" } },
      {
        type: "plan.proposed",
        data: {
          estimate: null,
          approval: false,
          steps: [
            { id: "1", title: "List", files: ["a.ts"] },
            { id: "2", title: "Form", files: [] },
          ],
        },
      },
      { type: "plan.step", data: { id: "1", status: "active" } },
      { type: "file.writing", data: { path: "a.ts", lines: 12 } },
      { type: "file.writing", data: { path: "b.ts", lines: 3 } },
      { type: "file.written", data: { path: "b.ts", lines: 4, added: 4, removed: 0 } },
      { type: "edit.refused", data: { path: "b.ts", error: failure } },
      { type: "check.started", data: { kind: "types" } },
    );
    expect(card.plan.map((step) => step.state)).toEqual(["active", "pending"]);
    expect(card.files.map(({ path, state, writing, lines }) => [path, state, writing, lines])).toEqual([
      ["b.ts", "refused", null, 4],
      ["a.ts", "new", 12, 0],
    ]);
    expect(card.checks).toMatchObject([{ kind: "types", state: "running" }]);
    expect(card.startedAt).toBe(3000);
  });

  it("drops the boot check of an earlier round when types are checked again", () => {
    const card = cardOf(
      ...asked(1),
      { type: "check.finished", data: { kind: "types", ok: true, ms: 10, findings: [] } },
      { type: "check.finished", data: { kind: "boot", ok: false, ms: 10, findings: [] } },
      { type: "fix.started", data: { round: 1, of: 3, findings: 1 } },
      { type: "check.started", data: { kind: "types" } },
    );
    expect(card.checks.map(({ kind, state }) => [kind, state])).toEqual([["types", "running"]]);
    expect(card.fix).toEqual({ round: 1, of: 3, findings: 1 });
  });

  it("adds up repairs, names other models that stood in, and knows its cost so far", () => {
    const repair = (line: number) => ({ kind: "missing_import" as const, file: "a.ts", line, message: "Cannot find name 'x'." });
    const usage = { model: "b", calls: 3, inputTokens: 900, cachedTokens: 100, outputTokens: 50, cost: 0.012 };
    const card = cardOf(
      ...asked(1),
      { type: "fix.repaired", data: { repairs: [repair(1), repair(2)], left: 1, ms: 9 } },
      { type: "fix.repaired", data: { repairs: [repair(3)], left: 0, ms: 9 } },
      { type: "model.fallback", data: { from: "a", to: "b", error: failure } },
      { type: "usage", data: { usage: { ...usage, calls: 2, cost: 0.01 } } },
      { type: "usage", data: { usage } },
    );
    expect(card.repairs.map(({ line }) => line)).toEqual([1, 2, 3]);
    expect(card.fallbacks).toEqual([{ from: "a", to: "b", error: failure }]);
    expect(card.usage).toEqual(usage);
  });

  it("says what was kept when it is stopped, and drops the file that was half written", () => {
    const kept = { liveVersion: 3, draftFiles: ["a.ts"] };
    const seen = state(
      ...asked(1),
      { type: "file.written", data: { path: "a.ts", lines: 4, added: 4, removed: 0 } },
      { type: "file.writing", data: { path: "a.ts", lines: 2 } },
      { type: "file.writing", data: { path: "b.ts", lines: 2 } },
      { type: "message.delta", data: { messageId: "m", text: "I was about to" } },
      { type: "job.cancelled", data: { kept } },
    );
    expect(seen.jobs.job_1).toMatchObject({ status: "cancelled", end: { kind: "cancelled", kept } });
    expect(seen.jobs.job_1?.files.map(({ path, state, writing }) => [path, state, writing])).toEqual([["a.ts", "written", null]]);
    expect(seen.messages.m).toMatchObject({ text: "I was about to", streaming: false });
    expect(activeJob(seen)).toBeNull();
  });
});

describe("the preview", () => {
  const error = { source: "browser" as const, message: "boom", stack: "", file: "src/App.tsx", line: 3, column: 1, path: "/" };
  const told = (label: string, count: number): NewEvent & { jobId: null } => ({
    type: "preview.error",
    data: { label, error, count, by: "editor" },
    jobId: null,
  });

  it("keeps whoever is trusted most of those before whom it happened", () => {
    const seen = (...by: Reporter[]) =>
      state(...by.map((one) => ({ ...told("list", 1), data: { label: "list", error, count: 1, by: one } }) as NewEvent)).problems;
    expect(seen("visitor").map(({ by }) => by)).toEqual(["visitor"]);
    expect(seen("visitor", "editor", "viewer").map(({ by }) => by)).toEqual(["editor"]);
  });

  it("counts an error once and forgets it when new code goes live", () => {
    const twice = state(told("list", 1), told("list", 7), told("list--draft", 1));
    expect(twice.problems.map(({ channel, count }) => [channel, count])).toEqual([
      ["current", 7],
      ["draft", 1],
    ]);
    const later = state(told("list", 1), told("list--draft", 1), ...asked(1), {
      type: "build.version",
      data: { version: 2, parent: 1, files: 4, merged: false },
    });
    expect(later.problems.map(({ channel }) => channel)).toEqual(["draft"]);
    const byHand = state(told("list", 1), { type: "version.live", data: { version: 3 } }, { type: "version.live", data: { version: 2 } });
    expect(byHand).toMatchObject({ problems: [], live: 3 });
  });

  it("shows the draft while a job runs, then the version", () => {
    expect(state({ type: "preview.ready", data: { label: "list--draft", version: null } }).preview).toEqual({
      label: "list--draft",
      version: null,
    });
  });
});

it("passes on what it does not know: an event of a later version is only counted", () => {
  const before = state(...asked(1));
  const later = { type: "message.future", data: {}, seq: before.seq + 1, at: 1, jobId: null } as unknown as StreamEvent;
  expect(reduceAll(before, [later])).toEqual({ ...before, seq: before.seq + 1 });
});
