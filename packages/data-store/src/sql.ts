/** The tables of a data store. */
import type { DataActor } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { createFilled } from "./filled.ts";
import { createCounters } from "./row-numbers.ts";

/** Whose row it is that they add. */
export const authorOf = (actor: DataActor): string | null => (actor.kind === "member" ? actor.userId : null);

/** A row as stored: values as JSON under the names of the current schema; fields no schema names any more stay in it. */
export type StoredRow = {
  id: string;
  table_name: string;
  json: string;
  created_at: string;
  updated_at: string;
  created_by: string | null;
  revision: number;
};

export const ROW_COLUMNS = "id, table_name, json, created_at, updated_at, created_by, revision";

/**
 * A table of rows with its counters. While tables change, two of them stand side by side; what is named for the whole
 * database, as indexes and triggers are, ends with the side.
 */
export type RowsTable = { rows: "rows" | "rows_next"; counts: "counts" | "counts_next"; side: Side };
export type Side = "" | "2";

export const sideOf = (sql: Sql): Side =>
  sql.all("select 1 from sqlite_master where type = 'index' and name = 'rows_table2' and tbl_name = 'rows'").length > 0 ? "2" : "";

export function createTables(sql: Sql): void {
  sql.all("create table if not exists schemas (channel text primary key, json text not null)");
  sql.transaction(() => {
    const table = { rows: "rows", counts: "counts", side: sideOf(sql) } as const;
    // What a later build of the platform adds to rows that are there is for `keepIndexes` or a change of tables.
    if (sql.all("select 1 from sqlite_master where name = 'rows'").length === 0) createRows(sql, table);
    else createColumns(sql, table);
  });
  createHistory(sql);
  createCounters(sql);
  createFilled(sql);
}

/** By name, and how each begins after `on <table>`. */
export const baseIndexes = (side: Side): Map<string, string> =>
  new Map([
    [`rows_table${side}`, "(table_name, created_at, id)"],
    [`rows_author${side}`, "(table_name, created_by, created_at, id)"],
    [`rows_unsettled${side}`, "(id) where shadow is null"],
  ]);

export function createRows(sql: Sql, table: RowsTable): void {
  createColumns(sql, table);
  for (const [name, definition] of baseIndexes(table.side)) sql.all(`create index if not exists ${name} on ${table.rows} ${definition}`);
}

function createColumns(sql: Sql, table: RowsTable): void {
  const { rows } = table;
  sql.all(`create table if not exists ${rows} (
    id text primary key, table_name text not null, json text not null,
    created_at text not null, updated_at text not null, created_by text, revision integer not null)`);
  if (sql.all("select 1 from pragma_table_info(?) where name = 'shadow'", rows).length === 0)
    sql.all(`alter table ${rows} add column shadow blob`);
  if (sql.all("select 1 from sqlite_master where name = ?", table.counts).length === 0) createCounts(sql, table);
}

/** How many rows each author has in each table; those without an author under ''. Triggers keep it, in the statement that changes rows. */
function createCounts(sql: Sql, { rows, counts, side }: RowsTable): void {
  const add = (row: string) => `insert into ${counts} values (${row}.table_name, coalesce(${row}.created_by, ''), 1)
    on conflict (table_name, author) do update set rows = rows + 1;`;
  const take = `update ${counts} set rows = rows - 1 where table_name = old.table_name and author = coalesce(old.created_by, '');`;
  sql.all(`create table ${counts} (table_name text, author text, rows integer not null, primary key (table_name, author)) without rowid`);
  sql.all(`insert into ${counts} select table_name, coalesce(created_by, ''), count(*) from ${rows} group by 1, 2`);
  sql.all(`create trigger counts_added${side} after insert on ${rows} begin ${add("new")} end`);
  sql.all(`create trigger counts_deleted${side} after delete on ${rows} begin ${take} end`);
  sql.all(`create trigger counts_moved${side} after update of table_name, created_by on ${rows}
    when new.table_name is not old.table_name or new.created_by is not old.created_by begin ${take} ${add("new")} end`);
}

/** Has the rows of `rows_next` take the place of the present ones, which are then in `rows_old`. Runs in the caller's transaction. */
export function replaceRows(sql: Sql): void {
  const triggers = sql.all<{ name: string }>("select name from sqlite_master where type = 'trigger' and tbl_name = 'rows'");
  for (const { name } of triggers) sql.all(`drop trigger ${name}`);
  sql.all("drop table counts");
  sql.all("alter table rows rename to rows_old");
  sql.all("alter table rows_next rename to rows");
  sql.all("alter table counts_next rename to counts");
  createPastTriggers(sql);
}

const OLD = "old.table_name, old.json, old.created_at, old.updated_at, old.created_by, old.revision";

/**
 * The rows' past. A bookmark is a row of `bookmarks`; `past` holds, for each of them, what every row that
 * changed after it and before the next one was at the time (`json` null: it was not there). Triggers write it,
 * so that no statement that changes rows can forget to. `rollback` holds the one that is under way, or the last.
 */
function createHistory(sql: Sql): void {
  sql.all(
    "create table if not exists bookmarks (epoch integer primary key, name text not null unique, schema text not null, at integer not null)",
  );
  sql.all(`create table if not exists past (
    epoch integer not null, id text not null, table_name text, json text,
    created_at text, updated_at text, created_by text, revision integer,
    primary key (id, epoch)) without rowid`);
  sql.all("create index if not exists past_epoch on past (epoch)");
  sql.all(`create table if not exists rollback (
    one integer primary key check (one = 1), decision text not null, bookmark text not null, onto text not null, state text not null,
    until integer not null default 0)`);
  if (sql.all("select 1 from pragma_table_info('rollback') where name = 'until'").length === 0)
    sql.all("alter table rollback add column until integer not null default 0");
  // It also kept what a row was when its shadow alone was written.
  sql.all("drop trigger if exists rows_updated");
  createPastTriggers(sql);
}

function createPastTriggers(sql: Sql): void {
  const newest = "(select max(epoch) from bookmarks)";
  for (const [name, when, id, content] of [
    ["rows_changed", "before update of table_name, json, created_at, updated_at, created_by, revision", "old.id", OLD],
    ["rows_deleted", "before delete", "old.id", OLD],
    ["rows_added", "after insert", "new.id", "null, null, null, null, null, null"],
  ]) {
    // Not `or ignore`: how the outer statement meets a conflict would overrule it.
    sql.all(`create trigger if not exists ${name} ${when} on rows when exists (select 1 from bookmarks) begin
      insert into past (epoch, id, table_name, json, created_at, updated_at, created_by, revision)
      select ${newest}, ${id}, ${content} where not exists (select 1 from past where id = ${id} and epoch = ${newest}); end`);
  }
}
