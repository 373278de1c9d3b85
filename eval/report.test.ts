/** The report of a run, and what of a job's events goes into it. */
import type { NewEvent, StreamEvent } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { outcomeOf, problemOf } from "./outcome.ts";
import { renderReport } from "./report.ts";
import type { RunResult, TurnResult } from "./result.ts";

const TURN: TurnResult = {
  prompt: "A list",
  seconds: 2.04,
  rounds: 4,
  fixRounds: 1,
  questions: 0,
  reply: "Here.",
  version: 1,
  inputTokens: 12_000,
  cachedTokens: 8000,
  outputTokens: 900,
  cost: 0.0312,
};
const RUN: RunResult = {
  model: "some:model",
  startedAt: "2026-10-01T10:20:30.000Z",
  seconds: 75,
  stopped: false,
  tasks: [
    {
      task: { id: "todo", name: "Todo list", level: 1 },
      failure: null,
      seconds: 5,
      turns: [TURN, { ...TURN, cost: null }],
      pageErrors: [],
    },
    {
      task: { id: "chat", name: "Chat", level: 4 },
      failure: { turn: 1, step: 3, what: '{"do":"see","text":"a|b"}', reason: '"a|b"\nis not shown.', screenshot: null },
      seconds: 9,
      turns: [{ ...TURN, cost: null }],
      pageErrors: ["TypeError: x is undefined"],
    },
  ],
};

it("says how many passed, what each took, and why one failed", () => {
  const report = renderReport(RUN);
  expect(report).toContain("# Evaluation of some:model");
  expect(report).toContain("**1 of 2 tasks passed (50 %)** in 75.0 s.");
  expect(report).toContain("| 1 | 1 of 1 |\n| 4 | 0 of 1 |");
  expect(report).toContain("| Todo list (`todo`) | 1 | passed | 2 | 8 | 2 | 24,000 | 16,000 | 1,800 | $0.0312 | 4.1 | 5.0 |");
  expect(report).toContain("| **all** |  |  | 3 | 12 | 3 | 36,000 | 24,000 | 2,700 | $0.0312 | 6.1 | 14.0 |");
  expect(report).toContain(
    '- **chat**, turn 1, step 3: `{"do":"see","text":"a|b"}`\n  - "a\\|b" is not shown.\n  - The app threw: TypeError: x is undefined',
  );
});

it("says when nothing failed by saying nothing, and when it was stopped", () => {
  expect(renderReport({ ...RUN, tasks: RUN.tasks.slice(0, 1) })).not.toContain("What failed");
  expect(renderReport({ ...RUN, stopped: true, tasks: [] })).toContain("**0 of 0 tasks passed (0 %)** in 75.0 s. The run was stopped");
});

const events = (...given: NewEvent[]): StreamEvent[] => given.map((event, index) => ({ ...event, seq: index + 1, at: 0, jobId: "job_1" }));
const usage = (calls: number, inputTokens: number): NewEvent => ({
  type: "usage",
  data: { usage: { model: "m", calls, inputTokens, cachedTokens: 1, outputTokens: 2, cost: 0.5 } },
});

it("takes a job's last word on its tokens, and all that it said", () => {
  const done = events(
    usage(1, 5),
    { type: "question.asked", data: { messageId: "m", text: "One thing first.", questions: [] } },
    usage(2, 10),
    { type: "fix.started", data: { round: 1, of: 3, findings: 2 } },
    usage(3, 25),
    { type: "build.version", data: { version: 3, parent: 2, files: 9, merged: false } },
    { type: "job.done", data: { summary: "There it is.", version: 3, ms: 9 } },
  );
  expect(outcomeOf(done)).toEqual({
    inputTokens: 25,
    cachedTokens: 1,
    outputTokens: 2,
    cost: 0.5,
    rounds: 3,
    fixRounds: 1,
    questions: 1,
    reply: "One thing first.\nThere it is.",
    version: 3,
  });
  expect(problemOf(done)).toBeNull();
});

it("takes a job that failed for no app to judge", () => {
  const error = { code: "checks_failed" as const, message: "3 problems are left." };
  const failed = events({ type: "job.failed", data: { error, findings: [], kept: { liveVersion: null, draftFiles: [] } } });
  expect(problemOf(failed)).toBe("The job failed: checks_failed: 3 problems are left.");
});
