/** The models that the platform itself has for every organization: from its environment, parsed once per worker. Used by workers/api and workers/jobs. */
import type { ModelProvider } from "@edgewright/contracts";
import { z } from "zod";

const text = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());
const address = (name: string) =>
  z.preprocess(
    (value) => (value === "" ? undefined : value),
    z.url({ protocol: /^https?$/, error: `${name} must be an address` }).optional(),
  );

/** `…_MODELS` are names beside the known ones, separated by commas. */
export const MODEL_VARIABLES = {
  OPENROUTER_API_KEY: text,
  OPENROUTER_BASE_URL: address("OPENROUTER_BASE_URL"),
  OPENROUTER_MODELS: text,
  OPENAI_API_KEY: text,
  OPENAI_BASE_URL: address("OPENAI_BASE_URL"),
  OPENAI_MODELS: text,
  WORKERS_AI_MODELS: text,
  COMPATIBLE_API_KEY: text,
  COMPATIBLE_BASE_URL: address("COMPATIBLE_BASE_URL"),
  COMPATIBLE_MODEL: text,
};
const ModelVariables = z.object(MODEL_VARIABLES);
export type ModelVariables = z.infer<typeof ModelVariables>;

/** `key` null: none is needed, or organizations bring their own. */
export type PlatformProvider = { baseUrl: string; key: string | null; models: string[] };

export type PlatformModels = {
  providers: Record<ModelProvider, PlatformProvider>;
  /** Whether Workers AI is bound; on one's own machine it is not. */
  workersAi: boolean;
};

export const platformModels = (variables: ModelVariables, workersAi: boolean): PlatformModels => ({
  providers: {
    openrouter: {
      baseUrl: variables.OPENROUTER_BASE_URL ?? "https://openrouter.ai/api/v1",
      key: variables.OPENROUTER_API_KEY ?? null,
      models: names(variables.OPENROUTER_MODELS),
    },
    openai: {
      baseUrl: variables.OPENAI_BASE_URL ?? "https://api.openai.com/v1",
      key: variables.OPENAI_API_KEY ?? null,
      models: names(variables.OPENAI_MODELS),
    },
    "workers-ai": { baseUrl: "", key: null, models: names(variables.WORKERS_AI_MODELS) },
    compatible: {
      baseUrl: variables.COMPATIBLE_BASE_URL ?? "",
      key: variables.COMPATIBLE_API_KEY ?? null,
      models: names(variables.COMPATIBLE_MODEL),
    },
  },
  workersAi,
});

/** Whether organizations without a key of their own may use the provider. */
export function isOfPlatform({ providers, workersAi }: PlatformModels, provider: ModelProvider): boolean {
  if (provider === "workers-ai") return workersAi;
  return provider === "compatible" ? providers.compatible.baseUrl !== "" : providers[provider].key !== null;
}

const names = (list: string | undefined): string[] =>
  (list ?? "")
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
