/**
 * Brings the rows of a replacement into the file's hand. A model that shifts the indentation of its search text, or writes
 * other quotes, mostly does the same in its replacement, but not always: which of the two is seen from the rows that both
 * have. What cannot be known is a doubt, and then the edit is refused.
 */
import { depthOf } from "./depth.ts";
import type { FileText } from "./file-text.ts";
import { bodyOf, handOf } from "./hand.ts";
import { QuoteStyle } from "./quotes.ts";
import type { NewRow, Rows } from "./rows.ts";

/** The row of the replacement as it belongs into the file, or `null` where that cannot be known. */
export function restyle(file: FileText, rows: Rows, fileUnit: () => number): (row: NewRow) => string | null {
  const { olds, replace } = rows;
  const quotes = new QuoteStyle(file.flat);
  for (const { written, real } of olds) quotes.learn(written.trim(), real.trim());
  const hand = handOf(rows, bodyOf);
  const showsQuotes = olds.some(({ written }) => /["']/.test(written));
  const isForeign = hand === "model" || (hand === "unknown" && !quotes.isFilesOwn(replace.rows)) || (hand === "same" && !showsQuotes);
  const dropsEnds = olds.some(({ written, real }) => written.trimEnd() !== written && real.trimEnd() === real);
  const depth = depthOf(rows, fileUnit);
  const dropsEndings = doesDropEndings(rows);

  return (row) => {
    const indent = depth(row);
    if (indent === null || hand === "mixed") return null;
    const body = row.text.trimStart();
    if (row.mate && hand !== "file" && body.trimEnd() === bodyOf(row.mate.written)) return indent + row.mate.real.trimStart();
    const written = isForeign ? quotes.rewrite(body, hand === "model" && quotes.differ) : body;
    if (written === null) return null;
    const rest = isForeign && dropsEndings ? withEnding(row, written) : written;
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
  const dropped = new Set(rows.olds.flatMap(({ written, real }) => (endingOf(written) === "" ? [endingOf(real)] : [])));
  dropped.delete("");
  const hand = handOf(rows, endingOf);
  const hasThem = rows.news.some(({ text, mate }) => mate === null && dropped.has(endingOf(text)));
  return hand === "model" || (hand === "unknown" && !hasThem);
}

/** What such a line ends with goes on in the next one. */
const GOES_ON = /[{([<>=:?&|+*,;-]$/;
const BRACKETS = /^[)\]}\s]*$/;

/** A comma or semicolon that the model left off what it replaces is still the file's; where it belongs on other lines is not known. */
function withEnding({ text, replaced }: NewRow, body: string): string | null {
  const written = text.trimEnd();
  const end = written.slice(-1);
  if (replaced === null) return GOES_ON.test(end) ? body : null;
  const [mine, real] = [endingOf(replaced.written), endingOf(replaced.real)];
  if (endingOf(written) !== mine) return body;
  if (mine === real) return GOES_ON.test(end) || replaced.written.trimEnd().endsWith(end) ? body : null;
  if (GOES_ON.test(end) || written.includes("//") || BRACKETS.test(written)) return null;
  const trimmed = body.trimEnd();
  return trimmed.slice(0, trimmed.length - mine.length) + real;
}
