/** An organization's choice of models, its key sealed. Used by repositories/model-settings.ts. */
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organizations } from "./auth.ts";

export const modelSettings = sqliteTable("model_settings", {
  organizationId: text("organization_id")
    .primaryKey()
    .references(() => organizations.id, { onDelete: "cascade" }),
  defaultModel: text("default_model"),
  compatibleBaseUrl: text("compatible_base_url"),
  compatibleModel: text("compatible_model"),
  sealedKey: text("sealed_key"),
  updatedBy: text("updated_by").notNull(),
  updatedAt: integer("updated_at").notNull(),
});
