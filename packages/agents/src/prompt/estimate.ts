/** What a request to a model, or a plan, will take. By experience, and rather too high than too low. */
import type { Estimate, PlanStep } from "@edgewright/contracts";
import { costOf } from "@edgewright/models";
import type { ModelMessage } from "ai";
import type { JobRun } from "../run/job-run.ts";
import { estimateTokens } from "./index.ts";

const FILE_TOKENS = 1200;
/** Turns beside those that write: reading, planning, summing up. */
const OTHER_TURNS = 3;

export const estimateMessages = (instructions: string, messages: readonly ModelMessage[]): number =>
  estimateTokens(instructions) + estimateTokens(JSON.stringify(messages));

/** Each step is a turn that reads all that was said before it and writes its files. */
export function estimatePlan(run: JobRun, steps: readonly PlanStep[]): Estimate {
  const { info } = run.model;
  const files = new Set(steps.flatMap((step) => step.files));
  const outputTokens = Math.max(1, files.size) * FILE_TOKENS;
  const turns = steps.length + OTHER_TURNS;
  const perTurn = estimateMessages(run.start.instructions, run.messages) + outputTokens / 2;
  const inputTokens = Math.ceil(turns * perTurn);
  return { inputTokens, outputTokens, cost: costOf(info.price, { inputTokens, cachedTokens: 0, outputTokens }) };
}
