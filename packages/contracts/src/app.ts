/** The two files every generated app carries for the platform: `app.json` and `data/schema.json`. */
import { z } from "zod";
import { AppHosts } from "./hosts.ts";
import { JsonValue } from "./json.ts";

const identifier = z.string().regex(/^[a-z][A-Za-z0-9_]{0,62}$/, "starts with a lower-case letter; letters, digits and _ only");

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
  "file",
  "email",
  "url",
]);
export type ColumnType = z.infer<typeof ColumnType>;

/** One field of a table. `was` lists former names, newest last, so that stored rows follow a rename. */
export const Column = z.object({
  name: identifier,
  label: z.string().min(1).max(80),
  type: ColumnType,
  required: z.boolean().optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
  unique: z.boolean().optional(),
  index: z.boolean().optional(),
  /** The values of a `select`. */
  options: z.array(z.string().min(1)).min(1).optional(),
  /** The table a `reference` points at; the stored value is that row's id. */
  ref: identifier.optional(),
  /** How a number is meant: shown as money or as 0–100 percent. */
  format: z.enum(["currency", "percent"]).optional(),
  was: z.array(identifier).optional(),
});
export type Column = z.infer<typeof Column>;

/** Who may do it: anyone with the link, any member of the organization, or whoever created the row. */
export const Audience = z.enum(["anyone", "member", "owner"]);
export type Audience = z.infer<typeof Audience>;

export const DataAction = z.enum(["read", "create", "update", "delete"]);
export type DataAction = z.infer<typeof DataAction>;

/** `server`: what the app's own server code may do as the app itself (`env.APP`), whoever visits. */
export const TablePolicy = z.object({
  read: Audience.default("member"),
  create: Audience.default("member"),
  update: Audience.default("member"),
  delete: Audience.default("member"),
  server: z.array(DataAction).optional(),
});
export type TablePolicy = z.infer<typeof TablePolicy>;

export const Table = z.object({
  name: identifier,
  label: z.string().min(1).max(80),
  columns: z.array(Column).min(1).max(80),
  policy: TablePolicy.optional(),
  was: z.array(identifier).optional(),
});
export type Table = z.infer<typeof Table>;

/** `data/schema.json`. */
export const AppSchema = z.object({ tables: z.array(Table).max(60) });
export type AppSchema = z.infer<typeof AppSchema>;

/** Whether one may only look at an app's rows, or change them as far as the tables' policies let members. */
export const RowAccess = z.enum(["read", "write"]);
export type RowAccess = z.infer<typeof RowAccess>;

/**
 * `app.json`. With visibility `link`, whoever holds the project's share link may open the app as a visitor.
 * `viewers`: what the organization's viewers may do with its rows, read if it is not said. Other roles of the platform mean nothing in an app.
 */
export const AppManifest = z.object({
  name: z.string().min(1).max(80),
  icon: z.string().max(40).optional(),
  visibility: z.enum(["members", "link"]).default("members"),
  viewers: RowAccess.optional(),
  description: z.string().max(400).optional(),
  hosts: AppHosts.optional(),
});
export type AppManifest = z.infer<typeof AppManifest>;
/** Whom an app lets in, and what for. */
export type AppAccess = { visibility: AppManifest["visibility"]; viewers: RowAccess };

/** What the platform adds to each row. Times are ISO 8601 in UTC; `revision` counts writes from 1. */
export const RowMeta = z.object({
  id: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  createdBy: z.string().nullable(),
  revision: z.number().int().min(1),
});
export const DataRow = RowMeta.catchall(JsonValue);
export type DataRow = z.infer<typeof DataRow>;

export const FilterOp = z.enum(["eq", "ne", "lt", "lte", "gt", "gte", "contains", "in", "empty", "notEmpty"]);
const ColumnName = z.string().max(100);
/** What a row's value is compared with. */
export const FilterValue = z.union([z.string().max(2000), z.number(), z.boolean(), z.null()], {
  error: "must be text, a number, yes or no, or nothing",
});
export type FilterValue = z.infer<typeof FilterValue>;
/** Only `in` takes a list. */
export const RowFilter = z.object({
  column: ColumnName,
  op: FilterOp,
  value: z
    .union([FilterValue, z.array(FilterValue).max(500)], { error: "must be text, a number, yes or no, or a list of at most 500" })
    .optional(),
});
export type RowFilter = z.infer<typeof RowFilter>;
export const RowSort = z.object({ column: ColumnName, direction: z.enum(["asc", "desc"]).default("asc") });
export type RowSort = z.infer<typeof RowSort>;

/** Filters are joined with AND. `search` looks in every text column. `limit` at most 1,000. */
export const RowQuery = z.object({
  filters: z.array(RowFilter).max(20).default([]),
  sort: z.array(RowSort).max(4).default([]),
  search: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(1000).default(500),
  cursor: z.string().max(4000).optional(),
});
export type RowQuery = z.infer<typeof RowQuery>;
export type RowQueryInput = z.input<typeof RowQuery>;

export const RowPage = z.object({ rows: z.array(DataRow), total: z.number().int(), cursor: z.string().nullable() });
export type RowPage = z.infer<typeof RowPage>;

/** Sent to every open window of an app over `/_app/live`. */
export const LiveChange = z.object({
  table: z.string(),
  type: z.enum(["created", "updated", "deleted"]),
  row: DataRow,
});
export type LiveChange = z.infer<typeof LiveChange>;

/** A member of the organization. */
export const AppMember = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: z.enum(["admin", "editor", "viewer"]),
});
export type AppMember = z.infer<typeof AppMember>;

/** Who uses an app, as the app sees them. `null` in the app means a visitor with the link. */
export const AppUser = AppMember.extend({ access: RowAccess });
export type AppUser = z.infer<typeof AppUser>;
