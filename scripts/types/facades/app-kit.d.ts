export type Row<T> = T & { id: string; createdAt: string; updatedAt: string; createdBy: string | null; revision: number };
export type FilterOp = "eq" | "ne" | "lt" | "lte" | "gt" | "gte" | "contains" | "in" | "empty" | "notEmpty";
export type RowQueryInput = {
  filters?: { column: string; op: FilterOp; value?: unknown }[];
  sort?: { column: string; direction?: "asc" | "desc" }[];
  search?: string;
  limit?: number;
  cursor?: string;
};
export type TableState<T extends object> = {
  rows: Row<T>[];
  total: number;
  status: "loading" | "ready" | "error";
  error: DataError | null;
  create(values: Partial<T>): Promise<Row<T>>;
  update(id: string, values: Partial<T>): Promise<Row<T>>;
  remove(id: string): Promise<void>;
  reload(): void;
};
export declare function useTable<T extends object>(table: string, query?: RowQueryInput): TableState<T>;
export declare function useRow<T extends object>(
  table: string,
  id: string,
): { row: Row<T> | null; status: "loading" | "ready" | "error"; error: DataError | null };
export type AppUser = { id: string; name: string; email: string; role: "admin" | "editor" | "viewer" };
export declare function useUser(): AppUser | null;
export declare class DataError extends Error {
  readonly fields?: Record<string, string>;
}
