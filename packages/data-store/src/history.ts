/** Bookmarks of the rows, and the rows as they were at one. A bookmark costs nothing to make; what it keeps is what changes after it. */
import { AppSchema } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { ROW_COLUMNS as COLUMNS, type StoredRow } from "./sql.ts";

/** `epoch` orders bookmarks; it is given anew when the newest one has been let go. Callers know them by name. */
export type Bookmark = { epoch: number; schema: AppSchema };

/** What a row was at the bookmark is its earliest entry from there on; a row without an entry has not changed since. */
const EARLIEST =
  "past.epoch >= ? and not exists (select 1 from past as earlier where earlier.id = past.id and earlier.epoch >= ? and earlier.epoch < past.epoch)";
const THEN = `select ${COLUMNS} from rows where not exists (select 1 from past where past.id = rows.id and past.epoch >= ?)
  union all select ${COLUMNS} from past where past.json is not null and ${EARLIEST}`;

const PAGE = 500;

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

/** How many rows each stored table had at the bookmark, or has now. */
export function countRows(sql: Sql, at: Bookmark | null): Map<string, number> {
  const counted = sql.all<{ table_name: string; total: number }>(
    `select table_name, count(*) as total from (${at ? THEN : "select table_name from rows"}) group by table_name`,
    ...(at ? [at.epoch, at.epoch, at.epoch] : []),
  );
  return new Map(counted.map(({ table_name, total }) => [table_name, total]));
}

/** The rows of a stored table at the bookmark, or now, a page at a time. */
export function* eachRow(sql: Sql, at: Bookmark | null, table: string): Generator<StoredRow> {
  const from = at ? `(${THEN})` : "rows";
  const epochs = at ? [at.epoch, at.epoch, at.epoch] : [];
  for (let last = ""; ; ) {
    const rows = sql.all<StoredRow>(
      `select ${COLUMNS} from ${from} where table_name = ? and id > ? order by id limit ${PAGE}`,
      ...epochs,
      table,
      last,
    );
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < PAGE) return;
    last = end.id;
  }
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

/** Lets go of bookmarks made before `before` that nobody names. What they alone kept goes; what an older one needs too passes on to it. */
export function releaseBookmarks(sql: Sql, keep: ReadonlySet<string>, before: number): number {
  const unnamed = sql
    .all<{ epoch: number; name: string }>("select epoch, name from bookmarks where at < ? order by epoch desc", before)
    .filter(({ name }) => !keep.has(name));
  for (const { epoch } of unnamed) {
    sql.transaction(() => {
      sql.all(
        "update or ignore past set epoch = (select max(epoch) from bookmarks where epoch < ?1) where epoch = ?1 and exists (select 1 from bookmarks where epoch < ?1)",
        epoch,
      );
      sql.all("delete from past where epoch = ?", epoch);
      sql.all("delete from bookmarks where epoch = ?", epoch);
    });
  }
  return unnamed.length;
}
