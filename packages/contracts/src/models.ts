/** Models over HTTP: which an organization may use, whose key pays, what was spent and what may be. */
import { z } from "zod";

/** Who answers. The embedded model needs no setting, and so is not among them. */
export const ModelProvider = z.enum(["openrouter", "openai", "workers-ai", "compatible"]);
export type ModelProvider = z.infer<typeof ModelProvider>;

/** USD per million tokens. */
const usdPerMillion = z.number().min(0).max(10_000);
export const ModelPrice = z.object({ input: usdPerMillion, cached: usdPerMillion, output: usdPerMillion });
export type ModelPrice = z.infer<typeof ModelPrice>;

/** A model that an organization adds to a provider. `price` null: not known, and so never counted against a budget. */
export const OwnModel = z.object({
  model: z.string().trim().min(1).max(200),
  contextTokens: z.number().int().min(4_000).max(10_000_000).default(32_000),
  /** False: it is spoken to by the text protocol. */
  tools: z.boolean().default(true),
  price: ModelPrice.nullable().default(null),
});
export type OwnModel = z.infer<typeof OwnModel>;

/** A provider as an organization has it. Its own key is write-only: `hasKey` says whether one is set. */
export const ProviderSettings = z.object({
  provider: ModelProvider,
  /** Of a compatible server; null for providers whose address is known. */
  baseUrl: z.string().nullable(),
  hasKey: z.boolean(),
  models: z.array(OwnModel),
  /** The platform has it for all organizations; a key of the organization's own comes first. */
  ofPlatform: z.boolean(),
});
export type ProviderSettings = z.infer<typeof ProviderSettings>;

export const AvailableModel = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  contextTokens: z.number().int(),
  tools: z.boolean(),
  price: ModelPrice.nullable(),
});
export type AvailableModel = z.infer<typeof AvailableModel>;

export const FALLBACKS_MAX = 5;

/** `GET,PUT /api/orgs/:org/models` */
export const ModelSettings = z.object({
  defaultModel: z.string(),
  /** Tried in this order when a provider is busy, down or silent. */
  fallbacks: z.array(z.string()),
  providers: z.array(ProviderSettings),
  available: z.array(AvailableModel),
});
export type ModelSettings = z.infer<typeof ModelSettings>;

/** Only what is named changes. An empty key removes the key. */
export const UpdateProvider = z.object({
  baseUrl: z.url({ protocol: /^https?$/, error: "Enter an address, such as http://localhost:11434/v1." }).optional(),
  key: z.string().max(500).optional(),
  models: z.array(OwnModel).max(30).optional(),
});
export type UpdateProvider = z.infer<typeof UpdateProvider>;
/** A provider set to null is removed with its key. */
export const UpdateModelSettings = z.object({
  defaultModel: z.string().optional(),
  fallbacks: z.array(z.string()).max(FALLBACKS_MAX).optional(),
  providers: z.partialRecord(ModelProvider, UpdateProvider.nullable()).optional(),
});
export type UpdateModelSettings = z.infer<typeof UpdateModelSettings>;

/** `POST /api/orgs/:org/models/test`: one small call. What is not named is taken as it is saved. */
export const TestModel = z.object({
  provider: ModelProvider,
  model: OwnModel.shape.model.optional(),
  baseUrl: UpdateProvider.shape.baseUrl,
  key: UpdateProvider.shape.key,
});
export type TestModel = z.infer<typeof TestModel>;
export const TestedModel = z.object({ ok: z.boolean(), ms: z.number().int(), message: z.string(), next: z.string().nullable() });
export type TestedModel = z.infer<typeof TestedModel>;

/** USD; null sets no limit. */
const budget = z.number().min(0).max(1_000_000).nullable();
/** `PUT /api/orgs/:org/budgets`: of one job where its project sets none, and of a calendar month (UTC). */
export const Budgets = z.object({ jobBudget: budget, monthBudget: budget });
export type Budgets = z.infer<typeof Budgets>;

/** Calls summed. `cost` is what was charged, in USD; calls without a known price are in `unpriced` and not in it. */
export const UsageSum = z.object({
  calls: z.number().int(),
  inputTokens: z.number().int(),
  cachedTokens: z.number().int(),
  outputTokens: z.number().int(),
  cost: z.number(),
  unpriced: z.number().int(),
});
export type UsageSum = z.infer<typeof UsageSum>;
const usageOf = <S extends z.ZodRawShape>(shape: S) => z.array(UsageSum.extend(shape));

export const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "A month such as 2026-11");

/** `GET /api/orgs/:org/usage?month=YYYY-MM`: the present month unless another is named. The dearest first; days in their order. */
export const MonthUsage = z.object({
  month: Month,
  total: UsageSum,
  members: usageOf({ id: z.string(), name: z.string() }),
  projects: usageOf({ id: z.string(), name: z.string(), slug: z.string().nullable() }),
  models: usageOf({ id: z.string() }),
  days: usageOf({ day: z.string() }),
  budgets: Budgets,
  /** What the month may cost with all that was let through on top; null: no limit. `left` is never below 0. */
  limit: z.number().nullable(),
  left: z.number().nullable(),
});
export type MonthUsage = z.infer<typeof MonthUsage>;
