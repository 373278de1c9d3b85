/** What an organization's own provider becomes after a change. Used by the route that sets it. */
import { mayBeAsked } from "@edgewright/adapters";
import type { ModelProvider, Outcome, UpdateProvider } from "@edgewright/contracts";
import { fail, ok, seal } from "@edgewright/core";
import type { ModelProviderRecord } from "@edgewright/db";
import type { Services } from "../services.ts";

type Provider = { provider: ModelProvider; before: ModelProviderRecord | null; organizationId: string; by: string };

export async function changeProvider(
  services: Services,
  { provider, before, organizationId, by }: Provider,
  change: UpdateProvider,
): Promise<Outcome<ModelProviderRecord>> {
  const wrong = (field: keyof UpdateProvider, message: string) =>
    fail("bad_request", message, { fields: { [field]: message }, next: "Correct it and try again." });
  const { sealKey, outside } = services.modelSources;
  const baseUrl = change.baseUrl ?? before?.baseUrl ?? null;
  const models = change.models ?? before?.models ?? [];
  if (change.baseUrl !== undefined) {
    if (provider !== "compatible") return wrong("baseUrl", "The address of this provider is set by the platform.");
    const allowed = await mayBeAsked(change.baseUrl, outside);
    if (!allowed.ok) return allowed.error.code === "bad_request" ? wrong("baseUrl", allowed.error.message) : allowed;
  }
  if (provider === "compatible" && baseUrl === null) return wrong("baseUrl", "Enter the server's address.");
  if (provider === "compatible" && models.length === 0) return wrong("models", "Name at least one model.");
  if (provider === "workers-ai" && change.key) return wrong("key", "Workers AI belongs to the platform and takes no key.");
  if (new Set(models.map(({ model }) => model)).size < models.length) return wrong("models", "A model is named twice.");
  const kept = keepsKey(before, baseUrl) ? (before?.sealedKey ?? null) : null;
  const sealedKey = change.key === undefined ? kept : change.key === "" ? null : await seal(change.key, sealKey, organizationId);
  return ok({ organizationId, provider, baseUrl, sealedKey, models, updatedBy: by, updatedAt: services.clock.now() });
}

/** A key stays only with the host it was given for, or whoever changes the address could have it sent to them. */
export function keepsKey(before: ModelProviderRecord | null, baseUrl: string | null): boolean {
  if (!before?.baseUrl || baseUrl === null) return baseUrl === (before?.baseUrl ?? null);
  return new URL(before.baseUrl).origin === new URL(baseUrl).origin;
}
