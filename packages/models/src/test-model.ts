/** Whether a provider's key, address and model are right, saved or not yet. Nothing is kept. */
import type { ModelProvider, Outcome, TestedModel, TestModel } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { accessTo } from "./access.ts";
import type { ModelDeps } from "./change-models.ts";
import { changeProvider } from "./change-provider.ts";
import type { PlatformModels } from "./platform.ts";
import type { ModelProviderRecord } from "./ports.ts";
import { knownModelsOf } from "./registry/index.ts";
import { tryModel } from "./try-model.ts";

export async function testModel(
  deps: ModelDeps,
  { organizationId, by }: { organizationId: string; by: string },
  { provider, model: asked, key, baseUrl }: TestModel,
): Promise<Outcome<TestedModel>> {
  const sources = deps.modelSources;
  const { providers } = await sources.settings.of(organizationId);
  const before = providers.find((row) => row.provider === provider) ?? null;
  const name = asked ?? modelOf(sources.platform, provider, before);
  if (name === undefined)
    return fail("bad_request", "Name a model to test with.", { fields: { model: "Name a model." }, next: "Enter a model's name." });
  // As it would be saved, so that a kept key goes nowhere it was not given for.
  const models = baseUrl === undefined ? undefined : [{ model: name, contextTokens: 32_000, tools: true, price: null }];
  const draft =
    before || key || baseUrl ? await changeProvider(deps, { provider, before, organizationId, by }, { key, baseUrl, models }) : null;
  if (draft && !draft.ok) return draft;
  const access = await accessTo(sources, draft ? [draft.value] : [], provider, name);
  return access.ok ? ok(await tryModel({ provider, name, model: sources.languageModel(access.value, name) })) : access;
}

/** The first one that the organization or the platform named; else the cheapest that is known. */
function modelOf(platform: PlatformModels, provider: ModelProvider, before: ModelProviderRecord | null): string | undefined {
  const named = before?.models[0]?.model ?? platform.providers[provider].models[0];
  const known = knownModelsOf(provider).toSorted((a, b) => a.price.output - b.price.output);
  return named ?? known[0]?.model;
}
