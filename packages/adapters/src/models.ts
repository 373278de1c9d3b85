/** Language models by their name `provider:model`, with the organization's own settings before the platform's. Used by workers/jobs. */
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, unseal } from "@edgewright/core";
import type { ModelSettingsRecords } from "@edgewright/db";
import type { LanguageModel } from "ai";

export type ModelSources = {
  settings: ModelSettingsRecords;
  sealKey: string;
  /** The embedded model. */
  starter(): LanguageModel;
  /** The platform's own OpenAI-compatible provider, from its environment. */
  platform: { baseUrl: string; apiKey: string | null } | null;
};

const SETTINGS = "Set it in Settings → Models.";

export async function openModel(sources: ModelSources, name: string, organizationId: string): Promise<Outcome<LanguageModel>> {
  if (name === "starter:builtin") return ok(sources.starter());
  const [provider, ...rest] = name.split(":");
  const model = rest.join(":");
  if (provider !== "compatible" || model === "")
    return fail("model_unknown", `There is no model ${name.slice(0, 100)}.`, { next: SETTINGS });
  const own = await sources.settings.get(organizationId);
  if (own?.compatibleBaseUrl && own.compatibleModel === model) {
    const key = own.sealedKey === null ? null : await unseal(own.sealedKey, sources.sealKey, organizationId);
    if (own.sealedKey !== null && key === null)
      return fail("model_auth", "The stored key of this model can no longer be opened.", { next: "Enter it again in Settings → Models." });
    return ok(compatible(own.compatibleBaseUrl, key, model));
  }
  if (sources.platform) return ok(compatible(sources.platform.baseUrl, sources.platform.apiKey, model));
  return fail("model_unknown", `No provider is set for ${name.slice(0, 100)}.`, { next: SETTINGS });
}

const compatible = (baseURL: string, apiKey: string | null, model: string): LanguageModel =>
  createOpenAICompatible({ name: "compatible", baseURL, includeUsage: true, ...(apiKey === null ? {} : { apiKey }) }).chatModel(model);
