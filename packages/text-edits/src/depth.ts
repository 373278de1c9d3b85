/** The indentation that a row of the replacement gets in the file. */
import { at, first } from "@edgewright/core";
import type { EditRows, NewRow, OldRow } from "./edit-rows.ts";
import { type IndentPair, indentShift, unitOf } from "./indentation.ts";
import { indentOf } from "./line-likeness.ts";
import { type StyleSource, styleSourceByCount, styleSourceOf } from "./style-source.ts";

type Depth = (row: NewRow) => string | null;

/** Resolves a row of the replacement to its indentation, or to `null` where that cannot be known. */
export function depthOf(rows: EditRows, fileUnit: () => number): Depth {
  const { search, replace, news } = rows;
  const pairs = rows.olds.map(pairOf);
  const start = first(pairs);
  const cut = cutAtStart(rows, start, pairs.slice(1), fileUnit);
  if (cut === "unsure") return () => null;
  if (cut === "sure") return (row) => (row === news[0] && indentOf(row.text) === "" ? start.real : indentOf(row.text));
  const source = indentSource(rows);
  if (source === "same" || source === "file") return ({ text }) => indentOf(text);
  if (source !== "model") return ({ text, mate }) => (mate && indentOf(text) === indentOf(mate.real) ? indentOf(text) : null);
  const shift = indentShift(pairs, { file: fileUnit, written: () => unitOf([...replace.rows, ...search.rows]) });
  const flat = isFlattened(replace.rows);
  return ({ text, mate }) => {
    const written = indentOf(text);
    if (mate && indentOf(mate.written) === written) return indentOf(mate.real);
    if (flat) return null;
    // The stars of a comment stand one space deeper than its start.
    const star = text.trimStart().startsWith("*") && written.endsWith(" ");
    const deeper = star ? shift(written.slice(0, -1)) : null;
    return deeper === null ? shift(written) : `${deeper} `;
  };
}

const pairOf = ({ written, real }: OldRow): IndentPair => ({ written: indentOf(written), real: indentOf(real) });

/** Whether a line that continues the one before it is not indented deeper: then the replacement has lost its indentation, and its depth says nothing. */
const isFlattened = (rows: readonly string[]): boolean =>
  new Set(rows.map(indentOf)).size === 1 &&
  rows.some((row, index) => {
    const next = rows[index + 1];
    if (
      next === undefined ||
      CLOSES.test(next) ||
      !(GOES_ON.test(row.trimEnd().slice(-3)) || TAG.test(row.trim()) || CARRIES_ON.test(next.trimStart()))
    )
      return false;
    return indentOf(next).length <= indentOf(row).length && !CARRIES_ON.test(row.trimStart());
  });

const GOES_ON = /[{([=]$|=>$|&&$|\|\|$/;
const CARRIES_ON = /^[.?:](?!\.)/;
const TAG = /^<\w[^/]*>$/;

/** Where no row is in all three, the first row of each change stands for what it replaces. */
function indentSource(rows: EditRows): StyleSource {
  const source = styleSourceOf(rows, indentOf);
  if (source !== "unknown") return source;
  let [model, file] = [0, 0];
  for (const { same, from, to, newFrom, newTo } of rows.stretches) {
    if (same || from === to || newFrom === newTo) continue;
    const { written, real } = pairOf(at(rows.olds, from));
    const now = indentOf(at(rows.news, newFrom).text);
    if (written === real) continue;
    if (now === written) model++;
    else if (now === real) file++;
  }
  return styleSourceByCount(model, file) ?? "unknown";
}

const OPENS = /[{([>:,=]$/;
/** A tag that is closed in its own line opens nothing. */
const CLOSED_TAG = /(?:\/|<\/[\w.]*)>$/;
const opens = (row: string): boolean => OPENS.test(row.trimEnd().slice(-1)) && !CLOSED_TAG.test(row.trimEnd());
const CLOSES = /^\s*(?:[)\]}]|<\/)/;

/**
 * A search text often loses the indentation of its first row only, when its ends are trimmed; then all other rows are right as
 * they are. With nothing but that row to go by, the replacement has to look the one way or the other.
 */
function cutAtStart(
  { search, olds, news }: EditRows,
  start: IndentPair,
  others: readonly IndentPair[],
  fileUnit: () => number,
): "sure" | "unsure" | null {
  if (start.written !== "" || start.real === "" || others.some((pair) => pair.written !== pair.real)) return null;
  const [now, ...rest] = news;
  if (!now || indentOf(now.text) !== "") return "sure";
  const fits = now.mate === first(olds) || fitsBefore(now.text, rest[0]?.text, start.real, fileUnit);
  const unmatched = rest.filter(({ mate }) => mate === null || mate === first(olds)).map(({ text }) => indentOf(text));
  if (others.some(({ real }) => real !== "")) return fits && !unmatched.includes("") ? "sure" : "unsure";
  if (unmatched.every((indent) => indent.length >= start.real.length)) return fits ? "sure" : "unsure";
  if (search.rows.length > 1) return "unsure";
  const indents = rest.map(({ text }) => indentOf(text));
  const isBlock = opens(now.text) && indents[0] !== "" && indents.at(-1) === "";
  const isFlat = indents.every((indent) => indent === "") && !news.some(({ text }) => CLOSES.test(text));
  return isBlock || isFlat ? null : "unsure";
}

/** Whether a row can stand at this depth, by the row that follows it. */
function fitsBefore(row: string, next: string | undefined, indent: string, fileUnit: () => number): boolean {
  if (next === undefined) return true;
  const depth = indentOf(next).length - indent.length;
  if (opens(row)) return depth > 0 || CLOSES.test(next);
  return CLOSES.test(next) ? depth === -fileUnit() : depth === 0;
}
