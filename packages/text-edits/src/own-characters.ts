/**
 * An edit in the file's own characters, where search text and file only look the same: what the replacement keeps of the search
 * text becomes what stands in the file. Where the replacement has more of such characters, nobody knows which it means.
 */
import { diffArrays } from "diff";
import { blockOf, compareRows, linesOf } from "./block.ts";
import { type Edit, noMatch, type Refusal } from "./edit.ts";
import type { FileText } from "./file-text.ts";
import { isBlank } from "./line-likeness.ts";
import { isAscii, nameOf, oddityOf, plainest, unitsOf } from "./lookalikes.ts";

/** A row of the search text unit by unit, each as written and as it is in the file. */
type Swap = { written: readonly string[]; real: readonly string[]; doubtful: Doubtful };
/** Units as written, and what they are in the file, that do not say the same. */
type Doubtful = ReadonlyMap<string, string>;

const NONE: Swap = { written: [], real: [], doubtful: new Map() };

/** Of a long line with more differences than this, nothing is carried over. */
const DIFFERENCES_MAX = 60;

/** @param at the file's line, from 0, of each row of the search text */
export function inOwnCharacters(file: FileText, { search, replace }: Edit, at: readonly number[]): { ok: true; value: Edit } | Refusal {
  const rows = blockOf(linesOf(search)).rows;
  const swaps = rows.map((row, index) => swapOf(row, file.line(at[index]!)));
  const found = swaps.filter((swap) => swap !== null);
  if (found.length === 0) return { ok: true, value: { search, replace } };
  // What only the model writes in this way, it may write so in new lines as well.
  const strange = new Map(
    joined(found).flatMap(([written, real]) => (isAscii(written) ? [] : [[oddityOf(written), [written, real] as const] as const])),
  );
  const now = [...blockOf(linesOf(replace)).rows];
  for (const { same, from, to, newFrom, newTo } of compareRows(rows, now)) {
    const pairwise = same || to - from === newTo - newFrom;
    const ofAll = pairwise ? null : new Map(joined(swaps.slice(from, to)));
    for (let row = newFrom; row < newTo; row++) {
      const old = from + row - newFrom;
      const kept = pairwise ? (swaps[old] ?? unchanged(rows[old]!)) : NONE;
      const doubtful = ofAll ?? kept.doubtful;
      const text = carried(kept, now[row]!, (unit) => doubtful.has(unit) || (strange.has(oddityOf(unit)) && !isAscii(unit)));
      if (text === null) return inDoubt([...doubtful, ...strange.values()][0]!, swaps, at);
      now[row] = text;
    }
  }
  const own = rows.map((row, index) => swaps[index]?.real.join("") ?? row);
  return { ok: true, value: { search: withRows(search, own), replace: withRows(replace, now) } };
}

const joined = (swaps: readonly (Swap | null)[]): [string, string][] => swaps.flatMap((swap) => (swap ? [...swap.doubtful] : []));

const unchanged = (row: string): Swap => ({ ...NONE, written: unitsOf(row), real: unitsOf(row) });

/** `null` where there is no such difference. */
function swapOf(row: string, own: string): Swap | null {
  if (row === own || (isAscii(row) && isAscii(own))) return null;
  const [written, theirs] = [unitsOf(row), unitsOf(own)];
  const real = [...written];
  const doubtful = new Map<string, string>();
  let [mine, there] = [0, 0];
  for (const { added, removed, count } of diffArrays(written.map(plainest), theirs.map(plainest), { maxEditLength: DIFFERENCES_MAX }) ??
    []) {
    for (let step = 0; step < count && !added && !removed; step++) {
      const [asked, found] = [written[mine + step]!, theirs[there + step]!];
      real[mine + step] = found;
      if (asked.normalize("NFC") !== found.normalize("NFC")) doubtful.set(asked, found);
    }
    if (!added) mine += count;
    if (!removed) there += count;
  }
  return real.every((unit, index) => unit === written[index]) ? null : { written, real, doubtful };
}

/** A row of the replacement with the file's characters where it keeps the search text's; `null` where it adds some that are in doubt. */
function carried({ written, real }: Swap, row: string, isInDoubt: (unit: string) => boolean): string | null {
  const parts = written.length > 0 ? diffArrays([...written], unitsOf(row), { maxEditLength: DIFFERENCES_MAX }) : undefined;
  if (!parts) return unitsOf(row).some(isInDoubt) ? null : row;
  let at = 0;
  let text = "";
  for (const { added, removed, value, count } of parts) {
    if (added && value.some(isInDoubt)) return null;
    if (!removed) text += added ? value.join("") : real.slice(at, at + count).join("");
    if (!added) at += count;
  }
  return text;
}

function inDoubt([written, real]: readonly [string, string], swaps: readonly (Swap | null)[], at: readonly number[]): Refusal {
  const line = at[swaps.findIndex((swap) => swap?.doubtful.get(written) === real)]! + 1;
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
    .map((line) => (isBlank(line) ? line : rows[next++]!))
    .join("\n");
}
