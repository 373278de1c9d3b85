/** The exact pass: text that stands in the file as it is, once. It is put in as it is too, but for what search texts lose at their ends. */
import { first, last, ok } from "@edgewright/core";
import { linesOf } from "./block.ts";
import { alreadyThere, ambiguousMatch, type LocateResult, noMatch, PLACES_MAX } from "./edit.ts";
import { findText } from "./find-text.ts";
import { isBlank } from "./line-likeness.ts";
import { rowByRow } from "./place.ts";
import type { Source } from "./source.ts";

/** `null` if the text is not in the file. */
export function locateExactly(source: Source, search: string, replace: string): LocateResult | null {
  const { text } = source;
  const all = findText(text.flat, search, PLACES_MAX);
  const whole = all.filter((start) => isWhole(text.flat, start, search.length));
  const isMany = all.length === PLACES_MAX;
  const meant = whole.length > 0 && !isMany ? whole : all;
  if (meant.length > 1) {
    const lines = meant.map((start) => text.lineOf(start));
    return ambiguousMatch(lines, isMany);
  }
  const [at] = meant;
  if (at === undefined) return null;
  if (isCut(text.flat, at, search, replace)) return rowByRow(source, search, replace, source.lines.placeOf(text.lineOf(at) - 1));
  const lost = text.flat.slice(text.flat.lastIndexOf("\n", at - 1) + 1, at);
  if (at > 0 && lost !== "" && isBlank(lost) && !isBlank(search.slice(0, 1)) && /^\s+\S/.test(replace)) {
    // The replacement has the indentation that the search text lost, so it starts where the line does.
    if (replace.startsWith(lost)) return ok([{ start: at - lost.length, end: at + search.length, text: replace }]);
    return noMatch(`The search text starts within line ${text.lineOf(at)}.`, "Start it with the whole line.", [text.lineOf(at)]);
  }
  if (isApplied(text.flat, at, search, replace)) return alreadyThere(text.lineOf(at));
  return ok([{ start: at, end: at + search.length, text: replace }]);
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
  const isSimple = !isBlank(search.slice(0, 1)) && !/^\s|\n/.test(replace);
  if (before !== "" && at > 0 && !isSimple) return true;
  if (after !== "" && (replace.trimEnd().endsWith(after) || hasOpenEnds(search, replace))) return true;
  if (before !== "" || after !== "") return false;
  const [firstIsBlank, lastIsBlank] = [isBlank(linesOf(replace)[0] ?? ""), isBlank(linesOf(replace).at(-1) ?? "")];
  const doublesAbove =
    firstIsBlank &&
    !isBlank(first(linesOf(search))) &&
    lineStart > 1 &&
    isBlank(flat.slice(flat.lastIndexOf("\n", lineStart - 2) + 1, lineStart));
  const next = search.endsWith("\n") ? end : lineEnd + 1;
  const doublesBelow =
    lastIsBlank && !isBlank(last(linesOf(search))) && next < flat.length && isBlank(flat.slice(next, flat.indexOf("\n", next)));
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
