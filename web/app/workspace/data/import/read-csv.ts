/** Reads text whose columns are separated by commas, semicolons, tabs or bars, as in RFC 4180: quotes may hold separators and lines. */
import { isBlank, type SheetRead, sheetOf, unread } from "./sheet.ts";

const SEPARATORS = [",", ";", "\t", "|"];
/** So many rows tell by what the columns are separated. */
const LOOKED_AT = 50;

export function readCsv(text: string): SheetRead {
  const lines: string[][] = [];
  for (const row of rowsOf(text, separatorOf(text))) {
    if (row === null) return unread(`A quote that begins in row ${lines.length + 1} does not end. Correct the file.`);
    lines.push(row);
  }
  return sheetOf(lines);
}

/** The one that divides most rows into as many columns as each other. */
function separatorOf(text: string): string {
  const weighed = SEPARATORS.map((separator) => {
    const widths = new Map<number, number>();
    for (const row of first(rowsOf(text, separator), LOOKED_AT))
      if (row && !row.every(isBlank)) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const weights = [...widths].map(([width, rows]) => (width > 1 ? rows * 1000 + width : 0));
    return { separator, weight: Math.max(0, ...weights) };
  });
  return weighed.reduce((best, one) => (one.weight > best.weight ? one : best)).separator;
}

function* first<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- === 0) return;
    yield item;
  }
}

/** null in place of a row: a quote in it does not end. */
function* rowsOf(text: string, separator: string): Generator<string[] | null> {
  let row: string[] = [];
  for (let at = 0; at < text.length; ) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : bareCell(text, at, separator);
    if (!cell) return void (yield null);
    row.push(cell.value);
    at = cell.end + 1;
    if (text[cell.end] === separator && at < text.length) continue;
    if (text[cell.end] === separator) row.push("");
    if (text[cell.end] === "\r" && text[at] === "\n") at++;
    yield row;
    row = [];
  }
}

type Cell = { value: string; end: number };

function bareCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end++;
  return { value: text.slice(start, end), end };
}

/** What stands between its last quote and the separator belongs to it. */
function quotedCell(text: string, start: number, separator: string): Cell | null {
  for (let close = text.indexOf('"', start + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    if (text[close + 1] === '"') {
      close++;
      continue;
    }
    const rest = bareCell(text, close + 1, separator);
    return { value: text.slice(start + 1, close).replaceAll('""', '"') + rest.value, end: rest.end };
  }
  return null;
}
