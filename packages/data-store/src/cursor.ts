/** A cursor belongs to one query. It names the last row that was given out, by what it was sorted by, its time and its id; so rows that come or go meanwhile move no page. */
import type { RowQuery } from "@edgewright/contracts";
import { sha256Hex } from "@edgewright/core";
import { base64url } from "jose";
import { z } from "zod";
import type { Piece } from "./piece.ts";
import type { Key } from "./shadow.ts";

const Cursor = z.object({ of: z.string(), keys: z.array(z.union([z.string(), z.number(), z.null()])), at: z.string(), id: z.string() });
export type Place = { keys: Key[]; at: string; id: string };

/** One thing that rows are sorted by. */
export type Order = { column: string; key: Piece; down: boolean };

/** What tells a query from others: not the number of rows on a page. */
export const queryName = async (table: string, { filters, search, sort }: RowQuery): Promise<string> =>
  (await sha256Hex(JSON.stringify([table, filters, search, sort]))).slice(0, 16);

export const writeCursor = (of: string, { keys, at, id }: Place): string => base64url.encode(JSON.stringify({ of, keys, at, id }));

/** Null: not a cursor of this query, which sorts by so many `keys`. */
export function readCursor(of: string, keys: number, text: string): Place | null {
  try {
    const cursor = Cursor.safeParse(JSON.parse(new TextDecoder().decode(base64url.decode(text))));
    return cursor.success && cursor.data.of === of && cursor.data.keys.length === keys ? cursor.data : null;
  } catch {
    return null;
  }
}
