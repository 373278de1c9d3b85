/** The rows of a pasted sheet as the app keeps them: each cell as a value of its field's type. */
import { type Column, isGiven, type SampleRows, type Table } from "@edgewright/contracts";
import { displayColumn, isNumber } from "../app-model.ts";
import type { ReadField } from "./field.ts";
import type { ReadTable } from "./outline.ts";

export type Misfit = { field: string; cell: string };
type Value = string | number | boolean | string[] | number[] | null;
type Pasted = { table: Table; columns: (Column | undefined)[]; rows: string[][] };

const ROWS_MAX = 500;

/** Rows that others refer to come first. A field that some rows leave empty is not required. */
export function pastedRows(
  tables: ReadonlyMap<ReadTable, Table>,
  columns: ReadonlyMap<ReadField, Column>,
): { rows: SampleRows["rows"]; misfits: Misfit[] } {
  const sheets = [...tables].flatMap(([{ pasted }, table]): Pasted[] =>
    pasted
      ? [{ table, columns: pasted.fields.map((field) => (field ? columns.get(field) : undefined)), rows: pasted.rows.slice(0, ROWS_MAX) }]
      : [],
  );
  const refers = ({ table }: Pasted) => Number(table.columns.some(({ ref }) => sheets.some((other) => other.table.name === ref)));
  const misfits: Misfit[] = [];
  const rows: SampleRows["rows"] = {};
  for (const sheet of sheets.toSorted((a, b) => refers(a) - refers(b))) {
    const made = sheet.rows.map((cells) => rowOf(sheet, cells, rows, tables, misfits));
    for (const column of sheet.table.columns)
      if (column.required && made.some((row) => (row[column.name] ?? null) === null)) delete column.required;
    rows[sheet.table.name] = made;
  }
  return { rows, misfits };
}

function rowOf(
  { table, columns }: Pasted,
  cells: readonly string[],
  before: SampleRows["rows"],
  tables: ReadonlyMap<ReadTable, Table>,
  misfits: Misfit[],
): Record<string, Value> {
  const row: Record<string, Value> = {};
  for (const [at, column] of columns.entries()) {
    const cell = cells[at]?.trim() ?? "";
    if (!column || !table.columns.includes(column) || isGiven(column) || cell === "") continue;
    const value = column.ref === undefined ? cellValue(column, cell) : rowsNamed(column, cell, before, tables);
    if (value === null) misfits.push({ field: column.label, cell });
    else row[column.name] = value;
  }
  return row;
}

/** "Ada, Grace": of several rows each has its name. */
function rowsNamed(column: Column, cell: string, before: SampleRows["rows"], tables: ReadonlyMap<ReadTable, Table>): Value {
  const placeOfOne = (name: string) => placeOf(column.ref ?? "", name, before, tables);
  if (column.type !== "references") return placeOfOne(cell);
  const places = cell
    .split(/\s*[,;|/]\s*/)
    .filter(Boolean)
    .map(placeOfOne);
  return places.every((place) => place !== null) ? places : null;
}

/** The number of the row of that name among those of its own sheet. */
function placeOf(ref: string, cell: string, before: SampleRows["rows"], tables: ReadonlyMap<ReadTable, Table>): number | null {
  const table = [...tables.values()].find(({ name }) => name === ref);
  const name = table && displayColumn(table).name;
  const at = name === undefined ? -1 : (before[ref] ?? []).findIndex((row) => String(row[name] ?? "").toLowerCase() === cell.toLowerCase());
  return at < 0 ? null : at + 1;
}

/** `null`: it does not fit. */
function cellValue(column: Column, cell: string): Value {
  if (isNumber(column)) return numberIn(column, cell);
  switch (column.type) {
    case "boolean":
      return /^(?:yes|y|true|x|1|✓|✔)$/i.test(cell) ? true : /^(?:no|n|false|0|-|–)$/i.test(cell) ? false : null;
    case "date":
      return dayIn(cell);
    case "time":
      return /^([01]?\d|2[0-3]):[0-5]\d$/.test(cell) ? cell.padStart(5, "0") : null;
    case "email":
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell) ? cell : null;
    case "url":
      return /^https?:\/\/\S+$/.test(cell) ? cell : null;
    case "select":
      return column.options?.find((option) => option.toLowerCase() === cell.toLowerCase()) ?? null;
    case "multiselect": {
      const said = cell.split(/\s*[,;|/]\s*/).filter(Boolean);
      const known = said.flatMap((one) => column.options?.find((option) => option.toLowerCase() === one.toLowerCase()) ?? []);
      return known.length === said.length ? known : null;
    }
    case "text":
    case "longtext":
    case "phone":
      return cell;
    default:
      return null;
  }
}

/** "1,800.50", "1.800,50", "€ 12" and "15 %": the last mark is the point, unless three digits follow the only one. */
function numberIn({ type }: Column, cell: string): number | null {
  const bare = cell.replace(/[\s'’%€$£]|\b(?:EUR|USD|GBP|CHF)\b/gi, "");
  if (!/^-?\d[\d.,]*$/.test(bare)) return null;
  const point = Math.max(bare.lastIndexOf("."), bare.lastIndexOf(","));
  const isThousands = point >= 0 && bare.length - point === 4 && (bare[point] === "," || bare.split(".").length > 2);
  const plain =
    point < 0 || isThousands ? bare.replace(/[.,]/g, "") : `${bare.slice(0, point).replace(/[.,]/g, "")}.${bare.slice(point + 1)}`;
  const value = Number(plain);
  return Number.isFinite(value) && (type !== "integer" || Number.isInteger(value)) ? value : null;
}

/** The day comes before the month, unless it could only be the other way round. */
function dayIn(cell: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(cell);
  const own = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})$/.exec(cell);
  const [year, first, second] = iso ? [iso[1], iso[3], iso[2]] : own ? [own[3], own[1], own[2]] : [];
  if (year === undefined || first === undefined || second === undefined) return null;
  const isTurned = Number(second) > 12 && Number(first) <= 12;
  const [day, month] = isTurned ? [second, first] : [first, second];
  const text = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const date = new Date(`${text}T00:00:00Z`);
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(text) ? text : null;
}
