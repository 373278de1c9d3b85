/** Deleted rows, kept for 30 days with the tables they had and the references that were emptied, so that they can be brought back. */
import { AppSchema } from "@edgewright/contracts";
import { type Clock, iso, type Sql } from "@edgewright/core";
import { conversionBetween } from "./change-schema.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";

const KEPT_MS = 30 * 24 * 3600 * 1000;
/** So many that are older go at once. */
const FORGOTTEN_AT_ONCE = 500;

/** A field of another row that referred to it. */
export type Emptied = { id: string; field: string };
/** `row`: as it would be in today's tables. */
export type Deleted = { row: StoredRow; emptied: Emptied[] };

export class Trash {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    sql.all("create table if not exists trash_schemas (number integer primary key, json text not null unique)");
    sql.all(`create table if not exists trash (
      id text primary key, table_name text not null, json text not null, created_at text not null, updated_at text not null,
      created_by text, revision integer not null, deleted_at text not null, emptied text not null, schema integer not null) without rowid`);
    sql.all("create index if not exists trash_age on trash (deleted_at)");
    sql.all("create index if not exists trash_schema on trash (schema)");
  }

  /** In the transaction that deletes the row. */
  put(row: StoredRow, emptied: readonly Emptied[], schema: AppSchema): void {
    this.forgetOld();
    const text = JSON.stringify(schema);
    this.sql.all("insert or ignore into trash_schemas (json) values (?)", text);
    this.sql.all(
      `insert or replace into trash (${ROW_COLUMNS}, deleted_at, emptied, schema)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select number from trash_schemas where json = ?))`,
      ...[row.id, row.table_name, row.json, row.created_at, row.updated_at, row.created_by, row.revision],
      ...[iso(this.clock.now()), JSON.stringify(emptied), text],
    );
  }

  find(id: string, schema: AppSchema): Deleted | null {
    const [found] = this.sql.all<StoredRow & { emptied: string; before: string }>(
      `select ${ROW_COLUMNS}, emptied, (select s.json from trash_schemas as s where number = schema) as before
       from trash where id = ? and deleted_at >= ?`,
      ...[id, this.oldest()],
    );
    if (!found) return null;
    const { emptied, before, ...row } = found;
    const { to, convert } = conversionBetween(AppSchema.parse(JSON.parse(before)), schema).of(row.table_name);
    return { row: { ...row, table_name: to, json: JSON.stringify(convert(row.json)) }, emptied: JSON.parse(emptied) };
  }

  /** Those of a table, the latest first, whatever it was called when they were deleted. */
  latest(storedTable: string, schema: AppSchema, most: number): { row: StoredRow; deletedAt: string }[] {
    const schemas = this.sql.all<{ number: number; json: string }>("select number, json from trash_schemas");
    const found = schemas.flatMap(({ number, json }) => {
      const before = AppSchema.parse(JSON.parse(json));
      const { of } = conversionBetween(before, schema);
      const names = before.tables.map(({ name }) => name).filter((name) => of(name).to === storedTable);
      const rows = this.sql.all<StoredRow & { deleted_at: string }>(
        `select ${ROW_COLUMNS}, deleted_at from trash where schema = ? and table_name in (select value from json_each(?)) and deleted_at >= ?
         order by deleted_at desc limit ?`,
        ...[number, JSON.stringify(names), this.oldest(), most],
      );
      return rows.map(({ deleted_at: deletedAt, ...row }) => {
        const { to, convert } = of(row.table_name);
        return { row: { ...row, table_name: to, json: JSON.stringify(convert(row.json)) }, deletedAt };
      });
    });
    return found.sort((one, other) => (one.deletedAt < other.deletedAt ? 1 : -1)).slice(0, most);
  }

  /** In the transaction that brings the row back. */
  take(id: string): void {
    this.sql.all("delete from trash where id = ?", id);
  }

  forgetOld(): void {
    this.sql.all(
      `delete from trash where id in (select id from trash where deleted_at < ? order by deleted_at limit ${FORGOTTEN_AT_ONCE})`,
      this.oldest(),
    );
    this.sql.all("delete from trash_schemas where not exists (select 1 from trash where schema = number)");
  }

  private oldest(): string {
    return iso(this.clock.now() - KEPT_MS);
  }
}
