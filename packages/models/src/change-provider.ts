/** What an organization's own provider becomes after a change. Used where it is set, and where it is tried before. */
import type { ModelProvider, Outcome, UpdateProvider } from "@edgewright/contracts";
import { type Clock, fail, ok, seal } from "@edgewright/core";
import type { ModelSources } from "./access.ts";
import type { ModelProviderRecord } from "./ports.ts";

type Provider = { provider: ModelProvider; before: ModelProviderRecord | null; organizationId: string; by: string };

export async function changeProvider(
  deps: { modelSources: Pick<ModelSources, "sealKey" | "outside">; clock: Clock },
  { provider, before, organizationId, by }: Provider,
  change: UpdateProvider,
): Promise<Outcome<ModelProviderRecord>> {
  const wrong = (field: keyof UpdateProvider, message: string) =>
    fail("bad_request", message, { fields: { [field]: message }, next: "Correct it and try again." });
  const { sealKey, outside } = deps.modelSources;
  const baseUrl = change.baseUrl ?? before?.baseUrl ?? null;
  const models = change.models ?? before?.models ?? [];
  if (change.baseUrl !== undefined) {
    if (provider !== "compatible") return wrong("baseUrl", "The address of this provider is set by the platform.");
    const allowed = await outside.mayBeAsked(change.baseUrl);
    if (!allowed.ok) return allowed.error.code === "bad_request" ? wrong("baseUrl", allowed.error.message) : allowed;
  }
  if (provider === "compatible" && baseUrl === null) return wrong("baseUrl", "Enter the server's address.");
  if (provider === "compatible" && models.length === 0) return wrong("models", "Name at least one model.");
  if (provider === "workers-ai" && change.key) return wrong("key", "Workers AI belongs to the platform and takes no key.");
  if (new Set(models.map(({ model }) => model)).size < models.length) return wrong("models", "A model is named twice.");
  const kept = keepsKey(before, baseUrl) ? (before?.sealedKey ?? null) : null;
  const sealedKey = change.key === undefined ? kept : change.key === "" ? null : await seal(change.key, sealKey, organizationId);
  return ok({ organizationId, provider, baseUrl, sealedKey, models, updatedBy: by, updatedAt: deps.clock.now() });
}

/** A key stays only with the host it was given for, or whoever changes the address could have it sent to them. */
export function keepsKey(before: ModelProviderRecord | null, baseUrl: string | null): boolean {
  if (!before?.baseUrl || baseUrl === null) return baseUrl === (before?.baseUrl ?? null);
  return new URL(before.baseUrl).origin === new URL(baseUrl).origin;
}
