/** In whose hand a replacement is written, where the search text and the file differ: the model's as the search text is, or the file's own. */
import { styleKey } from "./line-likeness.ts";
import type { Rows } from "./rows.ts";

/** `same`: search text and file do not differ. `unknown`: nothing that is in all three shows it. `mixed`: now this, now that. */
export type Hand = "model" | "file" | "same" | "mixed" | "unknown";

export const bodyOf = (line: string): string => line.trim();

/** Judges by one side of the lines, such as their indentation. Lines that are there once say more than a closing bracket does. */
export function handOf(rows: Rows, side: (line: string) => string): Hand {
  const { search, own, mates, elided } = rows;
  const differs = search.rows.map((row, index) => !elided.has(index) && side(row) !== side(own[index]!));
  if (!differs.includes(true)) return "same";
  const telling = mates.flatMap((mate, row) => (mate >= 0 && differs[mate] ? [{ mate, row }] : []));
  const once = onlyOnce(search.rows);
  const unique = telling.filter(({ mate }) => once.has(mate));
  return verdict(rows, unique, side) ?? verdict(rows, telling, side) ?? "unknown";
}

function verdict(
  { search, own, replace }: Rows,
  pairs: readonly { mate: number; row: number }[],
  side: (line: string) => string,
): Hand | null {
  let [model, file] = [0, 0];
  for (const { mate, row } of pairs) {
    const text = side(replace.rows[row]!);
    if (text === side(search.rows[mate]!)) model++;
    else if (text === side(own[mate]!)) file++;
  }
  if (model > 0 && file > 0) return "mixed";
  return model > 0 ? "model" : file > 0 ? "file" : null;
}

function onlyOnce(lines: readonly string[]): Set<number> {
  const seen = new Map<string, number>();
  lines.forEach((line, index) => {
    const key = styleKey(line);
    seen.set(key, seen.has(key) ? -1 : index);
  });
  return new Set([...seen.values()].filter((index) => index >= 0));
}
