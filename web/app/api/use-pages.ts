/** A list that comes in pages: the first is given, by the page's loader or by `useLoad`, the others are read when they are wanted. Changes show at once. */
import { useState } from "react";
import { call } from "./browser.ts";
import { useAction } from "./use-action.ts";

export interface Page<T> {
  items: readonly T[];
  cursor: string | null;
}

type Id = string | number;

/**
 * @param path the list's address, with its filters and without a cursor
 * @param first may be read again meanwhile: what has moved on to a later page since stays in the list
 */
export function usePages<T>(path: string, first: Page<T>, idOf: (item: T) => Id) {
  /** All that was known when the last page came, with that page. */
  const [read, setRead] = useState<Page<T> | null>(null);
  /** By the item as it was read: one that is read again has the change, or another since. */
  const [changed, setChanged] = useState<ReadonlyMap<T, T>>(new Map());
  const [removed, setRemoved] = useState<ReadonlySet<Id>>(new Set());
  const { cursor } = read ?? first;

  /** The next page, or all that are left. */
  const { busy, failure, run } = useAction(async (how: "next" | "all") => {
    for (let at = cursor; at !== null; ) {
      const page = await call<Page<T>>("GET", `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(at)}`);
      if (!page.ok) return page.error;
      const { items, cursor: next } = page.value;
      setRead((before) => ({ items: [...first.items, ...(before?.items ?? []), ...items], cursor: next }));
      at = how === "all" ? next : null;
    }
    return null;
  });
  const byId = new Map<Id, T>();
  for (const item of [...first.items, ...(read?.items ?? [])]) if (!byId.has(idOf(item))) byId.set(idOf(item), item);
  return {
    items: [...byId].filter(([id]) => !removed.has(id)).map(([, item]) => changed.get(item) ?? item),
    hasMore: cursor !== null,
    loading: busy,
    failure,
    load: run,
    change: (id: Id, to: (item: T) => T) => {
      const item = byId.get(id);
      if (item !== undefined) setChanged((before) => new Map([...before, [item, to(before.get(item) ?? item)]]));
    },
    remove: (id: Id) => setRemoved((before) => new Set([...before, id])),
    /** What was removed is there again. */
    bringBack: (id: Id) => setRemoved((before) => new Set([...before].filter((other) => other !== id))),
  };
}

export type Pages<T> = ReturnType<typeof usePages<T>>;
