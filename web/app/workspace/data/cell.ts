/** A column's values as text in the grid, and what a person types as a value. The API checks it again. */
import { type Column, filesIn, fractionDigits, isFile, isList, isNumeric, scaleOf } from "@edgewright/contracts";
import { readDuration, showDuration } from "./duration.ts";
import { fromLocal, toLocal } from "./local-time.ts";

/** With every digit that is stored. */
const plain = new Intl.NumberFormat("en-US", { maximumFractionDigits: 20 });
const fixed = (digits: number) => new Intl.NumberFormat("en-US", { minimumFractionDigits: digits, maximumFractionDigits: 20 });

/** As it is shown. Empty for no value. */
export function showValue(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return showNumber(column, value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (column.type === "datetime" && typeof value === "string") return toLocal(value).replace("T", " ");
  if (isList(column) && Array.isArray(value)) return value.join(", ");
  if (isFile(column))
    return filesIn(value)
      .map(({ name }) => name)
      .join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

function showNumber(column: Column, value: number): string {
  if (column.type === "duration") return showDuration(value);
  if (column.type === "rating") return "★".repeat(value) + "☆".repeat(Math.max(0, (column.stars ?? 5) - value));
  if (column.type === "money") return `${fixed(fractionDigits(column.currency)).format(value)} ${column.currency ?? ""}`.trim();
  if (column.type === "decimal") return fixed(scaleOf(column) ?? 0).format(value);
  if (column.format === "currency") return fixed(2).format(value);
  return column.format === "percent" ? `${plain.format(value)} %` : plain.format(value);
}

export const optionLabel = ({ looks }: Column, option: string): string => looks?.[option]?.label ?? option;

/** As it stands in the field that edits it. */
export function editText(column: Column, value: unknown): string {
  if (value === null || value === undefined) return "";
  if (column.type === "json") return JSON.stringify(value, null, 2);
  if (isList(column) || isFile(column)) return JSON.stringify(value);
  if (column.type === "datetime" && typeof value === "string") return toLocal(value);
  if (column.type === "duration" && typeof value === "number") return showDuration(value);
  return String(value);
}

/** The entries of a list as it is edited. */
export function entriesIn(text: string): string[] {
  const parsed = parseJson(text);
  return parsed.ok && Array.isArray(parsed.value) ? parsed.value.map(String) : [];
}

export type ParsedCell = { ok: true; value: unknown } | { ok: false; problem: string };

export function parseText(column: Column, text: string): ParsedCell {
  const trimmed = text.trim();
  if (trimmed === "" || (isList(column) && entriesIn(trimmed).length === 0))
    return column.required ? { ok: false, problem: `${column.label} is needed.` } : { ok: true, value: null };
  if (column.type === "duration") {
    const seconds = readDuration(trimmed);
    return seconds === null ? { ok: false, problem: "Write hours and minutes, such as 1:30 or 90m." } : { ok: true, value: seconds };
  }
  if (isNumeric(column)) {
    const value = Number(trimmed.replace(/[\s']/g, "").replace(/,(?=\d{3}\b)/g, ""));
    if (!Number.isFinite(value)) return { ok: false, problem: "Write a number, such as 12.5." };
    if (column.type === "integer" && !Number.isInteger(value)) return { ok: false, problem: "Write a whole number." };
    return { ok: true, value };
  }
  if (column.type === "boolean") return { ok: true, value: trimmed === "true" };
  if (column.type === "datetime") {
    const instant = fromLocal(trimmed);
    return instant === null ? { ok: false, problem: "Write a date and time." } : { ok: true, value: instant };
  }
  if (column.type === "json" || isList(column) || isFile(column)) return parseJson(trimmed);
  return { ok: true, value: column.type === "longtext" ? text : trimmed };
}

function parseJson(text: string): ParsedCell {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false, problem: "This is not JSON." };
  }
}
