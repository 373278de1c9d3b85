/** Which computed fields are computed in all rows, and by which definition. */
import type { AppSchema, Column } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { type ComputedField, computedFields } from "@edgewright/expressions";
import { columnsOf } from "./naming.ts";

/** `definition`: of what the values were computed by. `at`, `id`: the last row that was; null: all were. */
export type Filled = { definition: string; at: string | null; id: string };

export function createFilled(sql: Sql): void {
  sql.all(`create table if not exists computed (
    table_name text, field text, definition text not null, at text, id text not null, primary key (table_name, field)) without rowid`);
}

/** Forgets what was computed in another way than now. `all`: the rows are others. */
export function keepFilled(sql: Sql, schema: AppSchema, all: boolean): void {
  const kept = all ? [] : computedFields(schema).map((field) => nameOf(field, definitionOf(schema, field)));
  sql.all(
    `delete from computed where json_array(table_name, field, definition) not in (select value from json_each(?))`,
    JSON.stringify(kept),
  );
}

const nameOf = ({ table, column }: ComputedField, definition: string): string => JSON.stringify([table, column.name, definition]);

/** All that decides what the field is: how it is computed, and of what. */
export function definitionOf(schema: AppSchema, field: ComputedField): string {
  const { table, column, sources } = field;
  const read = sources.map((source) => {
    const from = columnsOf(schema, source.table).find(({ name }) => name === source.field);
    const computed = computedFields(schema).find((other) => other.table === source.table && other.column.name === source.field);
    return [source.table, from && shapeOf(from), computed ? definitionOf(schema, computed) : null];
  });
  return JSON.stringify([table, shapeOf(column), read]);
}

const shapeOf = ({ name, type, currency, digits, options, stars, ref, formula, lookup, rollup }: Column) =>
  JSON.stringify([name, type, currency, digits, options, stars, ref, formula, lookup, rollup]);
