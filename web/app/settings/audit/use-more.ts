/** A list that grows by pages at its end, the first of which came with the page. */
import { useState } from "react";
import type { ApiFailure } from "../../api/answer.ts";
import { call } from "../../api/browser.ts";

type Page<T> = { items: T[]; cursor: string | null };

/** `path` has its filters already. */
export function useMore<T>(path: string, first: Page<T>) {
  const [pages, setPages] = useState<Page<T>[]>([]);
  const [loading, setLoading] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const { cursor } = pages.at(-1) ?? first;
  const load = async () => {
    if (cursor === null) return;
    setLoading(true);
    const page = await call<Page<T>>("GET", `${path}${path.includes("?") ? "&" : "?"}cursor=${cursor}`);
    setLoading(false);
    setFailure(page.ok ? null : page.error);
    if (page.ok) setPages((before) => [...before, page.value]);
  };
  return { items: [first, ...pages].flatMap(({ items }) => items), hasMore: cursor !== null, loading, failure, load };
}
