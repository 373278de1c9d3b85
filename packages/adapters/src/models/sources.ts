/** What the platform's models stand on: its variables, the AI SDK, and addresses that may be asked. Used by workers/api and workers/jobs. */
import { type ModelSources, type ModelVariables, platformModels } from "@edgewright/models";
import { mayBeAsked, type OutsideRules, outsideFetch } from "../outside/address.ts";
import { languageModel } from "./language-model.ts";

type Given = Pick<ModelSources, "settings" | "sealKey"> & {
  variables: ModelVariables;
  /** The binding of Workers AI. */
  ai: Ai | undefined;
  /** Whom an organization's own address may lead to. */
  outside: OutsideRules;
};

export const modelSources = ({ settings, sealKey, variables, ai, outside }: Given): ModelSources => ({
  settings,
  sealKey,
  platform: platformModels(variables, ai !== undefined),
  outside: { mayBeAsked: (address) => mayBeAsked(address, outside), fetch: outsideFetch(outside) },
  languageModel: (access, model) => languageModel(access, model, ai ?? null),
});
