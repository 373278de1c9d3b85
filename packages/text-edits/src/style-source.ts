/** Whether a replacement follows the model's style or the file's, where the search text and the file differ, such as in quotes or indentation. */

import type { EditRows, NewRow, OldRow } from "./edit-rows.ts";
import { styleKey } from "./line-likeness.ts";

/** `same`: search text and file do not differ. `unknown`: nothing that is in all three shows it. `mixed`: now this, now that. */
export type StyleSource = "model" | "file" | "same" | "mixed" | "unknown";

export const bodyOf = (line: string): string => line.trim();

/** Judges by one side of the lines, such as their indentation. Lines that are there once say more than a closing bracket does. */
export function styleSourceOf({ olds, news }: EditRows, side: (line: string) => string): StyleSource {
  const differing = olds.filter(({ elided, written, real }) => !elided && side(written) !== side(real));
  if (differing.length === 0) return "same";
  const once = onlyOnce(olds);
  return judge(news, new Set(differing.filter((old) => once.has(old))), side) ?? judge(news, new Set(differing), side) ?? "unknown";
}

function judge(news: readonly NewRow[], telling: ReadonlySet<OldRow>, side: (line: string) => string): StyleSource | null {
  let [model, file] = [0, 0];
  for (const { text, mate } of news) {
    if (mate === null || !telling.has(mate)) continue;
    if (side(text) === side(mate.written)) model++;
    else if (side(text) === side(mate.real)) file++;
  }
  return styleSourceByCount(model, file);
}

/** By how many rows are as the model's are, and how many as the file's. */
export function styleSourceByCount(model: number, file: number): "mixed" | "model" | "file" | null {
  if (model > 0 && file > 0) return "mixed";
  return model > 0 ? "model" : file > 0 ? "file" : null;
}

function onlyOnce(olds: readonly OldRow[]): Set<OldRow> {
  const seen = new Map<string, OldRow | null>();
  for (const old of olds) {
    const key = styleKey(old.written);
    seen.set(key, seen.has(key) ? null : old);
  }
  return new Set([...seen.values()].filter((old) => old !== null));
}
