/** What a job knows, step by step: rebuilt from the journal by whichever consumer goes on with it. */
import { type FileChange, Finding, PlanStep, Question, Repair, Usage } from "@edgewright/contracts";
import type { ModelMessage } from "ai";
import { z } from "zod";

const Change = z.object({ path: z.string(), text: z.string().nullable() });

/** How a turn ended: `open` turns are followed by another. */
const Ending = z.union([
  z.object({ kind: z.literal("open") }),
  z.object({ kind: z.literal("finish"), summary: z.string() }),
  /** The plan waits for a person's approval. */
  z.object({ kind: z.literal("plan") }),
  z.object({ kind: z.literal("ask"), text: z.string(), questions: z.array(Question) }),
]);
export type Ending = z.infer<typeof Ending>;

/** The journal's entry of one model turn. */
export type TurnEntry = { messages: ModelMessage[]; changes: FileChange[]; plan: PlanStep[]; usage: Usage; ending: Ending };
export const TurnEntry = z.object({
  messages: z.array(z.unknown()),
  changes: z.array(Change),
  plan: z.array(PlanStep),
  usage: Usage,
  ending: Ending,
}) as unknown as z.ZodType<TurnEntry>;

/** The journal's entry of one check, with what was repaired on the way. */
export const CheckEntry = z.object({
  ok: z.boolean(),
  findings: z.array(Finding),
  repairs: z.array(Repair),
  changes: z.array(Change),
});
export type CheckEntry = z.infer<typeof CheckEntry>;

/** Files set to another state: what an earlier job left, or the best that was reached. */
export const ResetEntry = z.object({ changes: z.array(Change) });

export const addUsage = (a: Usage | null, b: Usage): Usage => ({
  model: b.model,
  calls: (a?.calls ?? 0) + b.calls,
  cost: a?.cost === null || b.cost === null ? null : (a?.cost ?? 0) + b.cost,
  inputTokens: (a?.inputTokens ?? 0) + b.inputTokens,
  cachedTokens: (a?.cachedTokens ?? 0) + b.cachedTokens,
  outputTokens: (a?.outputTokens ?? 0) + b.outputTokens,
});
