/**
 * A change of the tables, or of all rows, while the app goes on: the rows are made anew beside the present ones, a piece at
 * a time, and then take their place in one short transaction. Until then the present ones are read and written as ever;
 * triggers note what is written, and it is made anew once more. Each piece is whole, and what is left to do is in the
 * database: whoever comes next goes on with it.
 */
import { AppSchema, type Channel } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import type { ChangeRecord, Sweep } from "./change-record.ts";
import { type Conversion, conversionBetween } from "./change-schema.ts";
import { keepFilled } from "./filled.ts";
import {
  type Bookmark,
  bringBack,
  changedAtMost,
  changedSince,
  countRows,
  keepPresent,
  rowsAfter,
  rowsOf,
  type Source,
} from "./history.ts";
import { indexAnew, keepIndexes, needsIndex } from "./indexes.ts";
import { moveCounters } from "./row-numbers.ts";
import { shadowOf } from "./shadow.ts";
import { createRows, ROW_COLUMNS, replaceRows, type StoredRow, sideOf } from "./sql.ts";

/** From one schema to the next; with `from`, of the rows as they were at a bookmark. */
export type Change = { before: AppSchema; after: AppSchema; from: Bookmark | null; sweep: Sweep };

/** What one transaction may do. The tests take less, to see what lies between. */
export type Bounds = { atOnceRows: number; indexedRows: number; rows: number; length: number; last: number; cleared: number };

export const BOUNDS: Bounds = {
  /** So few rows are changed in place. */
  atOnceRows: 300,
  /** A store of so few rows gets an index at once. */
  indexedRows: 3_000,
  rows: 100,
  length: 100_000,
  /** Rows written since the last piece that may be left for the one that ends it. */
  last: 20,
  cleared: 1_000,
};

/** `keep`: what a rollback will change is kept for the newest bookmark. `copy`: rows are made anew. `clear`: it is done; the former rows go. */
type Stage = "keep" | "copy" | "clear";
type State = { stage: Stage; epoch: number | null; before: string; after: string; sweep: string; place: string };

const NOTED = [
  ["added", "insert", "new"],
  ["changed", "update", "new"],
  ["removed", "delete", "old"],
] as const;

export class TableChange {
  private readonly sql: Sql;
  private readonly record: ChangeRecord;
  private readonly bounds: Bounds;
  private known: { of: State; after: AppSchema; conversion: Conversion } | null = null;

  constructor(deps: { sql: Sql; record: ChangeRecord; bounds: Bounds }) {
    this.sql = deps.sql;
    this.record = deps.record;
    this.bounds = deps.bounds;
    this.sql.all(`create table if not exists table_change (one integer primary key check (one = 1), stage text not null,
      epoch integer, before text not null, after text not null, sweep text not null, place text not null)`);
    this.sql.all("create table if not exists stale (id text primary key) without rowid");
  }

  stage(): Stage | null {
    return this.state()?.stage ?? null;
  }

  /** Does it at once if it is small, else begins it. Only when none is under way. */
  begin(change: Change): void {
    this.sql.transaction(() => (this.isSmall(change) ? this.doAtOnce(change) : this.start(change)));
  }

  /** One piece. False: there is nothing left to do. */
  step(): boolean {
    const state = this.state();
    if (!state) return false;
    this.sql.transaction(() => {
      if (state.stage === "keep") this.keepSome(state);
      else if (state.stage === "copy") this.copySome(state);
      else this.clearSome();
    });
    return true;
  }

  private state(): State | null {
    return this.sql.all<State>("select stage, epoch, before, after, sweep, place from table_change")[0] ?? null;
  }

  private isSmall({ before, after, from }: Change): boolean {
    const { atOnceRows, indexedRows } = this.bounds;
    const counts = countRows(this.sql);
    const touched = conversionBetween(before, after).tables.reduce((sum, table) => sum + (counts.get(table) ?? 0), 0);
    const all = [...counts.values()].reduce((sum, rows) => sum + rows, 0);
    if (touched > atOnceRows || (from && !changedAtMost(this.sql, from, atOnceRows))) return false;
    return all <= indexedRows || !needsIndex(this.sql, after);
  }

  private doAtOnce({ before, after, from, sweep }: Change): void {
    if (from) {
      bringBack(this.sql, from);
      // Rows that have not changed since are there with what they are compared by today.
      for (const table of conversionBetween(this.present(), after).tables)
        this.sql.all("update rows set shadow = null where table_name = ?", table);
    }
    const conversion = conversionBetween(before, after);
    for (const table of conversion.tables) {
      const { to, convert } = conversion.of(table);
      for (const { id, json } of this.sql.all<StoredRow>("select id, json from rows where table_name = ?", table))
        this.sql.all("update rows set table_name = ?, json = ?, shadow = null where id = ?", to, JSON.stringify(convert(json)), id);
    }
    keepIndexes(this.sql, after);
    this.settle(after, sweep);
  }

  private start({ before, after, from, sweep }: Change): void {
    const anew = { rows: "rows_next", counts: "counts_next", side: sideOf(this.sql) === "" ? "2" : "" } as const;
    createRows(this.sql, anew);
    indexAnew(this.sql, anew, after);
    for (const [name, event, row] of NOTED)
      this.sql.all(`create trigger rows_noted_${name} after ${event} on rows when not exists (select 1 from stale where id = ${row}.id)
        begin insert into stale values (${row}.id); end`);
    const texts = [before, after, sweep].map((each) => JSON.stringify(each));
    this.sql.all(
      "insert into table_change (one, stage, epoch, before, after, sweep, place) values (1, ?, ?, ?, ?, ?, '')",
      ...[from ? "keep" : "copy", from?.epoch ?? null, ...texts],
    );
  }

  private keepSome({ epoch, place }: State): void {
    const ids = epoch === null ? [] : changedSince(this.sql, epoch, place, this.bounds.rows);
    for (const id of ids) keepPresent(this.sql, id);
    this.goOn(ids.at(-1) === undefined ? "copy" : "keep", ids.at(-1) ?? "");
  }

  private copySome(state: State): void {
    const { rows, end } = rowsAfter(this.sql, state.epoch, state.place, this.bounds);
    for (const row of rows) this.copy(state, row);
    if (end === null) this.copyNoted(state);
    else this.goOn("copy", end);
  }

  /** What was written meanwhile; if that is little, it is the end. */
  private copyNoted(state: State): void {
    const noted = this.someNoted();
    const ids = JSON.stringify(noted);
    this.sql.all("delete from rows_next where id in (select value from json_each(?))", ids);
    for (const row of rowsOf(this.sql, state.epoch, noted)) this.copy(state, row);
    this.sql.all("delete from stale where id in (select value from json_each(?))", ids);
    if (noted.length <= this.bounds.last && this.sql.all("select 1 from stale limit 1").length === 0) this.takePlace(state);
  }

  private someNoted(): string[] {
    return this.sql
      .all<{ id: string }>(
        `select id from (
          select noted.id as id, sum(coalesce(length(json), 0)) over (order by noted.id rows unbounded preceding) - coalesce(length(json), 0) as before
          from (select id from stale order by id limit ?) as noted left join rows on rows.id = noted.id)
         where before < ?`,
        this.bounds.rows,
        this.bounds.length,
      )
      .map(({ id }) => id);
  }

  private copy(state: State, row: Source): void {
    const { conversion } = this.read(state);
    this.sql.all("delete from rows_next where id = ?", row.id);
    if (row.shadowed && !conversion.tables.includes(row.table_name)) {
      this.sql.all(`insert into rows_next (${ROW_COLUMNS}, shadow) select ${ROW_COLUMNS}, shadow from rows where id = ?`, row.id);
      return;
    }
    const { to, columns, convert } = conversion.of(row.table_name);
    const values = convert(row.json);
    const json = JSON.stringify(values);
    if (to !== row.table_name || json !== row.json) keepPresent(this.sql, row.id);
    this.sql.all(
      `insert into rows_next (${ROW_COLUMNS}, shadow) values (?, ?, ?, ?, ?, ?, ?, jsonb(?))`,
      ...[row.id, to, json, row.created_at, row.updated_at, row.created_by, row.revision, shadowOf(values, columns)],
    );
  }

  /** The one moment at which the app sees other tables and rows. */
  private takePlace(state: State): void {
    const { after } = this.read(state);
    replaceRows(this.sql);
    this.settle(after, JSON.parse(state.sweep));
    this.goOn("clear", "");
  }

  private settle(after: AppSchema, sweep: Sweep): void {
    moveCounters(this.sql, this.present(), after);
    keepFilled(this.sql, after, sweep.type === "rolled_back");
    writeSchema(this.sql, "current", after);
    if (sweep.type === "rolled_back") this.sql.all("update rollback set state = 'done' where decision = ?", sweep.by);
    if (sweep.type === "rolled_back" || sweep.says.length > 0) this.record.addSweep(sweep);
  }

  /** The tables of the live version, as they are stored. */
  private present(): AppSchema {
    const [row] = this.sql.all<{ json: string }>("select json from schemas where channel = 'current'");
    return row ? AppSchema.parse(JSON.parse(row.json)) : { tables: [] };
  }

  /** An index is dropped quickly, and a table without rows is. */
  private clearSome(): void {
    const [index] = this.sql.all<{ name: string }>(
      "select name from sqlite_master where type = 'index' and tbl_name = 'rows_old' and sql is not null limit 1",
    );
    if (index) return void this.sql.all(`drop index "${index.name}"`);
    const gone = this.sql.all(
      "delete from rows_old where rowid in (select rowid from rows_old limit ?) returning 1 as one",
      this.bounds.cleared,
    );
    if (gone.length > 0) return;
    this.sql.all("drop table rows_old");
    this.sql.all("delete from table_change");
  }

  private goOn(stage: Stage, place: string): void {
    this.sql.all("update table_change set stage = ?, place = ?", stage, place);
  }

  private read(state: State): { after: AppSchema; conversion: Conversion } {
    if (this.known?.of.before !== state.before || this.known.of.after !== state.after) {
      const [before, after] = [AppSchema.parse(JSON.parse(state.before)), AppSchema.parse(JSON.parse(state.after))];
      this.known = { of: state, after, conversion: conversionBetween(before, after) };
    }
    return this.known;
  }
}

export function writeSchema(sql: Sql, channel: Channel, schema: AppSchema): void {
  sql.all(
    "insert into schemas (channel, json) values (?, ?) on conflict do update set json = excluded.json",
    channel,
    JSON.stringify(schema),
  );
}
