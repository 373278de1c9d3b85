/**
 * An edit in the file's own characters, where search text and file only look the same: what the replacement keeps of the search
 * text becomes what stands in the file. Where the replacement adds such characters, it cannot be told which are meant, and the edit is refused.
 */
import { at, first } from "@edgewright/core";
import { diffArrays } from "diff";
import { blockOf, compareRows, linesOf } from "./block.ts";
import { type Edit, noMatch, type Refusal } from "./edit.ts";
import type { FileText } from "./file-text.ts";
import { isBlank } from "./line-likeness.ts";
import { isAscii, nameOf, oddityOf, toPlainCharacters, unitsOf } from "./lookalikes.ts";

/** A row of the search text unit by unit, each as written and as it is in the file. */
type CharacterSwap = { written: readonly string[]; real: readonly string[]; doubtful: DoubtfulCharacters };
/** Units as written, and what they are in the file, that do not say the same. */
type DoubtfulCharacters = ReadonlyMap<string, string>;

const NONE: CharacterSwap = { written: [], real: [], doubtful: new Map() };

/** Of a long line with more differences than this, nothing is carried over. */
const DIFFERENCES_MAX = 60;

/** A row of the search text; `swap` is `null` where it has no such difference to the file's line. */
type SearchRow = { text: string; line: number; swap: CharacterSwap | null };

/** @param lineOf the file's line, from 0, of a row of the search text */
export function inOwnCharacters(
  file: FileText,
  { search, replace }: Edit,
  lineOf: (row: number) => number,
): { ok: true; value: Edit } | Refusal {
  const olds = blockOf(linesOf(search)).rows.map((text, row): SearchRow => {
    return { text, line: lineOf(row), swap: swapOf(text, file.line(lineOf(row))) };
  });
  if (olds.every(({ swap }) => swap === null)) return { ok: true, value: { search, replace } };
  // What only the model writes in this way, it may write so in new lines as well.
  const strange = new Map(
    joined(olds).flatMap(([written, real]) => (isAscii(written) ? [] : [[oddityOf(written), [written, real] as const] as const])),
  );
  const news = blockOf(linesOf(replace)).rows;
  const now: string[] = [];
  const rows = olds.map(({ text }) => text);
  for (const { same, from, to, newFrom, newTo } of compareRows(rows, news)) {
    const pairwise = same || to - from === newTo - newFrom;
    const replaced = olds.slice(from, to);
    const ofAll = new Map(joined(replaced));
    for (const [index, text] of news.slice(newFrom, newTo).entries()) {
      const kept = pairwise ? asSwap(at(replaced, index)) : NONE;
      const doubtful = pairwise ? kept.doubtful : ofAll;
      const own = carried(kept, text, (unit) => doubtful.has(unit) || (strange.has(oddityOf(unit)) && !isAscii(unit)));
      if (own === null) return inDoubt(first([...doubtful, ...strange.values()]), olds);
      now.push(own);
    }
  }
  const own = olds.map(({ text, swap }) => swap?.real.join("") ?? text);
  return { ok: true, value: { search: withRows(search, own), replace: withRows(replace, now) } };
}

const joined = (rows: readonly SearchRow[]): [string, string][] => rows.flatMap(({ swap }) => (swap ? [...swap.doubtful] : []));

const asSwap = ({ text, swap }: SearchRow): CharacterSwap => swap ?? { ...NONE, written: unitsOf(text), real: unitsOf(text) };

/** `null` where there is no such difference. */
function swapOf(row: string, own: string): CharacterSwap | null {
  if (row === own || (isAscii(row) && isAscii(own))) return null;
  const [written, theirs] = [unitsOf(row), unitsOf(own)];
  const real = [...written];
  const doubtful = new Map<string, string>();
  let [mine, there] = [0, 0];
  for (const { added, removed, count } of diffArrays(written.map(toPlainCharacters), theirs.map(toPlainCharacters), {
    maxEditLength: DIFFERENCES_MAX,
  }) ?? []) {
    for (let step = 0; step < count && !added && !removed; step++) {
      const [asked, found] = [at(written, mine + step), at(theirs, there + step)];
      real[mine + step] = found;
      if (asked.normalize("NFC") !== found.normalize("NFC")) doubtful.set(asked, found);
    }
    if (!added) mine += count;
    if (!removed) there += count;
  }
  return real.every((unit, index) => unit === written[index]) ? null : { written, real, doubtful };
}

/** A row of the replacement with the file's characters where it keeps the search text's; `null` where it adds some that are in doubt. */
function carried({ written, real }: CharacterSwap, row: string, isInDoubt: (unit: string) => boolean): string | null {
  const parts = written.length > 0 ? diffArrays([...written], unitsOf(row), { maxEditLength: DIFFERENCES_MAX }) : undefined;
  if (!parts) return unitsOf(row).some(isInDoubt) ? null : row;
  let unit = 0;
  let text = "";
  for (const { added, removed, value, count } of parts) {
    if (added && value.some(isInDoubt)) return null;
    if (!removed) text += added ? value.join("") : real.slice(unit, unit + count).join("");
    if (!added) unit += count;
  }
  return text;
}

function inDoubt([written, real]: readonly [string, string], olds: readonly SearchRow[]): Refusal {
  const { line: index } = at(
    olds,
    olds.findIndex(({ swap }) => swap?.doubtful.get(written) === real),
  );
  const line = index + 1;
  return noMatch(
    `Line ${line} of the file has ${nameOf(real)} where the search text has ${nameOf(written)}, and which of them the replacement means where it has more cannot be told.`,
    `Write ${nameOf(real)} in search and replacement wherever it is meant, or choose a search text without it.`,
    [line],
  );
}

function withRows(text: string, rows: readonly string[]): string {
  let next = 0;
  return text
    .split("\n")
    .map((line) => (isBlank(line) ? line : at(rows, next++)))
    .join("\n");
}
