/** One task: builds its app turn by turn and takes the acceptance steps of each in the browser. */

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { at } from "@edgewright/core";
import type { Browser } from "playwright-core";
import { clearSamples, type Person } from "../tests/platform/client.ts";
import { type BuildOutcome, type Conversation, finishTurn, goOn, startConversation } from "./build.ts";
import { entranceFor } from "./entrance.ts";
import { runSteps } from "./judge/run-steps.ts";
import { Windows } from "./judge/windows.ts";
import type { TaskFailure, TaskResult } from "./result.ts";
import type { Participant, Task } from "./task.ts";

export type TaskWorld = {
  browser: Browser;
  model: string;
  person: Person;
  /** Where screenshots of failures go. */
  pictures: string;
  signal: AbortSignal;
  say(line: string): void;
};

const PATIENCE_MS = 6000;

/** Never throws: whatever breaks is this task's failure, and the run goes on. */
export async function runTask(world: TaskWorld, task: Task): Promise<TaskResult> {
  const started = performance.now();
  const { id, name, level } = task;
  const result: TaskResult = { task: { id, name, level }, failure: null, seconds: 0, turns: [], pageErrors: [] };
  try {
    result.failure = await judgeTurns(world, task, result);
  } catch (error) {
    result.failure = {
      turn: result.turns.length,
      step: 0,
      what: "the run of the task",
      reason: String(error).slice(0, 500),
      screenshot: null,
    };
  }
  result.seconds = (performance.now() - started) / 1000;
  return result;
}

async function judgeTurns(world: TaskWorld, task: Task, result: TaskResult): Promise<TaskFailure | null> {
  let talk: Conversation | null = null;
  for (const [index, turn] of task.turns.entries()) {
    const started: { talk: Conversation; jobId: string } = talk
      ? { talk, jobId: await goOn(talk, turn.prompt) }
      : await startConversation(world.person, world.model, turn.prompt);
    talk = started.talk;
    const built = await finishTurn(talk, started.jobId, turn, world.signal);
    result.turns.push(built.result);
    world.say(sayBuilt(built));
    // What is judged is what people put in.
    if (index === 0 && !built.problem) await clearSamples(world.person, talk.projectId);
    const failure = built.problem
      ? { step: 0, what: "the build", reason: built.problem, screenshot: null }
      : await judge(world, task, index, talk.projectId, built, result);
    if (failure) return { turn: index + 1, ...failure };
  }
  return null;
}

async function judge(world: TaskWorld, task: Task, index: number, projectId: string, { result: built }: BuildOutcome, result: TaskResult) {
  const entrance = { person: world.person, projectId };
  const windows = new Windows(world.browser, (who) => entranceFor(who, entrance), PATIENCE_MS);
  const stop = () => void windows.close();
  world.signal.addEventListener("abort", stop, { once: true });
  try {
    const stage = { window: (who: Participant) => windows.get(who), reply: built.reply, patience: PATIENCE_MS };
    const failed = await runSteps(at(task.turns, index).accept, stage);
    if (!failed) return null;
    const { step, what, reason, who } = failed;
    return { step, what, reason, screenshot: await picture(world, `${task.id}-${index + 1}`, windows, who) };
  } finally {
    world.signal.removeEventListener("abort", stop);
    result.pageErrors.push(...windows.errors);
    await windows.close();
  }
}

/** null where there is no page, or it no longer lets itself be pictured. */
async function picture({ pictures }: TaskWorld, name: string, windows: Windows, who: Participant): Promise<string | null> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `${name}.png`);
  return (await windows.screenshot(path, who).catch(() => false)) ? path : null;
}

function sayBuilt({ result, problem }: BuildOutcome): string {
  const tokens = (result.inputTokens + result.outputTokens).toLocaleString("en");
  const asked = result.questions > 0 ? `, ${result.questions} asked` : "";
  return `${problem === null ? "built" : "not built"} in ${result.seconds.toFixed(1)} s (${result.rounds} rounds, ${result.fixRounds} of repair, ${tokens} tokens${asked})`;
}
