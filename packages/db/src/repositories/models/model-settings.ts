/** An organization's model settings and providers as rows. Keys stay sealed here. */
import type { ModelProvider } from "@edgewright/contracts";
import type { ModelSettingsRecords, OrganizationModels } from "@edgewright/models";
import { and, eq, type SQLWrapper, sql } from "drizzle-orm";
import { type Statement, writeAll } from "../../batch.ts";
import type { Database } from "../../database.ts";
import { prepareReads, type RowsOf } from "../../one-statement.ts";
import { auditLog, modelProviders, modelSettings } from "../../tables/index.ts";

/** The statements that read what an organization has chosen, and its providers. */
export const modelsOf = (database: Database, organizationId: SQLWrapper) => ({
  choices: database.select().from(modelSettings).where(eq(modelSettings.organizationId, organizationId)).limit(1),
  providers: database.select().from(modelProviders).where(eq(modelProviders.organizationId, organizationId)),
});

export const toModels = ({ choices: [choice], providers }: RowsOf<ReturnType<typeof modelsOf>>): OrganizationModels => ({
  choice: choice ?? null,
  providers,
});

export const modelSettingsRepository = (database: Database): ModelSettingsRecords => ({
  of: modelsReader(database),

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

function modelsReader(database: Database): ModelSettingsRecords["of"] {
  const read = prepareReads(database, modelsOf(database, sql.placeholder("organizationId")));
  return async (organizationId) => toModels(await read({ organizationId }));
}

const at = (organizationId: string, provider: ModelProvider) =>
  and(eq(modelProviders.organizationId, organizationId), eq(modelProviders.provider, provider));
