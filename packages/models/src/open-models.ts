/** Language models by their name `provider:model`, followed by those to fall back on. Used by workers/jobs. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { LanguageModel } from "ai";
import { accessTo, type ModelSources } from "./access.ts";
import { ownModel } from "./available.ts";
import type { ModelProviderRecord } from "./ports.ts";
import { type ModelInfo, modelInfo, parseModelName, STARTER } from "./registry/index.ts";

export type OpenModel = { info: ModelInfo; model: LanguageModel };

/** The model that was asked for, then those to fall back on, in their order; or why there is none. */
export type OpenModels = (name: string, organizationId: string) => Promise<Outcome<OpenModel[]>>;

/** `starter` is the embedded model. */
type Sources = ModelSources & { starter(): LanguageModel };

/** A fallback that cannot be opened is left out; the model that was asked for must be. */
export const createOpenModels =
  (sources: Sources): OpenModels =>
  async (name, organizationId) => {
    const { choice, providers: rows } = await sources.settings.of(organizationId);
    const asked = await open(sources, rows, name);
    if (!asked.ok) return asked;
    const others = new Set(choice?.fallbacks.filter((fallback) => fallback !== name));
    const opened = await Promise.all([...others].map((fallback) => open(sources, rows, fallback)));
    return ok([asked.value, ...opened.flatMap((one) => (one.ok ? [one.value] : []))]);
  };

async function open(sources: Sources, rows: readonly ModelProviderRecord[], name: string): Promise<Outcome<OpenModel>> {
  if (name === STARTER) return ok({ info: modelInfo(name), model: sources.starter() });
  const parts = parseModelName(name);
  if (!parts) return fail("model_unknown", `There is no model ${name.slice(0, 100)}.`, { next: "Choose one in Settings → Models." });
  const { provider, model } = parts;
  const access = await accessTo(sources, rows, provider, model);
  if (!access.ok) return access;
  return ok({
    info: modelInfo(name, ownModel(rows, provider, model)),
    model: sources.languageModel(access.value, model),
  });
}
