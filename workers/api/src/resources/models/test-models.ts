/** `POST /api/orgs/:org/models/test`: whether a provider's key, address and model are right, saved or not yet. Nothing is kept. */
import { accessTo, languageModel, tryModel } from "@edgewright/adapters";
import { type ModelProvider, TestedModel, TestModel } from "@edgewright/contracts";
import { fail, knownModelsOf, ok } from "@edgewright/core";
import type { ModelProviderRecord } from "@edgewright/db";
import { operation } from "../../http/operation.ts";
import type { Services } from "../../services.ts";
import { changeProvider } from "../../work/change-provider.ts";

export const testModels = operation({
  method: "post",
  path: "/api/orgs/{org}/models/test",
  summary: "Test a model provider",
  tag: "Organization",
  permission: "models.update",
  on: "organization",
  body: TestModel,
  returns: TestedModel,
  async handle({ services, caller, organizationId, body: { provider, model: asked, key, baseUrl } }) {
    const rows = await services.modelSettings.providersOf(organizationId);
    const before = rows.find((row) => row.provider === provider) ?? null;
    const name = asked ?? modelOf(services, provider, before);
    if (name === undefined)
      return fail("bad_request", "Name a model to test with.", { fields: { model: "Name a model." }, next: "Enter a model's name." });
    // As it would be saved, so that a kept key goes nowhere it was not given for.
    const models = baseUrl === undefined ? undefined : [{ model: name, contextTokens: 32_000, tools: true, price: null }];
    const draft =
      before || key || baseUrl
        ? await changeProvider(services, { provider, before, organizationId, by: caller.user.id }, { key, baseUrl, models })
        : null;
    if (draft && !draft.ok) return draft;
    const access = await accessTo(services.modelSources, draft ? [draft.value] : [], provider, name);
    if (!access.ok) return access;
    const model = languageModel(access.value, name, services.modelSources.platform.ai);
    return ok(await tryModel({ provider, name, model }));
  },
});

/** The first one that the organization or the platform named; else the cheapest that is known. */
function modelOf(services: Services, provider: ModelProvider, before: ModelProviderRecord | null): string | undefined {
  const named = before?.models[0]?.model ?? services.modelSources.platform.providers[provider].models[0];
  const known = knownModelsOf(provider).toSorted((a, b) => a.price.output - b.price.output);
  return named ?? known[0]?.model;
}
