/** Language models by their name `provider:model`, followed by those to fall back on. Used by workers/jobs. */
import type { OpenModel, OpenModels } from "@edgewright/agents";
import type { Outcome } from "@edgewright/contracts";
import { fail, modelInfo, ok, parseModelName, STARTER } from "@edgewright/core";
import type { ModelProviderRecord } from "@edgewright/db";
import type { LanguageModel } from "ai";
import { accessTo, type ModelSources } from "./access.ts";
import { ownModel } from "./available.ts";
import { languageModel } from "./language-model.ts";

/** `starter` is the embedded model. */
type Sources = ModelSources & { starter(): LanguageModel };

/** A fallback that cannot be opened is left out; the model that was asked for must be. */
export const createOpenModels =
  (sources: Sources): OpenModels =>
  async (name, organizationId) => {
    const [settings, rows] = await Promise.all([sources.settings.get(organizationId), sources.settings.providersOf(organizationId)]);
    const asked = await open(sources, rows, name);
    if (!asked.ok) return asked;
    const others = new Set(settings?.fallbacks.filter((fallback) => fallback !== name));
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
    model: languageModel(access.value, model, sources.platform.ai),
  });
}
