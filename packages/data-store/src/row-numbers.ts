/**
 * Numbers that the platform gives to rows, one after the other: `INV-0042`. A number is taken in the transaction that adds its
 * row, so a refused write leaves no gap, and it is never given again. Rows that were there before the field get theirs in the
 * order in which they were made.
 */
import type { AppSchema, Column } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { columnsOf, renames } from "./naming.ts";
import { keyText, literal, shadowOf } from "./shadow.ts";

const STEP_ROWS = 200;

/** `complete`: no row is without a number. */
type Counter = { next: number; complete: number };

export function createCounters(sql: Sql): void {
  sql.all(`create table if not exists counters (
    table_name text, field text, next integer not null, complete integer not null default 0, primary key (table_name, field)) without rowid`);
}

/** Only in the transaction that adds the row. */
export function takeNumber(sql: Sql, table: string, column: Column): string {
  const { next } = counterOf(sql, table, column.name);
  sql.all("update counters set next = ? where table_name = ? and field = ?", next + 1, table, column.name);
  return `${column.prefix ?? ""}${String(next).padStart(column.padding ?? 1, "0")}`;
}

/** Gives numbers to some rows that have none. False: all have. */
export function numberSome(sql: Sql, schema: AppSchema): boolean {
  for (const { name: table, columns } of schema.tables)
    for (const column of columns.filter(({ type }) => type === "autonumber")) if (numberRows(sql, table, column, columns)) return true;
  return false;
}

function numberRows(sql: Sql, table: string, column: Column, columns: readonly Column[]): boolean {
  return sql.transaction(() => {
    if (counterOf(sql, table, column.name).complete === 1) return false;
    const rows = sql.all<{ id: string; json: string }>(
      `select id, json from rows where table_name = '${literal(table)}' and ${keyText(column.name)} is null order by created_at, id limit ?`,
      STEP_ROWS,
    );
    for (const { id, json } of rows) {
      const values = { ...JSON.parse(json), [column.name]: takeNumber(sql, table, column) };
      sql.all("update rows set json = ?, shadow = jsonb(?) where id = ?", JSON.stringify(values), shadowOf(values, columns), id);
    }
    const complete = rows.length < STEP_ROWS;
    if (complete) sql.all("update counters set complete = 1 where table_name = ? and field = ?", table, column.name);
    return !complete;
  });
}

/** Counters go where their tables and fields go; rows may then be without a number again. */
export function moveCounters(sql: Sql, before: AppSchema, after: AppSchema): void {
  sql.all("update counters set complete = 0");
  for (const { from, to } of renames(before.tables, after.tables)) move(sql, "table_name", [from, to]);
  for (const { name, was } of after.tables) {
    const former = before.tables.find((table) => table.name === name || was?.includes(table.name));
    if (!former) continue;
    for (const { from, to } of renames(former.columns, columnsOf(after, name))) move(sql, "field", [from, to], name);
  }
}

function move(sql: Sql, what: "table_name" | "field", [from, to]: [string, string], table?: string): void {
  const within = table === undefined ? "" : ` and table_name = '${literal(table)}'`;
  sql.all(`update or replace counters set ${what} = ? where ${what} = ?${within}`, to, from);
}

/** One that is not there yet goes on after the highest number that a row has. */
function counterOf(sql: Sql, table: string, field: string): Counter {
  const [known] = sql.all<Counter>("select next, complete from counters where table_name = ? and field = ?", table, field);
  if (known) return known;
  const given = sql.all<{ value: string }>(
    `select ${keyText(field)} as value from rows where table_name = ? and ${keyText(field)} is not null`,
    table,
  );
  const highest = given.reduce((most, { value }) => Math.max(most, Number(/(\d{1,15})$/.exec(String(value))?.[1] ?? 0)), 0);
  sql.all("insert into counters (table_name, field, next) values (?, ?, ?)", table, field, highest + 1);
  return { next: highest + 1, complete: 0 };
}
