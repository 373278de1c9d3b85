/** Whose key and which address answer for a model: the organization's own before the platform's. */
import type { ModelProvider, Outcome } from "@edgewright/contracts";
import { fail, isUnderFirstKey, ok, seal, unseal } from "@edgewright/core";
import type { LanguageModel } from "ai";
import { isOfPlatform, type PlatformModels } from "./platform.ts";
import type { ModelProviderRecord, ModelSettingsRecords, OutsideAddresses } from "./ports.ts";

export type ModelSources = {
  settings: ModelSettingsRecords;
  sealKey: string;
  platform: PlatformModels;
  /** Whom an organization's own address may lead to. */
  outside: OutsideAddresses;
  /** A provider's model over the AI SDK. */
  languageModel(access: ProviderAccess, model: string): LanguageModel;
};

/** `fetch` where the address is an organization's own. */
export type ProviderAccess = { provider: ModelProvider; baseUrl: string; key: string | null; fetch?: typeof fetch };

const SETTINGS = "Set it in Settings → Models.";

/** An organization's compatible server answers for the models it names; the platform's for the others. */
export async function accessTo(
  sources: ModelSources,
  rows: readonly ModelProviderRecord[],
  provider: ModelProvider,
  model: string,
): Promise<Outcome<ProviderAccess>> {
  const row = rows.find((candidate) => candidate.provider === provider);
  const shared = sources.platform.providers[provider];
  const own = provider === "compatible" ? row?.baseUrl && row.models.some((one) => one.model === model) : row?.sealedKey;
  if (row && own) {
    const key = await keyOf(sources, row);
    if (!key.ok) return key;
    if (provider !== "compatible") return ok({ provider, baseUrl: shared.baseUrl, key: key.value });
    const baseUrl = row.baseUrl ?? "";
    const allowed = await sources.outside.mayBeAsked(baseUrl);
    return allowed.ok ? ok({ provider, baseUrl, key: key.value, fetch: sources.outside.fetch }) : allowed;
  }
  if (isOfPlatform(sources.platform, provider)) return ok({ provider, baseUrl: shared.baseUrl, key: shared.key });
  return fail("model_unknown", `No provider is set for ${`${provider}:${model}`.slice(0, 100)}.`, { next: SETTINGS });
}

/** The key of a row in the open. One sealed under an older key is sealed anew on the way. */
export async function keyOf({ settings, sealKey }: ModelSources, row: ModelProviderRecord): Promise<Outcome<string | null>> {
  if (row.sealedKey === null) return ok(null);
  const key = await unseal(row.sealedKey, sealKey, row.organizationId);
  if (key === null)
    return fail("model_auth", "The stored key of this model can no longer be opened.", { next: "Enter it again in Settings → Models." });
  if (!(await isUnderFirstKey(row.sealedKey, sealKey))) await settings.reseal(row, await seal(key, sealKey, row.organizationId));
  return ok(key);
}
