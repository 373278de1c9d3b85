/** A list that comes in pages: the first from the page's loader, the others when they are wanted. Changes show at once. */

import { useState } from "react";
import type { ApiFailure } from "./answer.ts";
import { call } from "./browser.ts";

interface Page<T> {
  items: T[];
  cursor: string | null;
}

export function usePages<T extends { id: string }>(path: string, first: Page<T>) {
  const [more, setMore] = useState<T[]>([]);
  /** undefined: none but the first was asked for. */
  const [cursor, setCursor] = useState<string | null>();
  const [changed, setChanged] = useState<ReadonlyMap<string, T | null>>(new Map());
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const next = cursor === undefined ? first.cursor : cursor;

  /** The next page, or all that are left. */
  const load = async (how: "next" | "all") => {
    setLoading(true);
    for (let at = next; at !== null; ) {
      const page = await call<Page<T>>("GET", `${path}?cursor=${encodeURIComponent(at)}`);
      setFailure(page.ok ? null : page.error);
      if (!page.ok) break;
      setMore((before) => [...before, ...page.value.items]);
      setCursor(page.value.cursor);
      at = how === "all" ? page.value.cursor : null;
    }
    setLoading(false);
  };
  const known = [...first.items, ...more.filter(({ id }) => !first.items.some((item) => item.id === id))];
  return {
    items: known.flatMap((item) => {
      const now = changed.get(item.id);
      return now === null ? [] : [now ?? item];
    }),
    hasMore: next !== null,
    loading,
    failure,
    load,
    /** null: it is gone. */
    put: (id: string, item: T | null) => setChanged((before) => new Map([...before, [id, item]])),
  };
}
