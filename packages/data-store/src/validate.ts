/** Whether values fit their table. Every write goes through here; what does not fit is named by field. */
import type { Column, Outcome, Table } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { z } from "zod";

const LENGTH = { text: 1_000, longtext: 50_000, json: 100_000, url: 2_000, email: 320, file: 500 };

const shortText = (max: number) => z.string({ error: "must be text" }).max(max, `has more than ${max.toLocaleString("en-US")} characters`);
const DATE = z.iso.date({ error: "must be a date such as 2026-03-31" });
const DATETIME = z.iso.datetime({ local: true, offset: true, error: "must be a date and time such as 2026-03-31T09:30" });

function shapeOf(column: Column): z.ZodType<unknown> {
  switch (column.type) {
    case "text":
      return shortText(LENGTH.text);
    case "longtext":
      return shortText(LENGTH.longtext);
    case "file":
      return shortText(LENGTH.file);
    case "reference":
      return shortText(100);
    case "number":
      return z.number({ error: "must be a number" });
    case "integer":
      return z.int({ error: "must be a whole number" });
    case "boolean":
      return z.boolean({ error: "must be yes or no" });
    case "date":
      return DATE;
    case "datetime":
      return DATETIME;
    case "select":
      return z.enum((column.options ?? []) as [string, ...string[]], { error: `must be one of: ${(column.options ?? []).join(", ")}` });
    case "email":
      return z.email({ error: "must be an e-mail address" }).max(LENGTH.email);
    case "url":
      return z.url({ protocol: /^https?$/, error: "must be an address that starts with http:// or https://" }).max(LENGTH.url);
    case "json":
      return z.json().refine((value) => JSON.stringify(value).length <= LENGTH.json, "is too large");
  }
}

/** Whether a stored value may stand in `column`. An empty one may: it asks for a value at the next save. */
export const fits = (column: Column, value: unknown): boolean =>
  value === null || value === undefined || value === "" || shapeOf(column).safeParse(value).success;

export type Values = Record<string, unknown>;

/** The values to store, or what is wrong with each. With `partial`, only the given ones are looked at, as an update does. */
export function parseValues(table: Table, values: Values, partial: boolean): Outcome<Values> {
  const fields: Record<string, string> = {};
  const parsed: Values = {};
  const known = new Set(table.columns.map((column) => column.name));
  for (const name of Object.keys(values)) if (!known.has(name)) fields[name] = `${table.label} has no such field`;
  for (const column of table.columns) {
    if (partial && !Object.hasOwn(values, column.name)) continue;
    const result = parseValue(column, Object.hasOwn(values, column.name) ? values[column.name] : undefined, partial);
    if (result.ok) parsed[column.name] = result.value;
    else fields[column.name] = result.problem;
  }
  return Object.keys(fields).length === 0 ? ok(parsed) : invalid(table, fields);
}

function parseValue(column: Column, given: unknown, partial: boolean): { ok: true; value: unknown } | { ok: false; problem: string } {
  const value = given === undefined && !partial ? (column.default ?? null) : given;
  if (value === null || value === undefined || value === "") {
    return column.required ? { ok: false, problem: "is needed" } : { ok: true, value: null };
  }
  const result = shapeOf(column).safeParse(value);
  if (!result.success) return { ok: false, problem: result.error.issues[0]?.message ?? "does not fit" };
  if (column.required && typeof value === "string" && value.trim() === "") return { ok: false, problem: "is needed" };
  return { ok: true, value: result.data };
}

export function invalid(table: Table, fields: Record<string, string>) {
  const labels = new Map(table.columns.map((column) => [column.name, column.label]));
  const sentence = Object.entries(fields)
    .map(([name, problem]) => `${labels.get(name) ?? name} ${problem}`)
    .join("; ");
  return fail("row_invalid", `${sentence}.`, { fields, next: "Correct it and save again." });
}
