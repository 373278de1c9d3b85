/** Where in a file an edit belongs, and what it changes there: exactly, then whatever the white space, then whatever the marks of style and with lines left out. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { ambiguous, type Edit, noMatch, PLACES_MAX, shown } from "./edit.ts";
import { withoutElisions } from "./elided.ts";
import { exact } from "./exact.ts";
import { type Change, plain } from "./file-text.ts";
import { findText } from "./find-text.ts";
import { isBlank, isElision, wordsOf } from "./line-likeness.ts";
import { mergeEdit } from "./merge.ts";
import { nearMiss } from "./near-miss.ts";
import { rowByRow, settle } from "./place.ts";
import type { Source } from "./source.ts";

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
