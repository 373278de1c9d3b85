/** Lists that GitHub gives out a page at a time. */
import type { Outcome } from "@edgewright/contracts";
import { attempt } from "./failures.ts";

export const PAGE = 100;
const PAGES_MAX = 10;

/** All of a list, up to some thousand. */
export const everyPage = <T>(read: (page: number) => Promise<T[]>): Promise<Outcome<T[]>> =>
  attempt(async () => {
    const all: T[] = [];
    for (let page = 1; page <= PAGES_MAX; page++) {
      const found = await read(page);
      all.push(...found);
      if (found.length < PAGE) break;
    }
    return all;
  });
