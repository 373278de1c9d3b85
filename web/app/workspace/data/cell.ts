/** A column's values as text in the grid, and what a person types as a value. The API checks it again. */
import type { Column } from "@edgewright/contracts";

const money = new Intl.NumberFormat("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 6 });

export const isNumeric = ({ type }: Column) => type === "number" || type === "integer";

/** As it is shown. Empty for no value. */
export function showValue(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") {
    if (column.format === "currency") return money.format(value);
    return column.format === "percent" ? `${plain.format(value)} %` : plain.format(value);
  }
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (column.type === "datetime" && typeof value === "string") return value.replace("T", " ").slice(0, 16);
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** As it stands in the field that edits it. */
export function editText(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (column.type === "json") return JSON.stringify(value, null, 2);
  if (column.type === "datetime" && typeof value === "string") return value.slice(0, 16);
  return String(value);
}

export type ParsedCell = { ok: true; value: unknown } | { ok: false; problem: string };

export function parseText(column: Column, text: string): ParsedCell {
  const trimmed = text.trim();
  if (trimmed === "") return column.required ? { ok: false, problem: `${column.label} is needed.` } : { ok: true, value: null };
  if (isNumeric(column)) {
    const value = Number(trimmed.replace(/[\s']/g, "").replace(/,(?=\d{3}\b)/g, ""));
    if (!Number.isFinite(value)) return { ok: false, problem: "Write a number, such as 12.5." };
    if (column.type === "integer" && !Number.isInteger(value)) return { ok: false, problem: "Write a whole number." };
    return { ok: true, value };
  }
  if (column.type === "boolean") return { ok: true, value: trimmed === "true" };
  if (column.type === "json") return parseJson(trimmed);
  return { ok: true, value: column.type === "longtext" ? text : trimmed };
}

function parseJson(text: string): ParsedCell {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: "This is not JSON." };
  }
}
