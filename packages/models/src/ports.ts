/** An organization's choice of models and its providers as kept (implemented in packages/db), and the outside that models are reached in (packages/adapters). */
import type { AuditEntry } from "@edgewright/audit";
import type { Budgets, ModelProvider, Outcome, OwnModel } from "@edgewright/contracts";

/** Budgets are in USD; null sets no limit. */
export type ModelSettingsRecord = {
  organizationId: string;
  defaultModel: string | null;
  fallbacks: string[];
  jobBudget: number | null;
  monthBudget: number | null;
  updatedBy: string;
  updatedAt: number;
};

/** The key stays sealed here. */
export type ModelProviderRecord = {
  organizationId: string;
  provider: ModelProvider;
  baseUrl: string | null;
  sealedKey: string | null;
  models: OwnModel[];
  updatedBy: string;
  updatedAt: number;
};

export type OrganizationModels = { choice: ModelSettingsRecord | null; providers: ModelProviderRecord[] };

export type ModelSettingsRecords = {
  /** One question to the database. `choice` is null where nothing was chosen yet. */
  of(organizationId: string): Promise<OrganizationModels>;
  /** One atomic write: the choice of models (budgets stay as they are), the providers that changed, those that go, and the audit entry. */
  put(change: {
    settings: ModelSettingsRecord;
    providers: ModelProviderRecord[];
    removed: ModelProvider[];
    audit: AuditEntry;
  }): Promise<void>;
  setBudgets(organizationId: string, budgets: Budgets, by: { updatedBy: string; updatedAt: number }, audit: AuditEntry): Promise<void>;
  /** Puts a key sealed anew in the place of the same key, unless it was changed meanwhile. */
  reseal(provider: ModelProviderRecord, sealedKey: string): Promise<void>;
};

/** Addresses of organizations' own servers. */
export interface OutsideAddresses {
  mayBeAsked(address: string): Promise<Outcome<void>>;
  /** Asks once more at each request whether it may. */
  fetch: typeof fetch;
}
