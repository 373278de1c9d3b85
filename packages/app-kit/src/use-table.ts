/** The rows of a table, kept up to date with every other window, and the writes. */
import { useMemo, useSyncExternalStore } from "react";
import { type DataError, request, rowPath } from "./client.ts";
import { Resource, shared } from "./resource.ts";
import type { Change, Page, Row, TableQuery } from "./types.ts";

export type TableState<T extends object> = {
  rows: Row<T>[];
  /** How many rows match, beyond those loaded. */
  total: number;
  status: "loading" | "ready" | "error";
  error: DataError | null;
  /** Each write rejects with a DataError when it is refused. */
  create(values: Partial<T>): Promise<Row<T>>;
  update(id: string, values: Partial<T>): Promise<Row<T>>;
  remove(id: string): Promise<void>;
  reload(): void;
};

const resources = shared<Page>();

function pageOf(table: string, query: string): Resource<Page> {
  // With filters or an order of one's own only the platform knows where a row belongs.
  const plain = query === "{}";
  return new Resource<Page>({
    load: (signal) => request<Page>(`${rowPath(table)}?q=${encodeURIComponent(query)}`, { signal }),
    apply: (page, change) => (change.table !== table ? page : plain ? applyChange(page, change) : null),
  });
}

export function applyChange(page: Page, { type, row }: Change): Page {
  const known = page.rows.find((candidate) => candidate.id === row.id);
  if (type === "deleted") return known ? { rows: page.rows.filter((candidate) => candidate !== known), total: page.total - 1 } : page;
  if (!known) return type === "created" ? { rows: [...page.rows, row], total: page.total + 1 } : page;
  return known.revision >= row.revision ? page : { ...page, rows: page.rows.map((candidate) => (candidate === known ? row : candidate)) };
}

export function useTable<T extends object>(table: string, query: TableQuery = {}): TableState<T> {
  const text = JSON.stringify(query);
  const resource = resources(`${table}?${text}`, () => pageOf(table, text));
  const { data, status, error } = useSyncExternalStore(resource.subscribe, resource.get, resource.get);
  const writes = useMemo(() => writesOf<T>(table, resource), [table, resource]);
  return { rows: (data?.rows ?? []) as Row<T>[], total: data?.total ?? 0, status, error, ...writes };
}

const writesOf = <T extends object>(table: string, resource: Resource<Page>) => {
  const confirmed = <R extends Row<object>>(type: Change["type"], row: R): R => {
    resource.take({ table, type, row });
    return row;
  };
  return {
    create: async (values: Partial<T>) => confirmed("created", await request<Row<T>>(rowPath(table), { method: "POST", body: { values } })),
    update: async (id: string, values: Partial<T>) =>
      confirmed("updated", await request<Row<T>>(rowPath(table, id), { method: "PATCH", body: { values } })),
    remove: async (id: string) => void confirmed("deleted", await request<Row<T>>(rowPath(table, id), { method: "DELETE" })),
    reload: resource.reload,
  };
};
