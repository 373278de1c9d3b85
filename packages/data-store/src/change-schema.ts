/** Takes the stored rows from one current schema to the next: renamed tables and fields move, removed ones are kept aside, new fields get their default. */
import type { AppSchema, Column } from "@edgewright/contracts";
import { columnsOf, renames } from "./naming.ts";
import type { Sql } from "./sql.ts";

/** Returns what changed, in words. */
export function changeSchema(sql: Sql, before: AppSchema, after: AppSchema): string[] {
  const told: string[] = [];
  const tables = renames(before.tables, after.tables);
  for (const { from, to } of tables) {
    sql.all("update rows set table_name = ? where table_name = ?", to, from);
    told.push(`Table ${from} is now ${to}.`);
  }
  for (const table of after.tables) {
    const former = tables.find(({ to }) => to === table.name)?.from ?? table.name;
    if (!before.tables.some(({ name }) => name === former)) told.push(`Table ${table.name} was added.`);
    else told.push(...changeColumns(sql, table.name, columnsOf(before, former), table.columns));
  }
  for (const { name } of before.tables) {
    if (!after.tables.some((table) => table.name === name) && !tables.some(({ from }) => from === name))
      told.push(`Table ${name} was removed; its rows are kept aside.`);
  }
  return told;
}

function changeColumns(sql: Sql, table: string, before: Column[], after: Column[]): string[] {
  const told: string[] = [];
  const moved = renames(before, after);
  for (const { from, to } of moved) {
    sql.all(
      "update rows set json = json_remove(json_set(json, ?, json(json -> ?)), ?) where table_name = ? and json_type(json, ?) is not null",
      ...[`$."${to}"`, `$."${from}"`, `$."${from}"`, table, `$."${from}"`],
    );
    told.push(`Field ${from} of ${table} is now ${to}.`);
  }
  for (const column of after) {
    if (before.some(({ name }) => name === column.name) || moved.some(({ to }) => to === column.name)) continue;
    if (column.default !== undefined) {
      const path = `$."${column.name}"`;
      // A field that comes back finds its old values; only rows without one get the default.
      sql.all(
        "update rows set json = json_set(json, ?, json(?)) where table_name = ? and json_type(json, ?) is null",
        path,
        JSON.stringify(column.default),
        table,
        path,
      );
    }
    told.push(`Field ${column.name} of ${table} was added.`);
  }
  for (const { name } of before) {
    if (!after.some((column) => column.name === name) && !moved.some(({ from }) => from === name))
      told.push(`Field ${name} of ${table} was removed; its values are kept aside.`);
  }
  return told;
}
