import type { NewEvent, StreamEvent } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { reduceAll } from "./reduce.ts";
import { activeJob, emptySession, waitingMessages } from "./state.ts";

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

  it("stand in the order in which they began, questions with their suggestions", () => {
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
    expect(seen.messages.q?.suggestions).toEqual(["This", "That"]);
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

  it("forgets a waiting message that was taken back", () => {
    const kept = { liveVersion: null, draftFiles: [] };
    const seen = state(...asked(1), ...asked(2), { type: "job.cancelled", data: { kept }, jobId: "job_2" });
    expect(ids(seen)).toEqual(["msg_1", "job_1"]);
    expect(waitingMessages(seen)).toEqual([]);
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

describe("a card", () => {
  it("follows its plan, files and checks", () => {
    const card = state(
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
    ).jobs.job_1!;
    expect(card.plan.map((step) => step.state)).toEqual(["active", "pending"]);
    expect(card.files.map(({ path, state, writing, lines }) => [path, state, writing, lines])).toEqual([
      ["b.ts", "refused", null, 4],
      ["a.ts", "new", 12, 0],
    ]);
    expect(card.checks).toMatchObject([{ kind: "types", state: "running" }]);
    expect(card.startedAt).toBe(3000);
  });

  it("drops the boot check of an earlier round when types are checked again", () => {
    const card = state(
      ...asked(1),
      { type: "check.finished", data: { kind: "types", ok: true, ms: 10, findings: [] } },
      { type: "check.finished", data: { kind: "boot", ok: false, ms: 10, findings: [] } },
      { type: "fix.started", data: { round: 1, of: 3, findings: 1 } },
      { type: "check.started", data: { kind: "types" } },
    ).jobs.job_1!;
    expect(card.checks.map(({ kind, state }) => [kind, state])).toEqual([["types", "running"]]);
    expect(card.fix).toEqual({ round: 1, of: 3, findings: 1 });
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
    data: { label, error, count },
    jobId: null,
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
  });

  it("shows the draft while a job runs, then the version", () => {
    expect(state({ type: "preview.ready", data: { label: "list--draft", version: null } }).preview).toEqual({
      label: "list--draft",
      version: null,
    });
  });
});
