/** What is asked of a table's rows: which of them, in which order, and what they add up to. */
import { z } from "zod";
import { DataRow } from "./app.ts";
import { TimeZone } from "./time-zone.ts";

const PERIOD = /^(?:today|yesterday|tomorrow|(?:this|last|next)_(?:week|month|quarter|year)|(?:last|next)_[1-9]\d{0,2}_days)$/;
/**
 * Days counted from today, in the query's zone: `today`, `this_month`, `last_week`; `last_7_days` ends with today and
 * `next_7_days` begins with it. Weeks begin on Monday.
 */
export const Period = z.string().regex(PERIOD, "is no period such as today, this_month or last_7_days");
export const isPeriod = (value: unknown): value is string => typeof value === "string" && PERIOD.test(value);

export const FilterOp = z.enum([
  ...["eq", "ne", "lt", "lte", "gt", "gte", "between", "in", "contains", "startsWith", "empty", "notEmpty", "isMe"],
] as const);
export type FilterOp = z.infer<typeof FilterOp>;

const ColumnName = z.string().max(100);
/** What a row's value is compared with. For a date or a moment also a period: `eq` is within it, `lt` before it, `gt` after it. */
export const FilterValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()], {
  error: "must be text, a number, yes or no, or nothing",
});
export type FilterValue = z.infer<typeof FilterValue>;

/** `in` takes a list, any of which it may be; `between` a list of the first and the last. `isMe`: it is whoever asks. */
export const RowCondition = z.object({
  column: ColumnName,
  op: FilterOp,
  value: z
    .union([FilterValue, z.array(FilterValue).max(500)], { error: "must be text, a number, yes or no, or a list of at most 500" })
    .optional(),
});
export type RowCondition = z.infer<typeof RowCondition>;

/** A condition, or a tree of them. */
export type RowFilter = RowCondition | { and: RowFilter[] } | { or: RowFilter[] } | { not: RowFilter };

const CONDITIONS_MAX = 20;
const DEPTH_MAX = 8;

/** Parsed as what its keys say it is, so that a complaint is about that. */
const RowFilter: z.ZodType<RowFilter, RowFilter> = z.unknown().transform((given, context) => {
  const is = (key: string) => typeof given === "object" && given !== null && Object.hasOwn(given, key);
  const shape = is("and") ? ALL : is("or") ? ANY : is("not") ? NONE : RowCondition;
  const parsed = shape.safeParse(given);
  if (parsed.success) return parsed.data;
  for (const { path, message } of parsed.error.issues) context.addIssue({ code: "custom", path, message });
  return z.NEVER;
}) as z.ZodType<RowFilter, RowFilter>;
const Several = z.array(RowFilter).min(1).max(CONDITIONS_MAX);
const ALL = z.strictObject({ and: Several });
const ANY = z.strictObject({ or: Several });
const NONE = z.strictObject({ not: RowFilter });

/** How many conditions there are in all, and how deep they are nested. */
function extentOf(filters: readonly RowFilter[]): { conditions: number; depth: number } {
  let [conditions, depth] = [0, 0];
  for (const filter of filters) {
    const inner = "and" in filter ? filter.and : "or" in filter ? filter.or : "not" in filter ? [filter.not] : null;
    const below = inner ? extentOf(inner) : { conditions: 1, depth: 0 };
    conditions += below.conditions;
    depth = Math.max(depth, 1 + below.depth);
  }
  return { conditions, depth };
}

const Filters = z
  .array(RowFilter)
  .default([])
  .superRefine((filters, context) => {
    const { conditions, depth } = extentOf(filters);
    if (conditions > CONDITIONS_MAX) context.addIssue(`has ${conditions} conditions, and at most ${CONDITIONS_MAX} are looked at`);
    if (depth > DEPTH_MAX) context.addIssue(`is nested ${depth} deep, and at most ${DEPTH_MAX} is`);
  });

/** Filters are joined with AND. `search` looks in every text column. */
const Matching = z.object({ filters: Filters, search: z.string().max(200).optional(), zone: TimeZone.default("UTC") });

export const RowSort = z.object({ column: ColumnName, direction: z.enum(["asc", "desc"]).default("asc") });
export type RowSort = z.infer<typeof RowSort>;

export const RowQuery = Matching.extend({
  sort: z.array(RowSort).max(4).default([]),
  limit: z.number().int().min(1).max(1000).default(500),
  cursor: z.string().max(4000).optional(),
  /** Says with the page what whoever asks may not do. */
  rights: z.boolean().optional(),
});
export type RowQuery = z.infer<typeof RowQuery>;
export type RowQueryInput = z.input<typeof RowQuery>;

const Refused = z.union([z.boolean(), z.array(z.string())]);
/** What whoever asks may not do with a table, by its policy: true: with no row; a list: with these rows of the page. */
export const Cannot = z.object({ create: z.boolean(), update: Refused, delete: Refused });
export type Cannot = z.infer<typeof Cannot>;

export const RowPage = z.object({
  rows: z.array(DataRow),
  total: z.number().int(),
  cursor: z.string().nullable(),
  cannot: Cannot.optional(),
});
export type RowPage = z.infer<typeof RowPage>;

export const Bucket = z.enum(["day", "week", "month", "quarter", "year"]);
export type Bucket = z.infer<typeof Bucket>;

/** How many rows there are; or of a column's values, empty ones left out: sum and average of numbers, least and greatest also of dates. */
export const Figure = z.union([
  z.strictObject({ of: z.literal("count") }),
  z.strictObject({ of: z.enum(["sum", "avg", "min", "max"]), column: ColumnName }),
]);
export type Figure = z.infer<typeof Figure>;

const FIGURES_MAX = 10;
export const GROUPS_MAX = 1000;
/** `figures` by a name of one's own. `by`: a date or a moment may be grouped by the day, week … that it is in. */
export const TotalsQuery = Matching.extend({
  figures: z
    .record(z.string().regex(/^[A-Za-z]\w{0,60}$/, "is a name of letters and digits"), Figure)
    .refine((figures) => Object.keys(figures).length <= FIGURES_MAX, `has more than ${FIGURES_MAX} figures`),
  by: z
    .array(z.object({ column: ColumnName, bucket: Bucket.optional() }))
    .max(3)
    .default([]),
});
export type TotalsQuery = z.infer<typeof TotalsQuery>;
export type TotalsQueryInput = z.input<typeof TotalsQuery>;

const FigureValue = z.union([z.number(), z.string(), z.null()]);
/** A figure of no values is null; a sum of none is 0. */
export const Figures = z.record(z.string(), FigureValue);
export type Figures = z.infer<typeof Figures>;
/**
 * `all`: of every row that matches. A group's `by` has the value of each column, for a bucket the first day in it;
 * groups stand in the order of these values, empty ones last.
 */
export const Totals = z.object({
  all: Figures,
  groups: z.array(z.object({ by: z.record(z.string(), z.union([FigureValue, z.boolean()])), figures: Figures })),
});
export type Totals = z.infer<typeof Totals>;
