/** What is known of a run: of each turn, of each task, of all. Rendered by report.ts and written as JSON. */
import type { Task } from "./task.ts";

/** Sums over model calls. `cost` in US dollars; null where no call's cost is known. */
export type TokenSpend = { inputTokens: number; cachedTokens: number; outputTokens: number; cost: number | null };

export type TurnResult = TokenSpend & {
  prompt: string;
  /** Seconds from the message until its job had ended. */
  seconds: number;
  /** Turns of the model, rounds of repair, and questions that were answered. */
  rounds: number;
  fixRounds: number;
  questions: number;
  reply: string;
  /** The version that came of it; null where there was none. */
  version: number | null;
};

/** `step` counts from 1; 0 where no step was come to: the app was not built, or the run of the task broke. */
export type TaskFailure = { turn: number; step: number; what: string; reason: string; screenshot: string | null };

export type TaskResult = {
  task: Pick<Task, "id" | "name" | "level">;
  failure: TaskFailure | null;
  /** Of the task as a whole, judging included. */
  seconds: number;
  turns: TurnResult[];
  /** What the app threw in a browser. */
  pageErrors: string[];
};

export type RunResult = {
  model: string;
  /** ISO 8601 */
  startedAt: string;
  seconds: number;
  /** Ended before all tasks had run. */
  stopped: boolean;
  tasks: TaskResult[];
};

export const NOTHING: TokenSpend = { inputTokens: 0, cachedTokens: 0, outputTokens: 0, cost: null };

export const sum = (all: readonly TokenSpend[]): TokenSpend =>
  all.reduce(
    (before, next) => ({
      inputTokens: before.inputTokens + next.inputTokens,
      cachedTokens: before.cachedTokens + next.cachedTokens,
      outputTokens: before.outputTokens + next.outputTokens,
      cost: next.cost === null ? before.cost : (before.cost ?? 0) + next.cost,
    }),
    NOTHING,
  );
