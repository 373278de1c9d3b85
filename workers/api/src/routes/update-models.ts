/** `PUT /api/orgs/:org/models`: the default model, and a provider of the organization's own. Its key goes in sealed and never comes out. */
import { auditEntry } from "@edgewright/audit";
import { ModelSettings, UpdateModelSettings } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { ModelSettingsRecord } from "@edgewright/db";
import { operation } from "../http/operation.ts";
import { changedProvider } from "../work/model-provider.ts";
import { knownModel, modelsView } from "../work/models.ts";

export const updateModels = operation({
  method: "put",
  path: "/api/orgs/{org}/models",
  summary: "Set the models of an organization",
  tag: "Organization",
  permission: "models.update",
  on: "organization",
  body: UpdateModelSettings,
  returns: ModelSettings,
  async handle({ services, person, organizationId, body }) {
    const before = await services.modelSettings.get(organizationId);
    const provider = await changedProvider(services.variables.SEAL_KEY, organizationId, before, body.compatible);
    const stamp = { updatedBy: person.user.id, updatedAt: services.clock.now() };
    const draft: ModelSettingsRecord = { organizationId, defaultModel: before?.defaultModel ?? null, ...provider, ...stamp };
    const { available } = modelsView(services, draft);
    const chosen = body.defaultModel === undefined ? ok(draft.defaultModel) : knownModel(available, body.defaultModel);
    if (!chosen.ok) return chosen;
    const settings = { ...draft, defaultModel: chosen.value };
    const detail = { defaultModel: settings.defaultModel, compatible: settings.compatibleBaseUrl, hasKey: settings.sealedKey !== null };
    const what = { organizationId, action: "models.updated" as const, subject: organizationId, detail };
    await services.modelSettings.put(settings, auditEntry(services.clock, person.origin, what));
    return ok(modelsView(services, settings));
  },
});
