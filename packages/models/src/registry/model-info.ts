/** What is known of a model: the size of its window, what it costs, whether it calls tools. Used by the registry, the meter and the agent. */
import type { ModelPrice } from "@edgewright/contracts";

export type ModelInfo = {
  /** `provider:model` */
  name: string;
  contextTokens: number;
  /** The most that one answer may hold. */
  outputTokens: number;
  /** False: it is spoken to by the text protocol. */
  tools: boolean;
  /** null: not known, and so never counted against a budget. */
  price: ModelPrice | null;
};

/** Tokens of one call or of many. `cachedTokens` are among `inputTokens`. */
export type TokenCount = { inputTokens: number; cachedTokens: number; outputTokens: number };

/** USD, or null where the price is not known. */
export function costOf(price: ModelPrice | null, { inputTokens, cachedTokens, outputTokens }: TokenCount): number | null {
  if (price === null) return null;
  const fresh = Math.max(0, inputTokens - cachedTokens);
  return (fresh * price.input + cachedTokens * price.cached + outputTokens * price.output) / 1_000_000;
}
