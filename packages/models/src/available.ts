/** The models that an organization may choose from. Used by the API, and by the jobs worker for what the organization says of its own. */
import type { AvailableModel, ModelProvider, OwnModel } from "@edgewright/contracts";
import { isOfPlatform, type PlatformModels } from "./platform.ts";
import type { ModelProviderRecord } from "./ports.ts";
import { knownModelsOf, modelInfo, modelName, STARTER } from "./registry/index.ts";

const PROVIDER_TITLES: Record<ModelProvider, string> = {
  openrouter: "OpenRouter",
  openai: "OpenAI",
  "workers-ai": "Workers AI",
  compatible: "a compatible server",
};

const STARTER_TEXT = "Built in, needs no key. Builds lists, boards, calendars, charts and forms from a plain description.";

/** The embedded model first. */
export function availableModels(platform: PlatformModels, rows: readonly ModelProviderRecord[]): AvailableModel[] {
  const ofProvider = (provider: ModelProvider): AvailableModel[] => {
    const row = rows.find((candidate) => candidate.provider === provider);
    const shared = isOfPlatform(platform, provider);
    const usable = shared || (provider === "compatible" ? row?.baseUrl : row?.sealedKey);
    if (!usable) return [];
    const own = (row?.models ?? []).map((model) => described(provider, model.model, "Added by your organization.", model));
    const known = knownModelsOf(provider).map(({ model, title, about }) => ({ ...described(provider, model, about), name: title }));
    const listed = shared
      ? platform.providers[provider].models.map((model) => described(provider, model, "Offered by this platform."))
      : [];
    return [...own, ...known, ...listed];
  };
  const starter = { ...modelInfo(STARTER), id: STARTER, title: "Starter" };
  const first = { ...pick(starter), id: STARTER, name: starter.title, description: STARTER_TEXT };
  return uniqueById([first, ...(Object.keys(PROVIDER_TITLES) as ModelProvider[]).flatMap(ofProvider)]);
}

/** What the organization says of a model of its own, or null. */
export const ownModel = (rows: readonly ModelProviderRecord[], provider: ModelProvider, model: string): OwnModel | null =>
  rows.find((row) => row.provider === provider)?.models.find((own) => own.model === model) ?? null;

function described(provider: ModelProvider, model: string, about: string, own: OwnModel | null = null): AvailableModel {
  const id = modelName(provider, model);
  return { ...pick(modelInfo(id, own)), id, name: model, description: `${about} Runs on ${PROVIDER_TITLES[provider]}.` };
}

const pick = ({ contextTokens, tools, price }: Pick<AvailableModel, "contextTokens" | "tools" | "price">) => ({
  contextTokens,
  tools,
  price,
});

const uniqueById = (models: AvailableModel[]): AvailableModel[] =>
  [...new Map(models.toReversed().map((model) => [model.id, model])).values()].toReversed();
