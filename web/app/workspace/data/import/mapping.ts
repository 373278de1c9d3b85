/** Which field each column of a file goes into, and the rows that come of it. */
import { type Column, isFile, isGiven, type Json, type Table } from "@edgewright/contracts";
import { isPhoneText, type Reading } from "./reading.ts";
import { isBlank, type Sheet, type SheetRow } from "./sheet.ts";
import { type Names, toValue } from "./to-value.ts";

/** By column of the file; null: it is left out. */
export type Mapping = readonly (string | null)[];
export type RowProblem = { row: number; message: string };
export type PreparedRow = { number: number; values: Record<string, Json> };

/** So many rows tell what a column holds. */
const LOOKED_AT = 50;

/** A file of rows holds the names of files, and not the files. */
export const importable = ({ columns }: Table): Column[] => columns.filter((column) => !isGiven(column) && !isFile(column));

const bare = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** By what they are called; else by what stands in them, as a sheet may be in another language than the app. Each field once. */
export function usualMapping(sheet: Sheet, table: Table): Mapping {
  const free = new Set(importable(table));
  const byName = sheet.columns.map((title) => {
    const found = [...free].find(({ name, label }) => bare(label) === bare(title) || bare(name) === bare(title));
    if (found) free.delete(found);
    return found?.name ?? null;
  });
  const unnamed = byName.flatMap((name, at) => (name === null ? [at] : []));
  const alikeOf = (column: Column) => unnamed.filter((at) => looksLike(column, cellsOf(sheet, at)));
  const pairs = [...free].flatMap((column) => {
    const [at, other] = alikeOf(column);
    return at !== undefined && other === undefined ? [{ at, column }] : [];
  });
  return byName.map((name, at) => {
    const [pair, other] = pairs.filter((each) => each.at === at);
    return name ?? (other ? null : (pair?.column.name ?? null));
  });
}

const cellsOf = ({ rows }: Sheet, at: number): string[] =>
  rows.slice(0, LOOKED_AT).flatMap(({ cells }) => (isBlank(cells[at]) ? [] : [String(cells[at]).trim()]));

/** Of types whose values tell what they are. Numbers and dates do not: a sheet's may be of anything. */
function looksLike({ type, options = [] }: Column, cells: readonly string[]): boolean {
  if (cells.length === 0) return false;
  const like = {
    email: (cell: string) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell),
    url: (cell: string) => /^https?:\/\//i.test(cell),
    phone: isPhoneText,
    select: (cell: string) => options.some((option) => bare(option) === bare(cell)),
  }[String(type)];
  return like !== undefined && cells.every(like);
}

type Into = { column: Column; at: number; reading: Reading; names: Names | undefined };

export function intoFields(
  table: Table,
  mapping: Mapping,
  readings: readonly Reading[],
  namesOf: (column: Column) => Names | undefined,
): Into[] {
  return mapping.flatMap((name, at) => {
    const column = table.columns.find((candidate) => candidate.name === name);
    const reading = readings[at];
    return column && reading ? [{ column, at, reading, names: namesOf(column) }] : [];
  });
}

export function prepare(
  { number, cells }: SheetRow,
  fields: readonly Into[],
): { ok: true; row: PreparedRow } | { ok: false; problem: RowProblem } {
  const values: [string, Json][] = [];
  const problems: string[] = [];
  for (const { column, at, reading, names } of fields) {
    const read = toValue(column, cells[at] ?? null, reading, names);
    if (read.ok) values.push([column.name, read.value]);
    else problems.push(`${column.label}: ${read.problem}`);
  }
  if (problems.length > 0) return { ok: false, problem: { row: number, message: `${problems.join("; ")}.` } };
  return { ok: true, row: { number, values: Object.fromEntries(values) } };
}
