/** What a job knows, step by step: rebuilt from the journal by whichever consumer goes on with it. */
import { type FileChange, type Json, PlanStep, Question, Usage } from "@edgewright/contracts";
import type { ModelMessage } from "ai";
import { z } from "zod";

const Change = z.object({ path: z.string(), text: z.string().nullable() });

/** How a turn ended: `open` turns are followed by another. */
const Ending = z.union([
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("finish"), summary: z.string() }),
  z.object({ kind: z.literal("ask"), text: z.string(), questions: z.array(Question) }),
]);
export type Ending = z.infer<typeof Ending>;

/** The journal's entry of one model turn. */
export const TurnEntry = z.object({
  messages: z.array(z.unknown()),
  changes: z.array(Change),
  plan: z.array(PlanStep),
  usage: Usage,
  ending: Ending,
});
export type TurnEntry = { messages: ModelMessage[]; changes: FileChange[]; plan: PlanStep[]; usage: Usage; ending: Ending };

export const readTurn = (result: Json): TurnEntry => TurnEntry.parse(result) as TurnEntry;

export const addUsage = (a: Usage | null, b: Usage): Usage => ({
  model: b.model,
  calls: (a?.calls ?? 0) + b.calls,
  cost: a?.cost === null || b.cost === null ? null : (a?.cost ?? 0) + b.cost,
  inputTokens: (a?.inputTokens ?? 0) + b.inputTokens,
  cachedTokens: (a?.cachedTokens ?? 0) + b.cachedTokens,
  outputTokens: (a?.outputTokens ?? 0) + b.outputTokens,
});
