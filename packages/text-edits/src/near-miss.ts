/** The refusal of a search text that is not in the file: it names the closest lines and the first difference, so that the next try succeeds. */
import { at } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { alreadyThere, noMatch, type Refusal, shortLine } from "./edit.ts";
import type { FileLines } from "./file-lines.ts";
import { styleKey, wordsOf } from "./line-likeness.ts";
import { differingCharacter, looksLike } from "./lookalikes.ts";
import type { Source } from "./source.ts";

/** Of a long search text, its first rows say enough. */
const ROWS_MAX = 60;
/** Words on more lines than this say nothing about the place. */
const COMMON = 40;
const WORDS_MAX = 5_000;
const SHOWN_MAX = 12;

export function nearMiss(source: Source, search: string, replace: string): Refusal {
  const rows = blockOf(linesOf(search)).rows;
  const now = blockOf(linesOf(replace)).rows;
  const there = now.length > 0 && /[\p{L}\p{N}]/u.test(replace) ? source.lines.find(now, "spacing", 2) : [];
  const [place, ...others] = there;
  if (place !== undefined && others.length === 0) return alreadyThere(source.lines.numberOf(place));
  const start = rows.length > 0 ? closest(source.lines, rows.slice(0, ROWS_MAX)) : null;
  if (start === null)
    return noMatch("The search text is not in the file, nor is anything like it.", "Read the file again and copy the lines exactly.");
  return describe(source.lines, rows, start);
}

/** The row of the file at which most words of the search text stand where they should. */
function closest(lines: FileLines, rows: readonly string[]): number | null {
  const places = lines.words();
  const score = new Map<number, number>();
  let left = WORDS_MAX;
  for (const [offset, row] of rows.entries()) {
    for (const word of new Set(wordsOf(looksLike(row)))) {
      const found = places.get(word);
      if (!found || found.length > COMMON || found.length > left) continue;
      left -= found.length;
      for (const place of found) score.set(place - offset, (score.get(place - offset) ?? 0) + 1 / found.length);
    }
  }
  let best: { place: number; value: number } | null = null;
  for (const [place, value] of score) if (best === null || value > best.value) best = { place, value };
  const place = best?.place ?? byRow(lines, rows);
  return place === null ? null : Math.max(0, place);
}

/** Where all words are common ones: at the first row that is there as it is. */
function byRow(lines: FileLines, rows: readonly string[]): number | null {
  for (const [offset, row] of rows.entries()) {
    const [place] = lines.find([row], "style", 1);
    if (place !== undefined) return place - offset;
  }
  return null;
}

/** Names a difference that is easily overlooked: a look-alike character, or upper and lower case. */
function causeOf(written: string, real: string): string {
  const character = differingCharacter(written, real);
  if (character !== null) return `\n${character}`;
  return written !== real && written.toLowerCase() === real.toLowerCase() ? "\nOnly upper and lower case differ." : "";
}

function describe(lines: FileLines, rows: readonly string[], start: number): Refusal {
  const differs = rows.findIndex((row, offset) => start + offset >= lines.length || styleKey(row) !== styleKey(lines.text(start + offset)));
  const offset = Math.max(0, differs);
  const end = Math.min(lines.length, start + rows.length);
  const line = lines.numberOf(start);
  const shownFrom = Math.max(start, Math.min(start + offset - SHOWN_MAX / 2, end - SHOWN_MAX));
  const shownTo = Math.min(end, shownFrom + SHOWN_MAX);
  const { file } = lines;
  const copy = file.flat.slice(file.startOf(lines.lineOf(shownFrom)), file.startOf(lines.lineOf(shownTo - 1) + 1));
  return noMatch(
    `The search text is not in the file. It is closest to the lines from ${line} on${differenceAt(lines, at(rows, offset), start + offset)}`,
    `If this is the place, search for the file's lines as they are:\n${copy.split("\n").map(shortLine).join("\n").trimEnd()}`,
    [line],
  );
}

function differenceAt(lines: FileLines, row: string, place: number): string {
  if (place >= lines.length) return ", but the file ends before it does.";
  const [searched, real] = [row.trim(), lines.text(place).trim()];
  return `; the first difference is at line ${lines.numberOf(place)}:\nsearched: ${shortLine(searched)}\nthe file: ${shortLine(real)}${causeOf(searched, real)}`;
}
