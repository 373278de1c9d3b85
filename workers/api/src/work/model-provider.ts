/** What an organization's own provider becomes after a change. Used by the route that sets it. */
import type { UpdateModelSettings } from "@edgewright/contracts";
import { seal } from "@edgewright/core";
import type { ModelSettingsRecord } from "@edgewright/db";

type Provider = Pick<ModelSettingsRecord, "compatibleBaseUrl" | "compatibleModel" | "sealedKey">;

const NONE: Provider = { compatibleBaseUrl: null, compatibleModel: null, sealedKey: null };

/** `change` undefined leaves it, null removes it. A key stays only with the host it was given for, or whoever changes the address could have it sent to them. */
export async function changedProvider(
  sealKey: string,
  organizationId: string,
  before: ModelSettingsRecord | null,
  change: UpdateModelSettings["compatible"],
): Promise<Provider> {
  const { compatibleBaseUrl, compatibleModel, sealedKey } = before ?? NONE;
  if (change === undefined) return { compatibleBaseUrl, compatibleModel, sealedKey };
  if (change === null) return NONE;
  const sameHost = compatibleBaseUrl !== null && new URL(compatibleBaseUrl).origin === new URL(change.baseUrl).origin;
  const kept = sameHost ? sealedKey : null;
  const key = change.key === undefined ? kept : change.key === "" ? null : await seal(change.key, sealKey, organizationId);
  return { compatibleBaseUrl: change.baseUrl, compatibleModel: change.model, sealedKey: key };
}
