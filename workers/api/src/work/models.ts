/** Which models an organization may use, and which one answers a message. */
import { availableModels, isOfPlatform } from "@edgewright/adapters";
import { type AvailableModel, ModelProvider, type ModelSettings, type Outcome } from "@edgewright/contracts";
import { fail, ok, STARTER } from "@edgewright/core";
import type { ModelProviderRecord, ModelSettingsRecord } from "@edgewright/db";
import type { Services } from "../services.ts";

export async function loadModels(services: Services, organizationId: string): Promise<ModelSettings> {
  const { modelSettings } = services;
  return modelsView(services, ...(await Promise.all([modelSettings.get(organizationId), modelSettings.providersOf(organizationId)])));
}

/** What was chosen and is no longer there gives way to the embedded model. */
export function modelsView(services: Services, settings: ModelSettingsRecord | null, rows: ModelProviderRecord[]): ModelSettings {
  const { platform } = services.modelSources;
  const available = availableModels(platform, rows);
  const there = (id: string) => available.some((model) => model.id === id);
  const chosen = settings?.defaultModel ?? STARTER;
  return {
    defaultModel: there(chosen) ? chosen : STARTER,
    fallbacks: settings?.fallbacks.filter(there) ?? [],
    providers: ModelProvider.options.map((provider) => {
      const row = rows.find((candidate) => candidate.provider === provider);
      const { baseUrl = null, sealedKey = null, models = [] } = row ?? {};
      return { provider, baseUrl, hasKey: sealedKey !== null, models, ofPlatform: isOfPlatform(platform, provider) };
    }),
    available,
  };
}

/** The model that was asked for; else the project's; else the organization's default. */
export async function chooseModel(
  services: Services,
  organizationId: string,
  asked: string | undefined,
  ofProject: string | null = null,
): Promise<Outcome<string>> {
  const { defaultModel, available } = await loadModels(services, organizationId);
  if (asked !== undefined) return knownModel(available, asked);
  return ok(ofProject !== null && available.some(({ id }) => id === ofProject) ? ofProject : defaultModel);
}

const LISTED = 12;

/** `field` is the one of the request's body that named it. */
export function knownModel(available: readonly AvailableModel[], model: string, field = "model"): Outcome<string> {
  if (available.some(({ id }) => id === model)) return ok(model);
  const ids = available.map(({ id }) => id);
  const next = `Choose one of ${ids.slice(0, LISTED).join(", ")}${ids.length > LISTED ? ", …" : ""}.`;
  return fail("model_unknown", `There is no model "${model.slice(0, 100)}" here.`, { next, fields: { [field]: "unknown" } });
}
