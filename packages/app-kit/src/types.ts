/** Shapes that apps see. They mirror the platform's contracts without needing their code in an app. */

/** A row: its values, and what the platform adds. Times are ISO 8601 in UTC; `revision` counts writes from 1. */
export type Row<T> = T & { id: string; createdAt: string; updatedAt: string; createdBy: string | null; revision: number };

export type FilterOp =
  | ("eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "between" | "in")
  | ("contains" | "startsWith" | "empty" | "notEmpty" | "isMe");

/**
 * One condition, or a tree of them. `in` takes a list, `between` the first and the last. The value of a date may be a period
 * such as "today", "this_month", "last_week", "last_7_days" or "next_30_days": `eq` is within it, `lt` before it.
 */
export type Filter = { column: string; op: FilterOp; value?: unknown } | { and: Filter[] } | { or: Filter[] } | { not: Filter };

/** Filters are joined with AND; `search` looks in every text column; at most 1,000 rows. */
export type TableQuery = {
  filters?: Filter[];
  sort?: { column: string; direction?: "asc" | "desc" }[];
  search?: string;
  limit?: number;
};

export type Bucket = "day" | "week" | "month" | "quarter" | "year";
/** How many rows; or of a column's values, empty ones left out. */
export type Figure = { of: "count" } | { of: "sum" | "avg" | "min" | "max"; column: string };
/** `figures` by names of one's own. `by`: groups, a date's or a moment's by the day, month … that it is in. */
export type TotalsQuery = {
  figures: Record<string, Figure>;
  by?: { column: string; bucket?: Bucket }[];
  filters?: Filter[];
  search?: string;
};

/** What whoever is there may not do: true: with no row; a list: with these rows. */
export type Cannot = { create: boolean; update: boolean | string[]; delete: boolean | string[] };
export type Page = { rows: Row<object>[]; total: number; cannot: Cannot };
export type Change = { table: string } & (
  | { type: "created" | "updated"; row: Row<object> }
  | { type: "deleted"; row: Pick<Row<object>, "id"> }
);
