/** The sample rows that an app began with: whether there still are any, and a way to be rid of all at once. */
import { useCallback, useSyncExternalStore } from "react";
import { DataError, request, rowPath, zoned } from "./client.ts";
import { Resource, shared } from "./resource.ts";
import type { Page } from "./types.ts";

const SAMPLE = "row_sample";

export const isSample = (id: string): boolean => id.startsWith(SAMPLE);

type Held = { table: string; id: string }[];
const resources = shared<Held>();

const query = JSON.stringify(zoned({ filters: [{ column: "id", op: "startsWith", value: SAMPLE }], limit: 1000 }));

async function samplesIn(table: string, signal?: AbortSignal): Promise<Held> {
  try {
    const { rows } = await request<Page>(`${rowPath(table)}?q=${encodeURIComponent(query)}`, { signal });
    return rows.map(({ id }) => ({ table, id }));
  } catch (error) {
    // Whoever may not see a table has no samples there.
    if (error instanceof DataError && error.code === "forbidden") return [];
    throw error;
  }
}

const samplesOf = (tables: readonly string[]): Resource<Held> =>
  new Resource<Held>({
    load: async (signal) => (await Promise.all(tables.map((table) => samplesIn(table, signal)))).flat(),
    apply: (held, { type, table, row }) => {
      if (type === "deleted") return held.some(({ id }) => id === row.id) ? held.filter(({ id }) => id !== row.id) : held;
      return isSample(row.id) && tables.includes(table) && held.every(({ id }) => id !== row.id) ? [...held, { table, id: row.id }] : held;
    },
  });

/** A row that others need goes once they are gone. What may not be deleted stays, and the last refusal says why. */
async function clear(held: Held): Promise<void> {
  for (let left = held; left.length > 0; ) {
    const kept: Held = [];
    let refused: unknown = null;
    for (const sample of left) {
      try {
        await request(rowPath(sample.table, sample.id), { method: "DELETE" });
      } catch (error) {
        if (error instanceof DataError && error.code === "not_found") continue;
        kept.push(sample);
        refused = error;
      }
    }
    if (kept.length === left.length) throw refused;
    left = kept;
  }
}

/** `count` 0 also while it loads. */
export function useSamples(tables: readonly string[]): { count: number; clear: () => Promise<void> } {
  const resource = resources(tables.join(), () => samplesOf(tables));
  const held = useSyncExternalStore(resource.subscribe, resource.get, resource.get).data;
  return { count: held?.length ?? 0, clear: useCallback(() => clear(held ?? []), [held]) };
}
