/**
 * Brings the rows of a replacement into the file's hand. A model that shifts the indentation of its search text, or writes
 * other quotes, mostly does the same in its replacement, but not always: which of the two is seen from the rows that both
 * have. What cannot be known is a doubt, and then the edit is refused.
 */
import { depthOf } from "./depth.ts";
import type { FileText } from "./file-text.ts";
import { bodyOf, handOf } from "./hand.ts";
import { QuoteStyle } from "./quotes.ts";
import type { Rows } from "./rows.ts";

/** The row of the replacement as it belongs into the file, or `null` where that cannot be known. */
export function restyle(file: FileText, rows: Rows, fileUnit: () => number): (row: number) => string | null {
  const { search, replace, own, mates } = rows;
  const quotes = new QuoteStyle(file.flat);
  for (const [index, row] of search.rows.entries()) quotes.learn(row.trim(), own[index]!.trim());
  const hand = handOf(rows, bodyOf);
  const showsQuotes = search.rows.some((row) => /["']/.test(row));
  const isForeign = hand === "model" || (hand === "unknown" && !quotes.isFilesOwn(replace.rows)) || (hand === "same" && !showsQuotes);
  const dropsEnds = search.rows.some((row, index) => row.trimEnd() !== row && own[index]!.trimEnd() === own[index]);
  const depth = depthOf(rows, fileUnit);
  const dropsEndings = doesDropEndings(rows);

  return (row) => {
    const indent = depth(row);
    if (indent === null || hand === "mixed") return null;
    const mate = mates[row]!;
    const body = replace.rows[row]!.trimStart();
    if (mate >= 0 && hand !== "file" && body.trimEnd() === bodyOf(search.rows[mate]!)) return indent + own[mate]!.trimStart();
    const written = isForeign ? quotes.rewrite(body, hand === "model" && quotes.differ) : body;
    if (written === null) return null;
    const rest = isForeign && dropsEndings ? withEnding(rows, row, written) : written;
    return rest === null ? null : indent + (dropsEnds ? rest.trimEnd() : rest);
  };
}

/** The commas and semicolons at the end of a line. */
function endingOf(line: string): string {
  const end = line.trimEnd();
  let at = end.length;
  while (end[at - 1] === "," || end[at - 1] === ";") at--;
  return end.slice(at);
}

/** Whether the replacement, as the search text, leaves off commas and semicolons that the file has. */
function doesDropEndings(rows: Rows): boolean {
  const { search, own, replace, mates } = rows;
  const dropped = new Set(search.rows.flatMap((row, index) => (endingOf(row) === "" ? [endingOf(own[index]!)] : [])));
  dropped.delete("");
  const hand = handOf(rows, endingOf);
  const hasThem = replace.rows.some((row, index) => mates[index]! < 0 && dropped.has(endingOf(row)));
  return hand === "model" || (hand === "unknown" && !hasThem);
}

/** What such a line ends with goes on in the next one. */
const GOES_ON = /[{([<>=:?&|+*,;-]$/;
const BRACKETS = /^[)\]}\s]*$/;

/** A comma or semicolon that the model left off what it replaces is still the file's; where it belongs on other lines is not known. */
function withEnding({ search, own, replace, stretches }: Rows, row: number, body: string): string | null {
  const stretch = stretches.find(({ newFrom, newTo }) => row >= newFrom && row < newTo)!;
  const written = replace.rows[row]!.trimEnd();
  const last = written.slice(-1);
  const count = stretch.to - stretch.from;
  const pairwise = count === stretch.newTo - stretch.newFrom;
  if (count === 0 || !(pairwise || row === stretch.newTo - 1)) return GOES_ON.test(last) ? body : null;
  const old = pairwise ? stretch.from + row - stretch.newFrom : stretch.to - 1;
  const [mine, real] = [endingOf(search.rows[old]!), endingOf(own[old]!)];
  if (endingOf(written) !== mine) return body;
  if (mine === real) return GOES_ON.test(last) || search.rows[old]!.trimEnd().endsWith(last) ? body : null;
  if (GOES_ON.test(last) || written.includes("//") || BRACKETS.test(written)) return null;
  const end = body.trimEnd();
  return end.slice(0, end.length - mine.length) + real;
}
