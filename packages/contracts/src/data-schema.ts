/** `data/schema.json` of an app: its tables, their fields, and who may do what with their rows. */
import { z } from "zod";
import { Currency, fractionDigits } from "./currency.ts";

export const identifier = z.string().regex(/^[a-z][A-Za-z0-9_]{0,62}$/, "starts with a lower-case letter; letters, digits and _ only");

export const ColumnType = z.enum([
  "text",
  "longtext",
  "number",
  "integer",
  "boolean",
  "date",
  "datetime",
  "json",
  "select",
  "reference",
  "image",
  "file",
  "files",
  "email",
  "url",
  "money",
  "decimal",
  "multiselect",
  "references",
  "user",
  "autonumber",
  "time",
  "duration",
  "phone",
  "rating",
]);
export type ColumnType = z.infer<typeof ColumnType>;

/** Who may do it: anyone with the link, any member of the organization, or whoever created the row. */
export const Audience = z.enum(["anyone", "member", "owner"]);
export type Audience = z.infer<typeof Audience>;

/** The name of one of the roles that the app's `app.json` declares. */
export const AppRoleName = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "is lower-case letters, digits and _, and starts with a letter");

const OF_ROLE = /^role:\s*([a-z][a-z0-9_]{0,39})$/;
/** The role that a rule such as `role:manager` asks for; null: it asks for something else. */
export const roleOfRule = (rule: string): string | null => OF_ROLE.exec(rule)?.[1] ?? null;
/** What such a rule says, as a condition. */
export const roleCondition = (role: string): string => `"${role}" in user.roles`;

/** A rule: one of `Audience`, a role in the app as `role:manager`, or a condition in CEL over `row` (and `old`, where one is changed) and `user`, such as `row.team == user.id`. */
const Rule = z.string().min(1).max(1000);
/** A condition in CEL. */
export const Condition = z.string().min(1).max(1000);

const Colour = z.enum(["gray", "red", "orange", "amber", "green", "teal", "blue", "violet", "pink"]);
export type Colour = z.infer<typeof Colour>;

/** How an option is shown. */
export const OptionLook = z.object({ label: z.string().min(1).max(80).optional(), colour: Colour.optional() });
export type OptionLook = z.infer<typeof OptionLook>;

/** Another row's field, through a `reference` of this row: `{ "through": "customer", "column": "country" }`. */
export const Lookup = z.object({ through: identifier, column: identifier });
export type Lookup = z.infer<typeof Lookup>;

/**
 * What the rows of `table` come to that refer to this row by their field `through`, and of which `where` holds, a condition over
 * them: how many there are, or of their field `column` the sum, average, least, greatest, earliest or latest.
 */
export const Rollup = z.object({
  of: z.enum(["count", "sum", "average", "min", "max", "earliest", "latest"]),
  table: identifier,
  through: identifier,
  column: identifier.optional(),
  where: Condition.optional(),
});
export type Rollup = z.infer<typeof Rollup>;

/** One field of a table. `was` lists former names, newest last, so that stored rows follow a rename. */
export const Column = z.object({
  name: identifier,
  label: z.string().min(1).max(80),
  type: ColumnType,
  required: z.boolean().optional(),
  default: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).optional(),
  unique: z.boolean().optional(),
  index: z.boolean().optional(),
  /** The values of a `select` or a `multiselect`, in their order. */
  options: z.array(z.string().min(1)).min(1).optional(),
  /** By option, where it is shown otherwise than by its value. */
  looks: z.record(z.string(), OptionLook).optional(),
  /** The least and the greatest that a number may be, or a date or a time such as `2026-01-01`. */
  min: z.union([z.number(), z.string().max(40)]).optional(),
  max: z.union([z.number(), z.string().max(40)]).optional(),
  /** Characters of a text, or entries of a list. */
  minLength: z.int().min(1).max(50_000).optional(),
  maxLength: z.int().min(1).max(50_000).optional(),
  /** What a text must be as a whole, as a regular expression (RE2: no backreferences, no looking ahead). */
  pattern: z.string().min(1).max(300).optional(),
  /** Who may see the field, and write it; whoever may do so with the row where it is not said. */
  policy: z.object({ read: Rule.optional(), write: Rule.optional() }).optional(),
  /** The table a `reference` points at, whose value is that row's id, or `references`, whose value is a list of ids. */
  ref: identifier.optional(),
  /** How a number is meant: shown as money or as 0–100 percent. */
  format: z.enum(["currency", "percent"]).optional(),
  /** Of `money`, such as `EUR`. */
  currency: Currency.optional(),
  /** How many digits a `decimal` has after the point; 2 unless said otherwise. */
  digits: z.int().min(0).max(9).optional(),
  /** What stands before an `autonumber`, and how many digits it has at least: `INV-` and 4 give `INV-0042`. */
  prefix: z.string().max(20).optional(),
  padding: z.int().min(1).max(12).optional(),
  /** The most stars of a `rating`; 5 unless said otherwise. */
  stars: z.int().min(2).max(10).optional(),
  /** What the field is computed from, where nobody writes it: an expression in CEL over `row`, another row's field, or what rows come to. */
  formula: Condition.optional(),
  lookup: Lookup.optional(),
  rollup: Rollup.optional(),
  was: z.array(identifier).optional(),
});
export type Column = z.infer<typeof Column>;

const NUMERIC: ReadonlySet<Column["type"]> = new Set(["number", "integer", "money", "decimal", "rating", "duration"]);
export const isNumeric = ({ type }: Pick<Column, "type">): boolean => NUMERIC.has(type);

/** How many digits after the point an exact number has; null: the field is not of exact numbers. */
export function scaleOf({ type, currency, digits }: Pick<Column, "type" | "currency" | "digits">): number | null {
  if (type === "money") return fractionDigits(currency);
  return type === "decimal" ? (digits ?? 2) : null;
}

/** Whether a value is a list of texts. */
export const isList = ({ type }: Pick<Column, "type">): boolean => type === "multiselect" || type === "references";

/** A default that stands for what is so when a row is added; null: the default is a value, or there is none. */
export function calledDefault({ type, default: value }: Pick<Column, "type" | "default">): "now()" | "today()" | "user()" | null {
  if (type === "datetime" && value === "now()") return value;
  if (type === "date" && value === "today()") return value;
  return type === "user" && value === "user()" ? value : null;
}

/** Whether the value follows from others: of the row, or of rows that it is linked with. */
export const isComputed = ({ formula, lookup, rollup }: Pick<Column, "formula" | "lookup" | "rollup">): boolean =>
  formula !== undefined || lookup !== undefined || rollup !== undefined;

/** Whether the platform alone gives the value. */
export const isGiven = (column: Column): boolean => column.type === "autonumber" || isComputed(column);

export const DataAction = z.enum(["read", "create", "update", "delete"]);
export type DataAction = z.infer<typeof DataAction>;

/** `server`: what the app's own server code may do as the app itself (`env.APP`), whoever visits. */
export const TablePolicy = z.object({
  read: Rule.default("member"),
  create: Rule.default("member"),
  update: Rule.default("member"),
  delete: Rule.default("member"),
  server: z.array(DataAction).optional(),
});
export type TablePolicy = z.infer<typeof TablePolicy>;

/** Fields whose values together are there once. Without `matchCase`, `Ada` and `ADA` are the same. */
export const Unique = z.object({ columns: z.array(identifier).min(1).max(6), matchCase: z.boolean().optional() });
export type Unique = z.infer<typeof Unique>;

/**
 * What may not take place at the same time: rows with the same values of the fields `per`, from `from` up to `to`, which is not
 * part of it. An empty end is none.
 */
export const NoOverlap = z.object({
  from: identifier,
  to: identifier,
  per: z.array(identifier).max(4).default([]),
  message: z.string().min(1).max(200).optional(),
});
export type NoOverlap = z.infer<typeof NoOverlap>;

/** What must hold of each row that is written, in CEL; `message` says what is wrong if it does not. Where a field is empty, it holds. */
export const Check = z.object({ condition: Condition, message: z.string().min(1).max(200), column: identifier.optional() });
export type Check = z.infer<typeof Check>;

export const Table = z.object({
  name: identifier,
  label: z.string().min(1).max(80),
  columns: z.array(Column).min(1).max(80),
  policy: TablePolicy.optional(),
  unique: z.array(Unique).max(10).optional(),
  noOverlap: z.array(NoOverlap).max(5).optional(),
  checks: z.array(Check).max(20).optional(),
  was: z.array(identifier).optional(),
});
export type Table = z.infer<typeof Table>;

/** `data/schema.json`. */
export const AppSchema = z.object({ tables: z.array(Table).max(60) });
export type AppSchema = z.infer<typeof AppSchema>;
