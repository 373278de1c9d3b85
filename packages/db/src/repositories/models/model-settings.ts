/** An organization's model settings and providers as rows. Keys stay sealed here. */
import type { AuditEntry } from "@edgewright/audit";
import type { Budgets, ModelProvider } from "@edgewright/contracts";
import { and, eq } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { auditLog, modelProviders, modelSettings } from "../../tables/index.ts";

export type ModelSettingsRecord = typeof modelSettings.$inferSelect;
export type ModelProviderRecord = typeof modelProviders.$inferSelect;

export type ModelSettingsRecords = {
  get(organizationId: string): Promise<ModelSettingsRecord | null>;
  providersOf(organizationId: string): Promise<ModelProviderRecord[]>;
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

export const modelSettingsRepository = (database: Database): ModelSettingsRecords => ({
  async get(organizationId) {
    const [row] = await database.select().from(modelSettings).where(eq(modelSettings.organizationId, organizationId)).limit(1);
    return row ?? null;
  },

  providersOf: (organizationId) => database.select().from(modelProviders).where(eq(modelProviders.organizationId, organizationId)),

  async put({ settings, providers, removed, audit }) {
    const { organizationId, jobBudget: _, monthBudget: __, ...change } = settings;
    const statements: Statement[] = [
      database.insert(modelSettings).values(settings).onConflictDoUpdate({ target: modelSettings.organizationId, set: change }),
      database.insert(auditLog).values(audit),
    ];
    const target = [modelProviders.organizationId, modelProviders.provider];
    for (const row of providers) statements.push(database.insert(modelProviders).values(row).onConflictDoUpdate({ target, set: row }));
    for (const provider of removed) statements.push(database.delete(modelProviders).where(at(organizationId, provider)));
    await writeAll(database, statements);
  },

  async setBudgets(organizationId, budgets, by, audit) {
    const change = { ...budgets, ...by };
    await writeAll(database, [
      database
        .insert(modelSettings)
        .values({ organizationId, ...change })
        .onConflictDoUpdate({ target: modelSettings.organizationId, set: change }),
      database.insert(auditLog).values(audit),
    ]);
  },

  async reseal({ organizationId, provider, sealedKey: before }, sealedKey) {
    if (before === null) return;
    await database
      .update(modelProviders)
      .set({ sealedKey })
      .where(and(at(organizationId, provider), eq(modelProviders.sealedKey, before)));
  },
});

const at = (organizationId: string, provider: ModelProvider) =>
  and(eq(modelProviders.organizationId, organizationId), eq(modelProviders.provider, provider));
