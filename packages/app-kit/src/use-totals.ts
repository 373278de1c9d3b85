/** What the rows of a table add up to, kept right with every change of them, one's own and others'. */
import { useSyncExternalStore } from "react";
import { type DataError, request, zoned } from "./client.ts";
import { Resource, shared } from "./resource.ts";
import type { Figure, TotalsQuery } from "./types.ts";

/** A sum is a number also of no rows; an average and an end of no values is null; the ends of dates are texts. */
type FigureValue<F extends Figure> = F["of"] extends "count" | "sum"
  ? number
  : F["of"] extends "avg"
    ? number | null
    : number | string | null;
export type FiguresOf<Q extends TotalsQuery> = { [Name in keyof Q["figures"]]: FigureValue<Q["figures"][Name]> };
/** `by` has the value of each column that is grouped by; for a bucket, the first day in it. */
export type TotalsGroup<Q extends TotalsQuery> = { by: Record<string, string | number | boolean | null>; figures: FiguresOf<Q> };

export type TotalsState<Q extends TotalsQuery> = {
  /** Of every row that matches; null while it loads. */
  all: FiguresOf<Q> | null;
  groups: TotalsGroup<Q>[];
  status: "loading" | "ready" | "error";
  error: DataError | null;
  reload(): void;
};

type Loaded = { all: unknown; groups: unknown[] };
const resources = shared<Loaded>();

function totalsOf(table: string, query: string): Resource<Loaded> {
  return new Resource<Loaded>({
    load: (signal) => request<Loaded>(`totals/${encodeURIComponent(table)}?q=${encodeURIComponent(query)}`, { signal }),
    // Only the platform knows them all.
    apply: (totals, change) => (change.table === table ? null : totals),
  });
}

/** Each row that may be read is counted in, however many there are. */
export function useTotals<const Q extends TotalsQuery>(table: string, query: Q): TotalsState<Q> {
  const text = JSON.stringify(zoned(query));
  const resource = resources(`${table}?${text}`, () => totalsOf(table, text));
  const { data, status, error } = useSyncExternalStore(resource.subscribe, resource.get, resource.get);
  return {
    all: (data?.all ?? null) as FiguresOf<Q> | null,
    groups: (data?.groups ?? []) as TotalsGroup<Q>[],
    ...{ status, error, reload: resource.reload },
  };
}
