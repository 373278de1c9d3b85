/**
 * An app's sample rows follow its `data/samples.json`: each set of them is put in once, through the same checks as every row,
 * and the next one takes its place. What people clear does not come back; rows of their own are never touched.
 */
import { BROUGHT_ID, type Column, type RowWriter, SAMPLE_DAY, SAMPLE_ID, type SampleRows, type Table } from "@edgewright/contracts";
import { type Clock, iso, log, type Sql } from "@edgewright/core";
import { askedRoles } from "@edgewright/expressions";
import { plusDays } from "./calendar.ts";
import type { DataStore } from "./data-store.ts";
import type { Values } from "./validate.ts";

/** Which set is in, and which tables have had their rows of it. */
type Followed = { number: number; tables: string[] };
/** Rows of one set, by how their ids begin. */
type OfSet = { set: number; head: string };
type Deps = { sql: Sql; clock: Clock; store: Pick<DataStore, "schema" | "create" | "remove" | "changes"> };

export class Samples {
  private readonly deps: Deps;
  private turn: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.deps = deps;
    deps.sql.all(
      "create table if not exists samples (one integer primary key check (one = 1), number integer not null, tables text not null)",
    );
    deps.sql.all("create table if not exists brought (number integer primary key)");
  }

  /** What breaks off is gone on with by the next call. */
  follow(writer: RowWriter, given: SampleRows | null): Promise<void> {
    const followed = this.turn.then(() => this.followNow(this.withAllRoles(writer), given));
    this.turn = followed.catch(() => {});
    return followed;
  }

  /** Each of the app's roles is theirs, as an admin's. */
  private withAllRoles(writer: RowWriter): RowWriter {
    const { actor } = writer;
    return actor.kind === "member" ? { ...writer, actor: { ...actor, roles: askedRoles(this.deps.store.schema("current")) } } : writer;
  }

  private async followNow(writer: RowWriter, given: SampleRows | null): Promise<void> {
    const before = this.followed();
    if (given?.own) return this.bringIn(writer, given);
    if (before && before.number !== given?.set) await this.takeOut(writer);
    if (!given) return this.remember(null);
    const known = before?.number === given.set ? before.tables : [];
    // Whoever has cleared them wants no more of the same set, in tables that came later either.
    const cleared = known.length > 0 && this.rows().length === 0;
    const { tables } = this.deps.store.schema("current");
    for (const [name, rows] of Object.entries(given.rows)) {
      const table = tables.find((candidate) => candidate.name === name);
      if (!table || known.includes(name)) continue;
      known.push(name);
      if (cleared || (before?.number === given.set && this.hasRows(name))) continue;
      for (const [index, row] of rows.entries()) await this.putIn(writer, table, { set: given.set, head: SAMPLE_ID }, index, row);
    }
    this.remember({ number: given.set, tables: known });
  }

  /** Rows of the author's own: once they have been put in, they are like all others, and do not come again. */
  private async bringIn(writer: RowWriter, { set, rows }: SampleRows): Promise<void> {
    const { sql, store } = this.deps;
    if (sql.all("select 1 from brought where number = ?", set).length > 0) return;
    await this.takeOut(writer);
    this.remember(null);
    for (const [name, own] of Object.entries(rows)) {
      const table = store.schema("current").tables.find((candidate) => candidate.name === name);
      for (const [place, row] of own.entries()) if (table) await this.putIn(writer, table, { set, head: BROUGHT_ID }, place, row);
    }
    sql.all("insert into brought values (?)", set);
  }

  private async putIn(writer: RowWriter, table: Table, set: OfSet, place: number, row: Values): Promise<void> {
    const { sql, store } = this.deps;
    const id = sampleId(set, store.schema("current").tables.indexOf(table), place);
    if (sql.all("select 1 from rows where id = ?", id).length > 0) return;
    const values = Object.fromEntries(
      table.columns.flatMap((column) =>
        Object.hasOwn(row, column.name) ? [[column.name, this.valueOf(set, column, row[column.name])]] : [],
      ),
    );
    const added = await store.create(writer, table.name, values, id);
    if (!added.ok)
      log.warn("A sample row was refused", { table: table.name, reason: JSON.stringify(added.error.fields ?? added.error.message) });
  }

  private valueOf(set: OfSet, column: Column, value: unknown): unknown {
    const { type, ref } = column;
    if (ref !== undefined && Array.isArray(value)) return value.flatMap((place) => this.rowAt(set, ref, place) ?? []);
    if (ref !== undefined) return this.rowAt(set, ref, value);
    const [isDay, days, hour, minute] = (typeof value === "string" && SAMPLE_DAY.exec(value)) || [];
    if (isDay === undefined || (type !== "date" && type !== "datetime")) return value;
    const day = plusDays(iso(this.deps.clock.now()).slice(0, 10), Number(days ?? 0));
    return type === "date" ? day : `${day}T${hour ?? "09"}:${minute ?? "00"}:00.000Z`;
  }

  /** The id of the sample row that a reference means by its number. */
  private rowAt({ set, head }: OfSet, tableName: string, place: unknown): string | null {
    const ofSet = this.rows(head).filter(({ id, table_name }) => table_name === tableName && id.startsWith(head + digits(set, 6)));
    return ofSet[Number(place) - 1]?.id ?? null;
  }

  /** One that rows refer to goes once they are gone; where a row of somebody's own needs it, it stays, as does one that somebody has changed: it is theirs. */
  private async takeOut(writer: RowWriter): Promise<void> {
    const untouched = () => this.rows().filter((row) => this.isAsPutIn(writer, row));
    for (let left = untouched(); left.length > 0; ) {
      for (const { id, table_name } of left) await this.deps.store.remove(writer, table_name, id);
      const now = untouched();
      if (now.length === left.length) return;
      left = now;
    }
  }

  /** Where its beginning is no longer on record, nobody knows. */
  private isAsPutIn(writer: RowWriter, { id, table_name }: { id: string; table_name: string }): boolean {
    const changes = this.deps.store.changes(writer, table_name, id);
    return changes.ok && changes.value.at(-1)?.type === "created" && changes.value.every(({ way }) => way === writer.origin.way);
  }

  private rows(head = SAMPLE_ID): { id: string; table_name: string }[] {
    return this.deps.sql.all("select id, table_name from rows where id >= ? and id < ? order by id", head, `${head}~`);
  }

  private hasRows(tableName: string): boolean {
    return this.deps.sql.all("select 1 from rows where table_name = ? limit 1", tableName).length > 0;
  }

  private followed(): Followed | null {
    const [row] = this.deps.sql.all<{ number: number; tables: string }>("select number, tables from samples");
    return row ? { number: row.number, tables: JSON.parse(row.tables) } : null;
  }

  private remember(followed: Followed | null): void {
    const { sql } = this.deps;
    if (!followed) sql.all("delete from samples");
    else sql.all("insert or replace into samples values (1, ?, ?)", followed.number, JSON.stringify(followed.tables));
  }
}

const digits = (number: number, length: number): string => number.toString(36).padStart(length, "0");

/** Of a table they sort by their place. */
const sampleId = ({ set, head }: OfSet, table: number, place: number): string =>
  `${head}${digits(set, 6)}${digits(table, 6)}${digits(place + 1, 8)}`;
