/** What is known of a model by its name `provider:model`: from the table, from what an organization says of its own, or guarded guesses. */
import { ModelProvider, type OwnModel } from "@edgewright/contracts";
import { KNOWN_MODELS, type KnownModel } from "./known-models.ts";
import type { ModelInfo } from "./model-info.ts";

export const STARTER = "starter:builtin";

/** The parts of a name, or null where it names no provider that can be set up. A model's own name may hold colons. */
export function parseModelName(name: string): { provider: ModelProvider; model: string } | null {
  const colon = name.indexOf(":");
  const provider = ModelProvider.safeParse(name.slice(0, Math.max(0, colon)));
  const model = name.slice(colon + 1);
  return provider.success && model !== "" ? { provider: provider.data, model } : null;
}

export const modelName = (provider: ModelProvider, model: string): string => `${provider}:${model}`;

export const knownModelsOf = (provider: ModelProvider): readonly KnownModel[] => (provider === "compatible" ? [] : KNOWN_MODELS[provider]);

/** What nothing is known of gets a window that nearly every model has, and no price. */
const UNKNOWN = { contextTokens: 32_000, outputTokens: 8_000, tools: true, price: null };
const FREE = { input: 0, cached: 0, output: 0 };
const OWN_OUTPUT_MAX = 16_000;

/** `own`: what the organization says of it, which comes before the table. */
export function modelInfo(name: string, own: OwnModel | null = null): ModelInfo {
  if (name === STARTER) return { name, contextTokens: 1_000_000, outputTokens: 100_000, tools: true, price: FREE };
  if (own) {
    const { contextTokens, tools, price } = own;
    return { name, contextTokens, outputTokens: Math.min(OWN_OUTPUT_MAX, Math.floor(contextTokens / 4)), tools, price };
  }
  const parts = parseModelName(name);
  const known = parts && knownModelsOf(parts.provider).find(({ model }) => model === parts.model);
  if (!known) return { name, ...UNKNOWN };
  return { name, contextTokens: known.context, outputTokens: known.output, tools: true, price: known.price };
}
