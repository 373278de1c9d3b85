/** A cursor names the last row that was given out, by what it was sorted by, its time and its id; so rows that come or go meanwhile move no page. */
import { base64url } from "jose";
import { z } from "zod";
import type { Piece } from "./piece.ts";
import type { Key } from "./shadow.ts";

const Cursor = z.object({ order: z.string(), keys: z.array(z.union([z.string(), z.number(), z.null()])), at: z.string(), id: z.string() });
export type Place = { keys: Key[]; at: string; id: string };

/** One thing that rows are sorted by. */
export type Order = { column: string; key: Piece; down: boolean };

const nameOf = (order: Order[]) => order.map(({ column, down }) => `${column}${down ? "-" : "+"}`).join("");

export const writeCursor = (order: Order[], { keys, at, id }: Place): string =>
  base64url.encode(JSON.stringify({ order: nameOf(order), keys, at, id }));

/** Null: not a cursor of rows in this order. */
export function readCursor(order: Order[], text: string): Place | null {
  try {
    const cursor = Cursor.safeParse(JSON.parse(new TextDecoder().decode(base64url.decode(text))));
    return cursor.success && cursor.data.order === nameOf(order) && cursor.data.keys.length === order.length ? cursor.data : null;
  } catch {
    return null;
  }
}
