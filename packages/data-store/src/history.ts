/** Bookmarks of the rows, and the rows as they were at one. A bookmark costs nothing to make; what it keeps is what changes after it. */
import { AppSchema } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import type { Piece } from "./piece.ts";
import { ROW_COLUMNS as COLUMNS, type StoredRow } from "./sql.ts";

/** `epoch` orders bookmarks; it is given anew when the newest one has been let go. Callers know them by name. */
export type Bookmark = { epoch: number; schema: AppSchema };

/** What a row was at the bookmark is its earliest entry from there on; a row without an entry has not changed since. */
const EARLIEST =
  "past.epoch >= ? and not exists (select 1 from past as earlier where earlier.id = past.id and earlier.epoch >= ? and earlier.epoch < past.epoch)";
const THEN = `select ${COLUMNS} from rows where not exists (select 1 from past where past.id = rows.id and past.epoch >= ?)
  union all select ${COLUMNS} from past where past.json is not null and ${EARLIEST}`;

export function findBookmark(sql: Sql, name: string): Bookmark | null {
  const [row] = sql.all<{ epoch: number; schema: string }>("select epoch, schema from bookmarks where name = ?", name);
  return row ? { epoch: row.epoch, schema: AppSchema.parse(JSON.parse(row.schema)) } : null;
}

/** Making the same bookmark twice leaves it where it was. */
export function makeBookmark(sql: Sql, name: string, schema: AppSchema, at: number): void {
  sql.all(
    "insert or ignore into bookmarks (epoch, name, schema, at) values ((select coalesce(max(epoch), 0) + 1 from bookmarks), ?, ?, ?)",
    name,
    JSON.stringify(schema),
    at,
  );
}

/** The rows at the bookmark, or now, to be selected from. */
const rowsAt = (epoch: number | null): Piece =>
  epoch === null ? { text: "rows", values: [] } : { text: `(${THEN})`, values: [epoch, epoch, epoch] };

/** `shadowed`: whether it has its shadow. Rows as they were at a bookmark have none. `until`: the length of values up to here. */
export type Source = StoredRow & { shadowed: number; until: number };
const sourceColumns = (epoch: number | null) => `${COLUMNS}, ${epoch === null ? "shadow is not null" : "0"} as shadowed`;

/** What is read at once. */
export type PageBounds = { rows: number; length: number };
const PAGE: PageBounds = { rows: 150, length: 150_000 };

/** In the order of ids; the next page comes after `end`, null: this was the last. */
export type RowsPage = { rows: Source[]; end: string | null };

/**
 * As many rows after an id as a page may hold, the first one however large. The ids come first, of all that is or was there:
 * to look for the rows as they were would go through all that have changed to find one that has not.
 */
export function rowsAfter(sql: Sql, epoch: number | null, id: string, { rows: most, length }: PageBounds): RowsPage {
  const present = "select id from rows where id > ?1 order by id limit ?2";
  const former = "select distinct id from past where id > ?1 order by id limit ?2";
  const either = `select id from (select id from (${present}) union select id from (${former})) order by id limit ?2`;
  const ids = sql.all<{ id: string }>(epoch === null ? present : either, id, most).map((one) => one.id);
  const rows = rowsOf(sql, epoch, ids, length);
  const last = rows.at(-1);
  return { rows, end: (last && last.until >= length ? last.id : ids.at(-1)) ?? null };
}

/** The rows of these ids, in their order, up to a length of values; the first one however large. */
export function rowsOf(sql: Sql, epoch: number | null, ids: readonly string[], length = Number.MAX_SAFE_INTEGER): Source[] {
  const { text, values } = rowsAt(epoch);
  return sql.all<Source>(
    `select * from (
      select *, sum(length(json)) over (order by id rows unbounded preceding) as until from (
        select ${sourceColumns(epoch)} from ${text} where id in (select value from json_each(?))))
     where until - length(json) < ? order by id`,
    ...[...values, JSON.stringify(ids), length],
  );
}

/** Every row at the bookmark, or now, a page at a time. */
export function* pagesOf(sql: Sql, epoch: number | null): Generator<StoredRow[]> {
  for (let last = ""; ; ) {
    const { rows, end } = rowsAfter(sql, epoch, last, PAGE);
    if (end === null) return;
    yield rows;
    last = end;
  }
}

/** How many rows each stored table has now, by the counters. */
export function countRows(sql: Sql): Map<string, number> {
  const counted = sql.all<{ table_name: string; total: number }>("select table_name, sum(rows) as total from counts group by table_name");
  return new Map(counted.map(({ table_name, total }) => [table_name, total]));
}

/** Whether at most so many rows may have changed since the bookmark. */
export const changedAtMost = (sql: Sql, { epoch }: Bookmark, most: number): boolean =>
  sql.all("select 1 from past where epoch >= ? limit ?", epoch, most + 1).length <= most;

/** Some of the ids, after `last`, of rows that have changed since the bookmark. By the key: an index of epochs would be sorted through for each page. */
export const changedSince = (sql: Sql, epoch: number, last: string, limit: number): string[] =>
  sql
    .all<{ id: string }>("select distinct id from past where id > ? and +epoch >= ? order by id limit ?", last, epoch, limit)
    .map(({ id }) => id);

/** Keeps what a row is now, or that it is not there, for the newest bookmark, as the triggers do when one changes. */
export function keepPresent(sql: Sql, id: string): void {
  const newest = "(select max(epoch) from bookmarks)";
  sql.all(
    `insert into past (epoch, id, table_name, json, created_at, updated_at, created_by, revision)
     select ${newest}, one.id, table_name, json, created_at, updated_at, created_by, revision
     from (select ? as id) as one left join rows on rows.id = one.id
     where exists (select 1 from bookmarks) and not exists (select 1 from past where past.id = one.id and epoch = ${newest})`,
    id,
  );
}

/** Makes the rows what they were, ids, revisions and authors included. Runs in the caller's transaction. */
export function bringBack(sql: Sql, { epoch }: Bookmark): void {
  sql.all(`delete from rows where id in (select id from past where past.json is null and ${EARLIEST})`, epoch, epoch);
  sql.all(
    `insert into rows (${COLUMNS}) select ${COLUMNS} from past where past.json is not null and ${EARLIEST}
     on conflict (id) do update set table_name = excluded.table_name, json = excluded.json, created_at = excluded.created_at,
       updated_at = excluded.updated_at, created_by = excluded.created_by, revision = excluded.revision, shadow = null`,
    epoch,
    epoch,
  );
}

/** Rows that one piece of letting go takes. */
const RELEASED_ROWS = 100;

/**
 * One piece of letting go of bookmarks made before `before` that nobody names. What they alone kept goes; what an older one needs
 * too passes on to it. From its first piece on nobody finds the bookmark; until its last one it stays, since what changes
 * meanwhile is kept for the newest there is. Null: there is nothing left to do; true: a bookmark is gone with it.
 */
export function releaseSome(sql: Sql, keep: ReadonlySet<string>, before: number): boolean | null {
  const unnamed = sql
    .all<{ epoch: number; name: string }>("select epoch, name from bookmarks where at < ? order by epoch desc", before)
    .find(({ name }) => !keep.has(name));
  if (!unnamed) return null;
  const { epoch } = unnamed;
  const ids = sql.all<{ id: string }>("select id from past where epoch = ? limit ?", epoch, RELEASED_ROWS).map(({ id }) => id);
  const isLast = ids.length < RELEASED_ROWS;
  sql.transaction(() => {
    const some = JSON.stringify(ids);
    sql.all("update bookmarks set name = ? where epoch = ?", `released ${epoch}`, epoch);
    sql.all(
      `update or ignore past set epoch = (select max(epoch) from bookmarks where epoch < ?1)
       where epoch = ?1 and id in (select value from json_each(?2)) and exists (select 1 from bookmarks where epoch < ?1)`,
      ...[epoch, some],
    );
    sql.all("delete from past where epoch = ? and id in (select value from json_each(?))", epoch, some);
    if (isLast) sql.all("delete from bookmarks where epoch = ?", epoch);
  });
  return isLast;
}
