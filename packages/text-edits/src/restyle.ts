/**
 * Brings the rows of a replacement into the file's style. A model that shifts the indentation of its search text, or writes
 * other quotes, mostly does the same in its replacement, but not always: which of the two is seen from the rows that both
 * have. What cannot be known is a doubt, and then the edit is refused.
 */
import { depthOf } from "./depth.ts";
import type { EditRows, NewRow } from "./edit-rows.ts";
import type { FileText } from "./file-text.ts";
import { QuoteStyle } from "./quotes.ts";
import { bodyOf, styleSourceOf } from "./style-source.ts";

/** The row of the replacement as it belongs into the file, or `null` where that cannot be known. */
export function restyle(file: FileText, rows: EditRows, fileUnit: () => number): (row: NewRow) => string | null {
  const { olds, replace } = rows;
  const quotes = new QuoteStyle(file.flat);
  for (const { written, real } of olds) quotes.learn(written.trim(), real.trim());
  const source = styleSourceOf(rows, bodyOf);
  const showsQuotes = olds.some(({ written }) => /["']/.test(written));
  const isForeign = source === "model" || (source === "unknown" && !quotes.isFilesOwn(replace.rows)) || (source === "same" && !showsQuotes);
  const dropsEnds = olds.some(({ written, real }) => written.trimEnd() !== written && real.trimEnd() === real);
  const depth = depthOf(rows, fileUnit);
  const dropsEndings = doesDropEndings(rows);

  return (row) => {
    const indent = depth(row);
    if (indent === null || source === "mixed") return null;
    const body = row.text.trimStart();
    if (row.mate && source !== "file" && body.trimEnd() === bodyOf(row.mate.written)) return indent + row.mate.real.trimStart();
    const written = isForeign ? quotes.rewrite(body, source === "model" && quotes.differ) : body;
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
function doesDropEndings(rows: EditRows): boolean {
  const dropped = new Set(rows.olds.flatMap(({ written, real }) => (endingOf(written) === "" ? [endingOf(real)] : [])));
  dropped.delete("");
  const source = styleSourceOf(rows, endingOf);
  const hasThem = rows.news.some(({ text, mate }) => mate === null && dropped.has(endingOf(text)));
  return source === "model" || (source === "unknown" && !hasThem);
}

/** A line that ends with one of these continues in the next line. */
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
