/** SQL in pieces, each with its values in order. Values are bound, never written into the text. */
import type { SqlValue } from "@edgewright/core";

export type Piece = { text: string; values: SqlValue[] };

export const raw = (text: string): Piece => ({ text, values: [] });

/** A template in which pieces stand for their SQL, and anything else for a bound value. */
export function piece(texts: TemplateStringsArray, ...parts: (Piece | SqlValue)[]): Piece {
  const values: SqlValue[] = [];
  let text = texts[0] ?? "";
  for (const [index, part] of parts.entries()) {
    const isPiece = typeof part === "object" && part !== null;
    text += (isPiece ? part.text : "?") + texts[index + 1];
    values.push(...(isPiece ? part.values : [part]));
  }
  return { text, values };
}

export const join = (pieces: Piece[], by: string): Piece => ({
  text: pieces.map(({ text }) => text).join(by),
  values: pieces.flatMap(({ values }) => values),
});
