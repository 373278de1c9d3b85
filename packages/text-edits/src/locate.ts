/** Where in a file an edit belongs, and what it changes there: exactly, then whatever the white space, then whatever the marks of style and with lines left out. */
import { ok } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { ambiguousMatch, type Edit, type LocateResult, noMatch, nothingToDo, PLACES_MAX, shortLine } from "./edit.ts";
import { withoutElisions } from "./elided.ts";
import { locateExactly } from "./exact.ts";
import { withLineFeeds } from "./file-text.ts";
import { findText } from "./find-text.ts";
import { isBlank, isElision, type Likeness, wordsOf } from "./line-likeness.ts";
import { isAscii } from "./lookalikes.ts";
import { mergeEdit } from "./merge.ts";
import { nearMiss } from "./near-miss.ts";
import { bringsNumbers, withoutNumbers } from "./numbered.ts";
import { changesOrRefusal, rowByRow, startOf } from "./place.ts";
import type { Source } from "./source.ts";
import { refuseWrapped } from "./wrapped-search.ts";

/** A file with more characters, which is data and no code, is searched for exactly what is written. */
export const EXACT_ABOVE = 128 * 1024;
/** White space makes a search text longer than the file, but not without end. */
const MUCH_LONGER = 4;
const PADDING_MAX = 10_000;

/** Changes in order, at one place of the file as it is. */
export function locate(source: Source, { search: rawSearch, replace: rawReplace }: Edit): LocateResult {
  const search = withLineFeeds(rawSearch);
  const replace = withLineFeeds(rawReplace);
  const { flat } = source.text;
  if (search === "") {
    if (flat === "") return ok([{ start: 0, end: 0, text: replace }]);
    return noMatch("The search text is empty.", "Give the lines to be replaced, or write the whole file.");
  }
  if (search === replace) return nothingToDo("Search and replacement are the same.");
  if (isBlank(search) && findText(flat, search, 1).length === 0)
    return noMatch("The search text is only white space.", "Add a line with words on it.");
  if (search.length > flat.length * MUCH_LONGER + PADDING_MAX)
    return noMatch("The search text is much longer than the file.", "Read the file again.");
  const lazy = lazyLine(search, replace);
  if (lazy)
    return noMatch(
      `The replacement leaves code out: ${shortLine(lazy)}`,
      "Write the replacement out in full; what is not in it is deleted.",
    );
  const exact = locateExactly(source, search, replace);
  if (!exact && flat.length > EXACT_ABOVE)
    return noMatch(
      "The search text is not in the file as it is written.",
      `Read those lines again and copy them exactly: in a file of more than ${EXACT_ABOVE / 1024} KB nothing that is only like it is looked for.`,
    );
  const found = exact ?? alike(source, search, replace);
  if (found?.ok) return withoutNew(source, replace, found);
  const edit = { search, replace };
  return found ?? withoutNumbers(source, edit) ?? refuseWrapped(source, edit) ?? nearMiss(source, search, replace);
}

/** Line numbers that only the replacement has would end up in the file. */
function withoutNew(source: Source, replace: string, found: LocateResult): LocateResult {
  const [change] = found.ok ? found.value : [];
  const line = change ? source.text.lineOf(change.start) : 0;
  if (!bringsNumbers(replace, line)) return found;
  return noMatch(`The replacement has line numbers, from ${line} on.`, "Leave them off: they are not part of the file.", [line]);
}

/** The same text, line by line, whatever the white space and then the marks of style. */
function alike(source: Source, search: string, replace: string): LocateResult | null {
  const block = blockOf(linesOf(search));
  // Brackets alone are all over a file, and say nothing if they are not exact.
  if (!block.rows.some((row) => wordsOf(row).length > 0)) return null;
  for (const likeness of passes(source, search)) {
    const places = source.lines.find(block.rows, likeness, PLACES_MAX);
    if (places.length > 1)
      return ambiguousMatch(
        places.map((place) => source.lines.numberOf(place)),
        places.length === PLACES_MAX,
      );
    const [place] = places;
    if (place !== undefined) return rowByRow(source, search, replace, place);
  }
  return block.rows.some(isElision) ? pieceByPiece(source, search, replace) : null;
}

function passes(source: Source, search: string): Likeness[] {
  return source.isAscii && isAscii(search) ? ["spacing", "style"] : ["spacing", "style", "looks"];
}

function pieceByPiece(source: Source, search: string, replace: string): LocateResult | null {
  const meant = withoutElisions(source.lines, linesOf(search), linesOf(replace));
  if (meant === null) {
    return noMatch("Search and replacement leave out different lines.", "Write all lines out, or leave out the same ones in both.");
  }
  const [way, ...others] = meant.map((placed) => ({ placed, merged: mergeEdit(source.text, placed, source.indentUnit) }));
  if (!way) return null;
  if (others.some(({ merged }) => JSON.stringify(merged) !== JSON.stringify(way.merged))) return ambiguousMatch(meant.map(startOf), false);
  return changesOrRefusal(way.placed, way.merged);
}

const LAZY = /\b(existing|rest of|remain(s|ing)?|unchanged|same as|as before|previous)\b/i;

/** The whole of a comment that stands for code, without the dots of an elision. */
const REMARK =
  /^(?:\/\/|#|\{?\s*\/\*|<!--)\s*(?:(?:the |your |keep |all )*(?:(?:rest|remainder) of (?:the |your )?|(?:existing|previous|remaining|original|other) )(?:code|file|component|functions?|imports?|implementation|content|class|jsx|styles|logic|methods?|props)|(?:code )?unchanged)(?: (?:remains?|stays?|is|are|goes|the same|unchanged|here|as (?:before|is)))*\s*(?:\*\/\}?|-->)?$/i;

/** A line such as `// ... existing code ...` that the search text does not have. It would end up in the file in place of that code. */
function lazyLine(search: string, replace: string): string | undefined {
  if (!LAZY.test(replace)) return undefined;
  const isLazy = (line: string) => (isElision(line) && LAZY.test(line)) || REMARK.test(line.trim());
  const present = new Set(
    linesOf(search)
      .filter(isLazy)
      .map((line) => line.trim()),
  );
  return linesOf(replace).find((line) => isLazy(line) && !present.has(line.trim()));
}
