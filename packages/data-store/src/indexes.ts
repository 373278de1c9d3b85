/** Indexes over the shadows: for fields that are unique, refer to rows, or ask for one. In the order of creation among equal values, with the author. */
import type { AppSchema, Column, NoOverlap } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { keyText, literal } from "./shadow.ts";
import { baseIndexes, type RowsTable, type Side, sideOf } from "./sql.ts";

export const hasIndex = ({ unique, index, type }: Column): boolean => unique === true || index === true || type === "reference";

/** A name with a space and a dot, so that no two tables and fields share one. */
export const indexName = (side: Side, table: string, column: string): string => `key${side} ${literal(table)}.${literal(column)}`;

export const uniqueIndexName = (side: Side, table: string, columns: readonly string[]): string =>
  `key${side} ${literal(table)}.${columns.map(literal).join("+")}`;

export const overlapIndexName = (side: Side, table: string, { from, per }: NoOverlap): string =>
  uniqueIndexName(side, table, [...per, from]);

/** What all rows and the live version's tables need, by name, and how each begins after `on <table>`. */
const wantedBy = ({ tables }: AppSchema, side: Side): Map<string, string> =>
  new Map([
    ...baseIndexes(side),
    ...tables.flatMap((table) => [
      ...table.columns.filter(hasIndex).map(({ name }): [string, string] => [indexName(side, table.name, name), over(table.name, [name])]),
      ...(table.unique ?? []).map(({ columns }): [string, string] => [
        uniqueIndexName(side, table.name, columns),
        over(table.name, columns),
      ]),
      ...(table.noOverlap ?? []).map((rule): [string, string] => [
        overlapIndexName(side, table.name, rule),
        over(table.name, [...rule.per, rule.from]),
      ]),
    ]),
  ]);

const over = (table: string, columns: readonly string[]): string =>
  `(${columns.map(keyText).join(", ")}, created_at, id, created_by) where table_name = '${literal(table)}'`;

const presentNames = (sql: Sql): string[] =>
  sql
    .all<{ name: string }>("select name from sqlite_master where type = 'index' and tbl_name = 'rows' and sql is not null")
    .map(({ name }) => name);

/** Whether it would take an index that is not there: making one reads every row of the store in one statement. */
export function needsIndex(sql: Sql, schema: AppSchema): boolean {
  const present = new Set(presentNames(sql));
  return [...wantedBy(schema, sideOf(sql)).keys()].some((name) => !present.has(name));
}

/** Makes the indexes those of the live version's tables. */
export function keepIndexes(sql: Sql, schema: AppSchema): void {
  const wanted = wantedBy(schema, sideOf(sql));
  for (const name of presentNames(sql)) if (!wanted.has(name)) sql.all(`drop index "${name}"`);
  createIndexes(sql, "rows", wanted);
}

/** Gives an empty table of rows its indexes, which then grow with each row. */
export const indexAnew = (sql: Sql, { rows, side }: RowsTable, schema: AppSchema): void => createIndexes(sql, rows, wantedBy(schema, side));

function createIndexes(sql: Sql, rows: string, wanted: ReadonlyMap<string, string>): void {
  for (const [name, definition] of wanted) sql.all(`create index if not exists "${name}" on ${rows} ${definition}`);
}
