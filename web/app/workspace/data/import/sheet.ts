/** A file's rows before anything is made of them: a heading for each column, and what stands in each cell. */
import type { Json } from "@edgewright/contracts";

/** `number`: of the row in its file, as a spreadsheet counts them. */
export type SheetRow = { number: number; cells: Json[] };
export type Sheet = { columns: string[]; rows: SheetRow[] };
/** `problem`: why there are none, and what to do. */
export type SheetRead = { ok: true; sheet: Sheet } | { ok: false; problem: string };

export const FILE_MAX = 60 * 1024 * 1024;
const COLUMNS_MAX = 500;
const ROWS_MAX = 100_000;

export const unread = (problem: string): SheetRead => ({ ok: false, problem });
const amount = (count: number) => count.toLocaleString("en-US");
export const isBlank = (cell: Json | undefined) => cell === undefined || cell === null || cell === "";

/** The first row that is not blank has the headings. A column without one is called by its letter. */
export function sheetOf(lines: readonly Json[][]): SheetRead {
  const start = lines.findIndex((cells) => !cells.every(isBlank));
  const head = lines[start];
  if (!head) return unread("There is nothing in this file.");
  const body = lines.slice(start + 1);
  const width = body.reduce((most, cells) => Math.max(most, filledWidth(cells)), filledWidth(head));
  if (width > COLUMNS_MAX)
    return unread(
      `This file has ${amount(width)} columns, and at most ${amount(COLUMNS_MAX)} are read. Take out those that are not needed.`,
    );
  const rows = body.flatMap((cells, index) => (cells.every(isBlank) ? [] : [{ number: start + index + 2, cells: cells.slice(0, width) }]));
  if (rows.length === 0) return unread("There is no row under the headings of this file.");
  if (rows.length > ROWS_MAX)
    return unread(`This file has ${amount(rows.length)} rows, and at most ${amount(ROWS_MAX)} are imported at once. Divide it.`);
  const columns = Array.from({ length: width }, (_, index) =>
    isBlank(head[index]) ? `Column ${letters(index)}` : String(head[index]).trim(),
  );
  return { ok: true, sheet: { columns, rows } };
}

const filledWidth = (cells: readonly Json[]): number => cells.findLastIndex((cell) => !isBlank(cell)) + 1;

/** A, B … Z, AA. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest === 0 ? "" : letters(rest - 1)) + String.fromCharCode(65 + (index % 26));
}
