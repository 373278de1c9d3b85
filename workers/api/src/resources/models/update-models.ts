/** `PUT /api/orgs/:org/models`: the default model, those to fall back on, and the organization's own providers. Keys go in sealed and never come out. */
import { auditEntry, changes, type Summary } from "@edgewright/audit";
import { type Failure, type ModelProvider, ModelSettings, UpdateModelSettings } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { ModelProviderRecord, ModelSettingsRecord } from "@edgewright/db";
import { operation } from "../../http/operation.ts";
import { changeProvider } from "../../work/change-provider.ts";
import { knownModel, modelsView } from "../../work/models.ts";

export const updateModels = operation({
  method: "put",
  path: "/api/orgs/{org}/models",
  summary: "Set the models of an organization",
  tag: "Organization",
  permission: "models.update",
  on: "organization",
  body: UpdateModelSettings,
  returns: ModelSettings,
  async handle({ services, caller, organizationId, body }) {
    const { modelSettings } = services;
    const [before, rows] = await Promise.all([modelSettings.get(organizationId), modelSettings.providersOf(organizationId)]);
    const by = caller.user.id;
    const changed: ModelProviderRecord[] = [];
    const removed: ModelProvider[] = [];
    for (const [name, change] of Object.entries(body.providers ?? {})) {
      const provider = name as ModelProvider;
      const row = rows.find((candidate) => candidate.provider === provider) ?? null;
      if (change === null) removed.push(provider);
      if (!change) continue;
      const next = await changeProvider(services, { provider, before: row, organizationId, by }, change);
      if (!next.ok) return within(`providers.${provider}`, next);
      changed.push(next.value);
    }
    const touched = new Set([...removed, ...changed.map(({ provider }) => provider)]);
    const after = [...rows.filter(({ provider }) => !touched.has(provider)), ...changed];
    const stamp = { updatedBy: by, updatedAt: services.clock.now() };
    const none = { defaultModel: null, fallbacks: [], jobBudget: null, monthBudget: null };
    const settings: ModelSettingsRecord = { ...none, ...before, organizationId, ...stamp };
    const { available } = modelsView(services, settings, after);
    for (const [field, model] of namedIn(body)) {
      const known = knownModel(available, model, field);
      if (!known.ok) return known;
    }
    settings.defaultModel = body.defaultModel ?? settings.defaultModel;
    settings.fallbacks = [...new Set(body.fallbacks ?? settings.fallbacks)];
    const what = {
      scope: organizationId,
      projectId: null,
      action: "models.updated" as const,
      subject: organizationId,
      detail: { providers: [...touched].join(", ") },
    };
    const told = changes(summaryOf(before, rows), summaryOf(settings, after));
    await modelSettings.put({
      settings,
      providers: changed,
      removed,
      audit: auditEntry(services.clock, caller.origin, { ...what, ...told }),
    });
    return ok(modelsView(services, settings, after));
  },
});

/** Fields are named by their path in the body. */
const within = (path: string, { error }: { ok: false; error: Failure }) => ({
  ok: false as const,
  error: { ...error, fields: Object.fromEntries(Object.entries(error.fields ?? {}).map(([field, why]) => [`${path}.${field}`, why])) },
});

const namedIn = ({ defaultModel, fallbacks = [] }: UpdateModelSettings): [string, string][] => [
  ...(defaultModel === undefined ? [] : [["defaultModel", defaultModel] satisfies [string, string]]),
  ...fallbacks.map((model, index): [string, string] => [`fallbacks.${index}`, model]),
];

/** What the log tells of models: those that are chosen, and of each provider its address, its models and whether there is a key. */
function summaryOf(settings: ModelSettingsRecord | null, providers: ModelProviderRecord[]): Summary {
  const told = providers.map(({ provider, baseUrl, sealedKey, models }) => {
    const names = models.map(({ model }) => model).join(", ");
    return [provider, `${baseUrl ?? "its own address"}, ${sealedKey ? "with a key" : "no key"}${names === "" ? "" : `: ${names}`}`];
  });
  return {
    defaultModel: settings?.defaultModel ?? null,
    fallbacks: settings?.fallbacks.join(", ") ?? "",
    ...Object.fromEntries(told),
  };
}
