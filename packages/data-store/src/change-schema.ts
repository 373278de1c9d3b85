/** Takes the stored rows from one current schema to the next: renamed tables and fields move, removed ones are kept aside, new fields get their default. */
import type { AppSchema, Column } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { columnsOf, renames } from "./naming.ts";

/** One thing that differs. `adds`: a new table, which touches no row that is there. */
type Change = { says: string; adds?: true; apply(sql: Sql): void };

const nothing = () => {};

/** Returns what changed, in words. */
export function changeSchema(sql: Sql, before: AppSchema, after: AppSchema): string[] {
  return changesBetween(before, after).map(({ says, apply }) => {
    apply(sql);
    return says;
  });
}

/** Whether rows that are there would be changed, or read in another way. */
export const isMigration = (before: AppSchema, after: AppSchema): boolean => changesBetween(before, after).some(({ adds }) => !adds);

/** In the order in which they are to be applied. */
export function changesBetween(before: AppSchema, after: AppSchema): Change[] {
  const tables = renames(before.tables, after.tables);
  const moved = tables.map(
    ({ from, to }): Change => ({
      says: `Table ${from} is now ${to}.`,
      apply: (sql) => sql.all("update rows set table_name = ? where table_name = ?", to, from),
    }),
  );
  const kept = after.tables.flatMap((table): Change[] => {
    const former = tables.find(({ to }) => to === table.name)?.from ?? table.name;
    if (!before.tables.some(({ name }) => name === former)) return [{ says: `Table ${table.name} was added.`, adds: true, apply: nothing }];
    return columnChanges(table.name, columnsOf(before, former), table.columns);
  });
  const gone = before.tables
    .filter(({ name }) => !after.tables.some((table) => table.name === name) && !tables.some(({ from }) => from === name))
    .map(({ name }): Change => ({ says: `Table ${name} was removed; its rows are kept aside.`, apply: nothing }));
  return [...moved, ...kept, ...gone];
}

function columnChanges(table: string, before: Column[], after: Column[]): Change[] {
  const renamed = renames(before, after);
  const moved = renamed.map(
    ({ from, to }): Change => ({ says: `Field ${from} of ${table} is now ${to}.`, apply: (sql) => moveField(sql, table, from, to) }),
  );
  const others = after.flatMap((column): Change[] => {
    const former = before.find(({ name }) => name === (renamed.find(({ to }) => to === column.name)?.from ?? column.name));
    if (!former) return [{ says: `Field ${column.name} of ${table} was added.`, apply: (sql) => fillDefault(sql, table, column) }];
    if (former.type === column.type) return [];
    // Instants are stored in one form: they are brought into it as old rows are.
    const apply = column.type === "datetime" ? (sql: Sql) => sql.all("update rows set shadow = null where table_name = ?", table) : nothing;
    return [{ says: `Field ${column.name} of ${table} is of type ${column.type} now; it was ${former.type}.`, apply }];
  });
  const gone = before
    .filter(({ name }) => !after.some((column) => column.name === name) && !renamed.some(({ from }) => from === name))
    .map(({ name }): Change => ({ says: `Field ${name} of ${table} was removed; its values are kept aside.`, apply: nothing }));
  return [...moved, ...others, ...gone];
}

function moveField(sql: Sql, table: string, from: string, to: string): void {
  sql.all(
    "update rows set shadow = null, json = json_remove(json_set(json, ?, json(json -> ?)), ?) where table_name = ? and json_type(json, ?) is not null",
    ...[`$."${to}"`, `$."${from}"`, `$."${from}"`, table, `$."${from}"`],
  );
}

/** A field that comes back finds its old values; only rows without one get the default. */
function fillDefault(sql: Sql, table: string, column: Column): void {
  if (column.default === undefined) return;
  const path = `$."${column.name}"`;
  sql.all(
    "update rows set shadow = null, json = json_set(json, ?, json(?)) where table_name = ? and json_type(json, ?) is null",
    path,
    JSON.stringify(column.default),
    table,
    path,
  );
}
