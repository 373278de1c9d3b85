/** Shapes that apps see. They mirror the platform's contracts without needing their code in an app. */

/** A row: its values, and what the platform adds. Times are ISO 8601 in UTC; `revision` counts writes from 1. */
export type Row<T> = T & { id: string; createdAt: string; updatedAt: string; createdBy: string | null; revision: number };

export type FilterOp = "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "contains" | "in" | "empty" | "notEmpty";

/** Filters are joined with AND; `search` looks in every text column; at most 1,000 rows. */
export type TableQuery = {
  filters?: { column: string; op: FilterOp; value?: unknown }[];
  sort?: { column: string; direction?: "asc" | "desc" }[];
  search?: string;
  limit?: number;
};

export type Page = { rows: Row<object>[]; total: number };
export type Change = { table: string } & (
  | { type: "created" | "updated"; row: Row<object> }
  | { type: "deleted"; row: Pick<Row<object>, "id"> }
);
