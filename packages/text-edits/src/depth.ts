/** The indentation that a row of the replacement gets in the file. */
import { handOf } from "./hand.ts";
import { type IndentPair, indentShift, unitOf } from "./indentation.ts";
import { indentOf } from "./line-likeness.ts";
import type { Rows } from "./rows.ts";

type Depth = (row: number) => string | null;

/** Resolves a row of the replacement to its indentation, or to `null` where that cannot be known. */
export function depthOf(rows: Rows, fileUnit: () => number): Depth {
  const { search, replace, own, mates } = rows;
  const written = replace.rows.map(indentOf);
  const pairs = search.rows.map((row, index): IndentPair => ({ written: indentOf(row), real: indentOf(own[index]!) }));
  const cut = cutAtStart(rows, pairs, written, fileUnit);
  if (cut) return (row) => (cut === "unsure" ? null : row === 0 && written[0] === "" ? pairs[0]!.real : written[row]!);
  const hand = indentHand(rows);
  if (hand === "same" || hand === "file") return (row) => written[row]!;
  if (hand !== "model") return (row) => (mates[row]! >= 0 && written[row] === pairs[mates[row]!]!.real ? written[row]! : null);
  const shift = indentShift(pairs, { file: fileUnit, written: () => unitOf([...replace.rows, ...search.rows]) });
  const flat = isFlattened(replace.rows);
  return (row) => {
    const mate = mates[row]!;
    if (mate >= 0 && pairs[mate]!.written === written[row]) return pairs[mate]!.real;
    if (flat) return null;
    // The stars of a comment stand one space deeper than its start.
    const star = replace.rows[row]!.trimStart().startsWith("*") && written[row]!.endsWith(" ");
    const start = star ? shift(written[row]!.slice(0, -1)) : null;
    return start === null ? shift(written[row]!) : `${start} `;
  };
}

/** Whether lines that go on in others, or go others on, stand no less deep than those: then nothing can be told from the depth. */
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
function indentHand(rows: Rows): ReturnType<typeof handOf> {
  const hand = handOf(rows, indentOf);
  if (hand !== "unknown") return hand;
  let [model, file] = [0, 0];
  for (const { same, from, to, newFrom, newTo } of rows.stretches) {
    if (same || from === to || newFrom === newTo) continue;
    const [written, real, now] = [indentOf(rows.search.rows[from]!), indentOf(rows.own[from]!), indentOf(rows.replace.rows[newFrom]!)];
    if (written === real) continue;
    if (now === written) model++;
    else if (now === real) file++;
  }
  if (model > 0 && file > 0) return "mixed";
  return model > 0 ? "model" : file > 0 ? "file" : "unknown";
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
  { search, replace, mates }: Rows,
  pairs: readonly IndentPair[],
  written: readonly string[],
  fileUnit: () => number,
): "sure" | "unsure" | null {
  const [first, ...rest] = pairs;
  if (first!.written !== "" || first!.real === "" || rest.some((pair) => pair.written !== pair.real)) return null;
  if (written[0] !== "") return "sure";
  const fits = mates[0] === 0 || fitsBefore(replace.rows, first!.real, fileUnit);
  const news = written.filter((_, row) => row > 0 && mates[row]! <= 0);
  if (rest.some(({ real }) => real !== "")) return fits && !news.includes("") ? "sure" : "unsure";
  if (news.every((indent) => indent.length >= first!.real.length)) return fits ? "sure" : "unsure";
  if (search.rows.length > 1) return "unsure";
  const others = written.slice(1);
  const isBlock = opens(replace.rows[0]!) && others[0] !== "" && others.at(-1) === "";
  const isFlat = others.every((indent) => indent === "") && !replace.rows.some((row) => CLOSES.test(row));
  return isBlock || isFlat ? null : "unsure";
}

/** Whether the first row can stand at this depth, by the row that follows it. */
function fitsBefore([row, next]: readonly string[], indent: string, fileUnit: () => number): boolean {
  if (next === undefined) return true;
  const depth = indentOf(next).length - indent.length;
  if (opens(row!)) return depth > 0 || CLOSES.test(next);
  return CLOSES.test(next) ? depth === -fileUnit() : depth === 0;
}
