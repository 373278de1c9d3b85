/** An organization's models: what it chose, its providers with their sealed keys, and what each call took. Used by repositories/model-settings.ts and meter.ts. */
import type { ModelPrice, ModelProvider, OwnModel } from "@edgewright/contracts";
import { index, integer, primaryKey, real, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { organizations } from "./auth.ts";

const organizationId = () =>
  text("organization_id")
    .notNull()
    .references(() => organizations.id, { onDelete: "cascade" });

/** Budgets are in USD; null sets no limit. */
export const modelSettings = sqliteTable("model_settings", {
  organizationId: organizationId().primaryKey(),
  defaultModel: text("default_model"),
  fallbacks: text("fallbacks", { mode: "json" }).$type<string[]>().notNull().default([]),
  jobBudget: real("job_budget"),
  monthBudget: real("month_budget"),
  updatedBy: text("updated_by").notNull(),
  updatedAt: integer("updated_at").notNull(),
});

export const modelProviders = sqliteTable(
  "model_providers",
  {
    organizationId: organizationId(),
    provider: text("provider").$type<ModelProvider>().notNull(),
    baseUrl: text("base_url"),
    sealedKey: text("sealed_key"),
    models: text("models", { mode: "json" }).$type<OwnModel[]>().notNull(),
    updatedBy: text("updated_by").notNull(),
    updatedAt: integer("updated_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.provider] })],
);

/** Amounts that people let a month (`YYYY-MM`) cost beyond its budget, in USD. */
export const monthRaises = sqliteTable(
  "month_raises",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId(),
    month: text("month").notNull(),
    amount: real("amount").notNull(),
    by: text("by").notNull(),
    at: integer("at").notNull(),
  },
  (table) => [index("month_raises_organization").on(table.organizationId, table.month)],
);

/** One call of a model. Projects and people are named without a reference: what was spent stays when they go. */
export const modelCalls = sqliteTable(
  "model_calls",
  {
    id: text("id").primaryKey(),
    organizationId: organizationId(),
    projectId: text("project_id").notNull(),
    jobId: text("job_id").notNull(),
    memberId: text("member_id").notNull(),
    model: text("model").notNull(),
    price: text("price", { mode: "json" }).$type<ModelPrice>(),
    state: text("state", { enum: ["reserved", "settled"] }).notNull(),
    /** False: the platform's fault, and so not against any budget. */
    charged: integer("charged", { mode: "boolean" }).notNull(),
    inputTokens: integer("input_tokens").notNull(),
    cachedTokens: integer("cached_tokens").notNull(),
    /** While reserved: how many the answer may have. */
    outputTokens: integer("output_tokens").notNull(),
    /** USD; while reserved, the most that it may come to. null: the price is not known. */
    cost: real("cost"),
    at: integer("at").notNull(),
  },
  (table) => [
    index("model_calls_organization").on(table.organizationId, table.at),
    index("model_calls_job").on(table.jobId, table.at),
    index("model_calls_state").on(table.state, table.at),
  ],
);
