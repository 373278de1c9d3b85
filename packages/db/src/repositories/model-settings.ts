/** An organization's model settings as a row. The key stays sealed here. */
import type { AuditEntry } from "@edgewright/audit";
import { eq } from "drizzle-orm";
import { writeAll } from "../batch.ts";
import type { Database } from "../database.ts";
import { auditLog, modelSettings } from "../tables/index.ts";

export type ModelSettingsRecord = typeof modelSettings.$inferSelect;

export type ModelSettingsRecords = {
  get(organizationId: string): Promise<ModelSettingsRecord | null>;
  put(settings: ModelSettingsRecord, audit: AuditEntry): Promise<void>;
};

export const modelSettingsRepository = (database: Database): ModelSettingsRecords => ({
  async get(organizationId) {
    const [row] = await database.select().from(modelSettings).where(eq(modelSettings.organizationId, organizationId)).limit(1);
    return row ?? null;
  },

  async put(settings, audit) {
    const { organizationId: _, ...change } = settings;
    await writeAll(database, [
      database.insert(modelSettings).values(settings).onConflictDoUpdate({ target: modelSettings.organizationId, set: change }),
      database.insert(auditLog).values(audit),
    ]);
  },
});
