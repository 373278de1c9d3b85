/** Where in a file an edit belongs, and what it changes there: exactly, then whatever the white space, then whatever the marks of style and with lines left out. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { alreadyThere, ambiguous, type Edit, noMatch, shown } from "./edit.ts";
import { withoutElisions } from "./elided.ts";
import { type Change, plain } from "./file-text.ts";
import { findText } from "./find-text.ts";
import { isBlank, isElision, wordsOf } from "./line-likeness.ts";
import { type Merged, mergeEdit, type Placed } from "./merge.ts";
import { nearMiss } from "./near-miss.ts";
import type { Source } from "./source.ts";

const PLACES_MAX = 21;
/** White space makes a search text longer than the file, but not without end. */
const MUCH_LONGER = 4;
const PADDING_MAX = 10_000;

/** Changes in order, at one place of the file as it is. */
export function locate(source: Source, { search: rawSearch, replace: rawReplace }: Edit): Outcome<Change[]> {
  const search = plain(rawSearch);
  const replace = plain(rawReplace);
  const { flat } = source.text;
  if (search === "") {
    if (flat === "") return ok([{ start: 0, end: 0, text: replace }]);
    return noMatch("The search text is empty.", "Give the lines to be replaced, or write the whole file.");
  }
  if (search === replace) return noMatch("Search and replacement are the same: there is nothing to change.", "Leave this edit out.");
  if (isBlank(search) && findText(flat, search, 1).length === 0)
    return noMatch("The search text is only white space.", "Add a line with words on it.");
  if (search.length > flat.length * MUCH_LONGER + PADDING_MAX)
    return noMatch("The search text is much longer than the file.", "Read the file again.");
  const lazy = lazyLine(search, replace);
  if (lazy)
    return noMatch(`The replacement leaves code out: ${shown(lazy)}`, "Write the replacement out in full; what is not in it is deleted.");
  return exact(source, search, replace) ?? alike(source, search, replace) ?? nearMiss(source, search, replace);
}

function exact(source: Source, search: string, replace: string): Outcome<Change[]> | null {
  const { text } = source;
  const all = findText(text.flat, search, PLACES_MAX);
  const whole = all.length > 1 ? all.filter((at) => isWhole(text.flat, at, search.length)) : all;
  if (all.length === PLACES_MAX)
    return ambiguous(
      all.map((start) => text.lineOf(start)),
      true,
    );
  const [at, ...more] = whole.length > 0 ? whole : all;
  if (at === undefined) return null;
  if (more.length > 0)
    return ambiguous(
      whole.map((start) => text.lineOf(start)),
      false,
    );
  if (isCut(text.flat, at, search, replace)) return rowByRow(source, search, replace, source.lines.placeOf(text.lineOf(at) - 1));
  const lost = text.flat.slice(text.flat.lastIndexOf("\n", at - 1) + 1, at);
  if (at > 0 && lost !== "" && isBlank(lost) && /^\s+\S/.test(replace) && !isBlank(search[0]!)) {
    // The rest of the search text is as it is in the file, and so is all of the replacement.
    if (!replace.startsWith(lost))
      return noMatch(`The search text starts within line ${text.lineOf(at)}.`, "Start it with the whole line.", [text.lineOf(at)]);
    return ok([{ start: at - lost.length, end: at + search.length, text: replace }]);
  }
  if (isApplied(text.flat, at, search, replace)) return alreadyThere(text.lineOf(at));
  return ok([{ start: at, end: at + search.length, text: replace }]);
}

/** The same text, line by line, whatever the white space and then the marks of style. */
function alike(source: Source, search: string, replace: string): Outcome<Change[]> | null {
  const block = blockOf(linesOf(search));
  // Brackets alone are all over a file, and say nothing if they are not exact.
  if (!block.rows.some((row) => wordsOf(row).length > 0)) return null;
  for (const likeness of ["spacing", "style"] as const) {
    const places = source.lines.find(block.rows, likeness, PLACES_MAX);
    if (places.length > 1)
      return ambiguous(
        places.map((place) => lineNumber(source, place)),
        places.length === PLACES_MAX,
      );
    if (places.length === 1) return rowByRow(source, search, replace, places[0]!);
  }
  return block.rows.some(isElision) ? pieceByPiece(source, search, replace) : null;
}

function pieceByPiece(source: Source, search: string, replace: string): Outcome<Change[]> | null {
  const meant = withoutElisions(source.lines, linesOf(search), linesOf(replace));
  if (meant === null) {
    return noMatch("Search and replacement leave out different lines.", "Write all lines out, or leave out the same ones in both.");
  }
  if (meant.length === 0) return null;
  const merged = meant.map((placed) => mergeEdit(source.text, placed, source.indentUnit));
  const ways = new Set(merged.map((way) => JSON.stringify(way)));
  if (ways.size > 1)
    return ambiguous(
      meant.map(({ at }) => at[0]! + 1),
      false,
    );
  return settle(meant[0]!, merged[0]!);
}

function rowByRow(source: Source, search: string, replace: string, place: number): Outcome<Change[]> {
  const block = blockOf(linesOf(search));
  const at = Array.from(source.lines.lineAt.subarray(place, place + block.rows.length));
  const placed: Placed = { search: block, replace: blockOf(linesOf(replace)), at, elided: new Set() };
  return settle(placed, mergeEdit(source.text, placed, source.indentUnit));
}

function settle({ at }: Placed, merged: Merged): Outcome<Change[]> {
  const line = at[0]! + 1;
  if ("doubt" in merged) {
    return noMatch(
      `The search text is like the lines from ${line} on, but ${merged.doubt}.`,
      "Copy those lines exactly, with their white space and quotes, into the search text.",
      [line],
    );
  }
  return merged.changes.length > 0 ? ok(merged.changes) : alreadyThere(line);
}

/**
 * Whether the place is whole lines but for what search texts lose at their ends: the indentation of the first line, a comma or
 * semicolon of the last, a blank line before or after. Put in as it is, the replacement would be indented twice or not at all,
 * or double the comma or the blank line.
 */
function isCut(flat: string, at: number, search: string, replace: string): boolean {
  const end = at + search.length;
  const lineStart = flat.lastIndexOf("\n", at - 1) + 1;
  const lineEnd = search.endsWith("\n") ? end : flat.indexOf("\n", end);
  const [before, after] = [flat.slice(lineStart, at), flat.slice(end, lineEnd).trimEnd()];
  if (!isBlank(before) || !/^[,;]*$/.test(after) || isBlank(search)) return false;
  const isSimple = !isBlank(search[0]!) && !/^\s|\n/.test(replace);
  if (before !== "" && at > 0 && !isSimple) return true;
  if (after !== "" && (replace.trimEnd().endsWith(after) || hasOpenEnds(search, replace))) return true;
  if (before !== "" || after !== "") return false;
  const [firstIsBlank, lastIsBlank] = [isBlank(linesOf(replace)[0] ?? ""), isBlank(linesOf(replace).at(-1) ?? "")];
  const doublesAbove =
    firstIsBlank &&
    !isBlank(linesOf(search)[0]!) &&
    lineStart > 1 &&
    isBlank(flat.slice(flat.lastIndexOf("\n", lineStart - 2) + 1, lineStart));
  const next = search.endsWith("\n") ? end : lineEnd + 1;
  const doublesBelow =
    lastIsBlank && !isBlank(linesOf(search).at(-1)!) && next < flat.length && isBlank(flat.slice(next, flat.indexOf("\n", next)));
  return replace !== "" && (doublesAbove || doublesBelow);
}

/** Whether new lines before the last one end without a comma or semicolon, as the search text does where the file has one. */
function hasOpenEnds(search: string, replace: string): boolean {
  const old = new Set(linesOf(search).map((line) => line.trim()));
  const news = linesOf(replace)
    .slice(0, -1)
    .map((line) => line.trim());
  return news.some((line) => !old.has(line) && /[\w)\]"'`]$/.test(line));
}

/** Whether what the edit adds to the text it keeps is there already. Brackets alone say nothing. */
function isApplied(flat: string, at: number, search: string, replace: string): boolean {
  const [kept] = findText(replace, search, 1);
  if (kept === undefined || at < kept || !flat.startsWith(replace, at - kept)) return false;
  return /[\p{L}\p{N}]/u.test(replace.slice(0, kept)) || /[\p{L}\p{N}]/u.test(replace.slice(kept + search.length));
}

/** Whether a place starts and ends where words do: `x1` does not stand in `x12`. */
function isWhole(flat: string, at: number, length: number): boolean {
  const splits = (offset: number) => /^[\w$]{2}$/.test(flat.slice(offset - 1, offset + 1));
  return !(at > 0 && splits(at)) && !splits(at + length);
}

const LAZY = /\b(existing|rest of|remain(s|ing)?|unchanged|same as|as before|previous)\b/i;

/** A line such as `// ... existing code ...` that the search text does not have. It would end up in the file in place of that code. */
function lazyLine(search: string, replace: string): string | undefined {
  if (!LAZY.test(replace)) return undefined;
  const present = new Set(
    linesOf(search)
      .filter(isElision)
      .map((line) => line.trim()),
  );
  return linesOf(replace).find((line) => isElision(line) && LAZY.test(line) && !present.has(line.trim()));
}

const lineNumber = (source: Source, place: number): number => source.lines.lineAt[place]! + 1;
