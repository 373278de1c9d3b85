/** One row by its id, kept up to date. `row` is null while it loads and when it is not there. */
import { useSyncExternalStore } from "react";
import { DataError, request, rowPath } from "./client.ts";
import { Resource, shared } from "./resource.ts";
import type { Row } from "./types.ts";

export type RowState<T extends object> = { row: Row<T> | null; status: "loading" | "ready" | "error"; error: DataError | null };

type HeldRow = { row: Row<object> | null };
const resources = shared<HeldRow>();

function rowOf(table: string, id: string): Resource<HeldRow> {
  return new Resource<HeldRow>({
    load: async (signal) => {
      try {
        return { row: await request<Row<object>>(rowPath(table, id), { signal }) };
      } catch (error) {
        if (error instanceof DataError && error.code === "not_found") return { row: null };
        throw error;
      }
    },
    apply: (held, change) => {
      if (change.table !== table || change.row.id !== id) return held;
      return { row: change.type === "deleted" ? null : change.row };
    },
  });
}

export function useRow<T extends object>(table: string, id: string): RowState<T> {
  const resource = resources(`${table}/${id}`, () => rowOf(table, id));
  const { data, status, error } = useSyncExternalStore(resource.subscribe, resource.get, resource.get);
  return { row: (data?.row ?? null) as Row<T> | null, status, error };
}
