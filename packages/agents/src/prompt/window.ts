/** How a model's window is divided: the answer, the tools, the app, what was said earlier, and what is left for the job's turns. */
import type { ModelInfo } from "@edgewright/models";
import type { ModelMessage } from "ai";
import { estimateMessages } from "./estimate.ts";
import { estimateTokens } from "./index.ts";
import { INSTRUCTIONS } from "./instructions.ts";

/** The shapes and descriptions of the tools, or the text protocol in their place. */
export const TOOLS_TOKENS = 3_500;
const ANSWER_SHARE = 1 / 4;
const CONTEXT_SHARE = 0.4;
/** Every turn pays for it, in part from the provider's cache: more is not shown, however large the window is. */
const CONTEXT_MAX = 24_000;
const EARLIER_SHARE = 0.1;
const EARLIER_MAX = 12_000;
const TURNS_MIN = 2_000;

export type Window = { contextTokens: number; earlierTokens: number; turnsTokens(instructions: string, messages: ModelMessage[]): number };

/** The smallest of the models' windows, since each may have to go on with the job. */
export function windowOf(models: readonly Pick<ModelInfo, "contextTokens" | "outputTokens">[]): Window {
  const rooms = models.map(({ contextTokens, outputTokens }) => contextTokens - Math.min(outputTokens, contextTokens * ANSWER_SHARE));
  const room = Math.min(...rooms) - TOOLS_TOKENS;
  const free = Math.max(0, room - estimateTokens(INSTRUCTIONS));
  return {
    contextTokens: Math.floor(Math.min(CONTEXT_MAX, free * CONTEXT_SHARE)),
    earlierTokens: Math.floor(Math.min(EARLIER_MAX, free * EARLIER_SHARE)),
    turnsTokens: (instructions, messages) => Math.max(TURNS_MIN, Math.floor(room - estimateMessages(instructions, messages))),
  };
}
