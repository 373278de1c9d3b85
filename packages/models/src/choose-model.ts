/** Which models an organization may use, and which one answers a message. */
import { type AvailableModel, ModelProvider, type ModelSettings, type Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { ModelSources } from "./access.ts";
import { availableModels } from "./available.ts";
import { isOfPlatform, type PlatformModels } from "./platform.ts";
import type { OrganizationModels } from "./ports.ts";
import { STARTER } from "./registry/index.ts";

/** What is chosen from. */
export type ModelChoice = { modelSources: Pick<ModelSources, "settings" | "platform"> };

export async function loadModels({ modelSources: { settings, platform } }: ModelChoice, organizationId: string): Promise<ModelSettings> {
  return modelsView(platform, await settings.of(organizationId));
}

/** What was chosen and is no longer there gives way to the embedded model. */
export function modelsView(platform: PlatformModels, { choice, providers }: OrganizationModels): ModelSettings {
  const available = availableModels(platform, providers);
  const there = (id: string) => available.some((model) => model.id === id);
  const chosen = choice?.defaultModel ?? STARTER;
  return {
    defaultModel: there(chosen) ? chosen : STARTER,
    fallbacks: choice?.fallbacks.filter(there) ?? [],
    providers: ModelProvider.options.map((provider) => {
      const row = providers.find((candidate) => candidate.provider === provider);
      const { baseUrl = null, sealedKey = null, models = [] } = row ?? {};
      return { provider, baseUrl, hasKey: sealedKey !== null, models, ofPlatform: isOfPlatform(platform, provider) };
    }),
    available,
  };
}

/** The model that was asked for; else the project's; else the organization's default. */
export async function chooseModel(
  deps: ModelChoice,
  organizationId: string,
  asked: string | undefined,
  ofProject: string | null = null,
): Promise<Outcome<string>> {
  const { defaultModel, available } = await loadModels(deps, organizationId);
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
