/** Cells as spreadsheets exchange them: texts with tabs and line breaks between, and back into values. */
import { type Column, isFile, isGiven, isList, type Json } from "@edgewright/contracts";
import Papa from "papaparse";
import { showValue } from "../cell.ts";
import { readingsOf } from "../import/reading.ts";
import { namesFrom, toValue } from "../import/to-value.ts";
import { type Choice, choicesFor, type References } from "../references.ts";
import type { Range } from "./selection.ts";

/** What a spreadsheet would take for a formula has an apostrophe before it. */
export const toText = (cells: readonly string[][]): string =>
  Papa.unparse([...cells], { delimiter: "\t", newline: "\n", escapeFormulae: true });

export function fromText(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text.replace(/\r?\n$/, ""), { delimiter: "\t" });
  return data;
}

/** As it is copied: numbers plain, rows and people by their names. */
export function cellText(column: Column, value: unknown, references: References): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" && column.type !== "duration") return String(value);
  if (column.ref || column.type === "user") {
    const choices = choicesFor(column, references);
    return [value]
      .flat()
      .map((id) => labelIn(choices, String(id)))
      .join(", ");
  }
  return showValue(column, value);
}

const labelIn = (choices: readonly Choice[], id: string): string => choices.find((choice) => choice.id === id)?.label ?? id;

/** What goes into a cell, by how far it is from where it begins; or why it does not fit. */
export type Pasted = { row: number; column: Column; value: Json } | { row: number; column: Column; problem: string };

/**
 * Cells for the columns from the left of `range` on. One cell fills all of the range, and rows that fit into it several times
 * are repeated. What is computed is passed over, and so are files.
 */
export function pasted(cells: readonly string[][], columns: readonly Column[], range: Range, references: References): Pasted[] {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const fills = (size: number, given: number) => (given > 0 && size % given === 0 ? size : given);
  const height = fills(range.bottom - range.top + 1, cells.length);
  const across = fills(range.right - range.left + 1, width);
  const into = columns.slice(range.left, range.left + across);
  const readings = readingsOf({ columns: into.map(({ name }) => name), rows: cells.map((row, at) => ({ number: at + 1, cells: row })) });
  return Array.from({ length: height }, (_, row) => row).flatMap((row) =>
    into.flatMap((column, at): Pasted[] => {
      const reading = readings[at % Math.max(width, 1)];
      const text = cells[row % cells.length]?.[at % Math.max(width, 1)];
      if (text === undefined || !reading || isGiven(column) || isFile(column)) return [];
      const names =
        column.ref || column.type === "user" ? namesFrom(choicesFor(column, references).map(({ id, label }) => [id, label])) : undefined;
      const read = toValue(column, text, reading, names);
      return [read.ok ? { row, column, value: read.value } : { row, column, problem: `${column.label}: ${read.problem}` }];
    }),
  );
}

/** Whether a typed letter begins the value anew. */
export const isTyped = (column: Column): boolean =>
  !isList(column) && !isFile(column) && !column.ref && !["select", "user", "boolean", "date", "datetime", "time"].includes(column.type);
