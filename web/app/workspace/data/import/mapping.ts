/** Which field each column of a file goes into, and the rows that come of it. */
import { type Column, isGiven, type Json, type Table } from "@edgewright/contracts";
import type { Reading } from "./reading.ts";
import type { Sheet, SheetRow } from "./sheet.ts";
import { type Names, toValue } from "./to-value.ts";

/** By column of the file; null: it is left out. */
export type Mapping = readonly (string | null)[];
export type RowProblem = { row: number; message: string };
export type PreparedRow = { number: number; values: Record<string, Json> };

export const importable = ({ columns }: Table): Column[] => columns.filter((column) => !isGiven(column));

const bare = (text: string) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** By what they are called; each field once. */
export function usualMapping({ columns }: Sheet, table: Table): Mapping {
  const free = new Set(importable(table));
  return columns.map((title) => {
    const found = [...free].find(({ name, label }) => bare(label) === bare(title) || bare(name) === bare(title));
    if (found) free.delete(found);
    return found?.name ?? null;
  });
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
