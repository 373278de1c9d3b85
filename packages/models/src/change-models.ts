/** An organization chooses its models, and sets its own providers. Keys go in sealed and never come out. */
import { auditEntry, changes, type Origin, type Summary } from "@edgewright/audit";
import type { Failure, ModelProvider, ModelSettings, Outcome, UpdateModelSettings } from "@edgewright/contracts";
import { type Clock, ok } from "@edgewright/core";
import type { ModelSources } from "./access.ts";
import { changeProvider } from "./change-provider.ts";
import { knownModel, modelsView } from "./choose-model.ts";
import type { ModelProviderRecord, ModelSettingsRecord } from "./ports.ts";

export type ModelDeps = { modelSources: ModelSources; clock: Clock };
export type ModelChange = { organizationId: string; by: string; origin: Origin };

export async function changeModels(
  deps: ModelDeps,
  { organizationId, by, origin }: ModelChange,
  body: UpdateModelSettings,
): Promise<Outcome<ModelSettings>> {
  const { settings, platform } = deps.modelSources;
  const { choice: before, providers: rows } = await settings.of(organizationId);
  const changed: ModelProviderRecord[] = [];
  const removed: ModelProvider[] = [];
  for (const [name, change] of Object.entries(body.providers ?? {})) {
    const provider = name as ModelProvider;
    const row = rows.find((candidate) => candidate.provider === provider) ?? null;
    if (change === null) removed.push(provider);
    if (!change) continue;
    const next = await changeProvider(deps, { provider, before: row, organizationId, by }, change);
    if (!next.ok) return within(`providers.${provider}`, next);
    changed.push(next.value);
  }
  const touched = new Set([...removed, ...changed.map(({ provider }) => provider)]);
  const after = [...rows.filter(({ provider }) => !touched.has(provider)), ...changed];
  const stamp = { updatedBy: by, updatedAt: deps.clock.now() };
  const none = { defaultModel: null, fallbacks: [], jobBudget: null, monthBudget: null };
  const chosen: ModelSettingsRecord = { ...none, ...before, organizationId, ...stamp };
  const { available } = modelsView(platform, { choice: chosen, providers: after });
  for (const [field, model] of namedIn(body)) {
    const known = knownModel(available, model, field);
    if (!known.ok) return known;
  }
  chosen.defaultModel = body.defaultModel ?? chosen.defaultModel;
  chosen.fallbacks = [...new Set(body.fallbacks ?? chosen.fallbacks)];
  const what = {
    scope: organizationId,
    projectId: null,
    action: "models.updated" as const,
    subject: organizationId,
    detail: { providers: [...touched].join(", ") },
  };
  const told = changes(summaryOf(before, rows), summaryOf(chosen, after));
  await settings.put({
    settings: chosen,
    providers: changed,
    removed,
    audit: auditEntry(deps.clock, origin, { ...what, ...told }),
  });
  return ok(modelsView(platform, { choice: chosen, providers: after }));
}

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
