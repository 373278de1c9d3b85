/** What a computed field of a row comes to, by the rows as they are stored. What cannot be computed, or does not fit its field, is empty. */
import { type AppSchema, type Column, type Rollup, scaleOf } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { type ComputedField, compute, kindsOf, rounded } from "@edgewright/expressions";
import { parseColumn } from "./column-value.ts";
import { conditionSql } from "./condition-sql.ts";
import { EXACT_DIGITS } from "./exact-number.ts";
import { columnsOf } from "./naming.ts";
import { piece, raw } from "./piece.ts";
import { pointingTo } from "./pointing.ts";
import { type Key, keyIn, literal } from "./shadow.ts";
import type { Side } from "./sql.ts";
import type { Values } from "./validate.ts";

/** The live version's tables, and the side of their rows' indexes. */
type Live = { schema: AppSchema; side: Side };

/** `id` null: the row is yet to be added, and no other refers to it. */
export function computedValue(sql: Sql, live: Live, field: ComputedField, values: Values, id: string | null): unknown {
  const { column, compiled } = field;
  if (column.rollup) return fitted(column, rollUp(sql, live, field, column.rollup, id));
  if (column.lookup) return fitted(column, lookUp(sql, live.schema, field, values));
  return compiled && fitted(column, compute(compiled, { kinds: kindsOf(columnsOf(live.schema, field.table)), row: values }));
}

function lookUp(sql: Sql, schema: AppSchema, { table, column: { lookup } }: ComputedField, values: Values): unknown {
  const reference = columnsOf(schema, table).find(({ name }) => name === lookup?.through);
  const id = values[reference?.name ?? ""];
  if (!lookup || !reference?.ref || typeof id !== "string") return null;
  const [row] = sql.all<{ json: string }>("select json from rows where id = ? and table_name = ?", id, reference.ref);
  return row ? JSON.parse(row.json)[lookup.column] : null;
}

type Measured = { rows: number; filled: number; sum: number; least: Key; greatest: Key };
const NOTHING: Measured = { rows: 0, filled: 0, sum: 0, least: null, greatest: null };

function rollUp(sql: Sql, live: Live, field: ComputedField, rollup: Rollup, id: string | null): unknown {
  const columns = columnsOf(live.schema, rollup.table);
  const source = columns.find(({ name }) => name === rollup.column);
  return figureOf(rollup.of, source, id === null ? NOTHING : measured(sql, live, field, rollup, id));
}

function measured(sql: Sql, { schema, side }: Live, { compiled }: ComputedField, rollup: Rollup, id: string): Measured {
  const columns = columnsOf(schema, rollup.table);
  const through = columns.find(({ name }) => name === rollup.through);
  if (!through) return NOTHING;
  const fields = new Map([...kindsOf(columns)].map(([name, kind]) => [name, { kind, stored: name }]));
  const nobody = { id: "", name: "", email: "", role: "", roles: [] };
  const matching = compiled ? raw(` and ${conditionSql(compiled, { fields, user: nobody, now: "", today: "" })}`) : raw("");
  const { from, where } = pointingTo(side, rollup.table, through, id);
  const key = rollup.column === undefined ? raw("null") : keyIn(rollup.column);
  const { text, values } = piece`select count(*) as rows, count(${key}) as filled, total(${key}) as sum, min(${key}) as least,
    max(${key}) as greatest from ${from} where table_name = ${raw(`'${literal(rollup.table)}'`)} and ${where}${matching}`;
  return sql.all<Measured>(text, ...values)[0] ?? NOTHING;
}

function figureOf(of: Rollup["of"], source: Column | undefined, { rows, filled, sum, least, greatest }: Measured): unknown {
  // Exact numbers are compared and summed in their units.
  const number = (key: number) => Number((key / 10 ** ((source && scaleOf(source)) ?? 0)).toPrecision(EXACT_DIGITS));
  const value = (key: Key) => (typeof key === "number" ? number(key) : (key?.toUpperCase() ?? null));
  switch (of) {
    case "count":
      return rows;
    case "sum":
      return number(sum);
    case "average":
      return filled === 0 ? null : number(sum / filled);
    case "min":
    case "earliest":
      return value(least);
    default:
      return value(greatest);
  }
}

const WHOLE: ReadonlySet<Column["type"]> = new Set(["integer", "duration"]);

/** A number is rounded to what its field keeps. */
function fitted(column: Column, value: unknown): unknown {
  if (value === null || value === undefined || value === "") return null;
  const scale = WHOLE.has(column.type) ? 0 : scaleOf(column);
  const kept = typeof value === "number" && scale !== null ? safelyRounded(value, scale) : value;
  const parsed = parseColumn(column, kept);
  return parsed.ok ? parsed.value : null;
}

const safelyRounded = (value: number, scale: number): number | null =>
  Number.isFinite(value * 10 ** scale) ? rounded(value, scale) : null;
