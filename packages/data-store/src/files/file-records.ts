/**
 * What is known of an app's files: each with its parts, who handed it in, and the rows that hold it or once did. The rows
 * themselves say which file they hold now; what is noted of them here is where to look.
 */
import type { DataActor, FileValue } from "@edgewright/contracts";
import { type Clock, type Sql, secretId } from "@edgewright/core";
import { authorOf } from "../sql.ts";
import type { Part } from "./file-stream.ts";

const HOUR_MS = 3600 * 1000;
/** What no row holds is kept for so long after its last part, for whoever is still filling in a form. */
const LOOSE_MS = 24 * HOUR_MS;
/** What is held is looked at again after so long. */
const HELD_MS = 7 * 24 * HOUR_MS;
/** Content that nothing names is kept for so long: a part may just be on its way there. */
const CONTENT_MS = HOUR_MS;

/** `type` null: its first part is not there yet. `author` null: a visitor, or the app itself. `picture`: it must be one. */
export type StoredFile = {
  id: string;
  name: string;
  size: number;
  type: string | null;
  author: string | null;
  picture: number;
  thumbnail: string | null;
};
export type NewFile = { name: string; size: number; picture: boolean };

export class FileRecords {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    sql.all(`create table if not exists files (
      id text primary key, name text not null, size integer not null, type text, author text, picture integer not null,
      thumbnail text, due integer not null) without rowid`);
    sql.all("create index if not exists files_due on files (due)");
    sql.all(`create table if not exists file_parts (
      file text not null, number integer not null, hash text not null, size integer not null, primary key (file, number)) without rowid`);
    sql.all("create index if not exists file_parts_hash on file_parts (hash)");
    sql.all("create index if not exists files_thumbnail on files (thumbnail) where thumbnail is not null");
    sql.all("create table if not exists file_rows (file text, row_id text, primary key (file, row_id)) without rowid");
    sql.all("create table if not exists file_contents (hash text primary key, at integer not null) without rowid");
  }

  begin(actor: DataActor, { name, size, picture }: NewFile): StoredFile {
    const file = { id: secretId("fil"), name, size, type: null, author: authorOf(actor), picture: Number(picture) };
    this.sql.all(
      "insert into files (id, name, size, type, author, picture, due) values (?, ?, ?, ?, ?, ?, ?)",
      ...[...Object.values(file), this.clock.now() + LOOSE_MS],
    );
    return { ...file, thumbnail: null };
  }

  find(id: string): StoredFile | null {
    const [file] = this.sql.all<StoredFile>("select * from files where id = ?", id);
    return file ?? null;
  }

  parts(id: string): (Part & { number: number })[] {
    return this.sql.all("select number, hash, size from file_parts where file = ? order by number", id);
  }

  /** The file as a row holds it; null: it is not whole. */
  whole(file: StoredFile): FileValue | null {
    const there = this.parts(file.id).reduce((sum, { size }) => sum + size, 0);
    if (file.type === null || there !== file.size) return null;
    return { id: file.id, name: file.name, size: file.size, type: file.type, ...(file.thumbnail !== null && { thumbnail: true }) };
  }

  addPart(id: string, { number, hash, size, type }: Part & { number: number; type: string | null }): void {
    this.sql.all("insert or ignore into file_parts (file, number, hash, size) values (?, ?, ?, ?)", id, number, hash, size);
    this.sql.all("update files set type = coalesce(?, type), due = ? where id = ?", type, this.clock.now() + LOOSE_MS, id);
  }

  setThumbnail(id: string, hash: string): void {
    this.sql.all("update files set thumbnail = ? where id = ?", hash, id);
  }

  /** All files, and those of an author that no row has ever held. */
  bytes(author: string | null): { all: number; loose: number } {
    const [all] = this.sql.all<{ sum: number | null }>("select sum(size) as sum from files");
    const [loose] = this.sql.all<{ sum: number | null }>(
      "select sum(size) as sum from files where author is ? and not exists (select 1 from file_rows where file = files.id)",
      author,
    );
    return { all: all?.sum ?? 0, loose: loose?.sum ?? 0 };
  }

  /** Notes which files a row holds. In the transaction that writes the row. */
  note(rowId: string, files: readonly string[]): void {
    for (const file of files) this.sql.all("insert or ignore into file_rows (file, row_id) values (?, ?)", file, rowId);
  }

  /** The rows that hold a file, or did. */
  rowsOf(id: string, most: number): string[] {
    return this.sql.all<{ row_id: string }>("select row_id from file_rows where file = ? limit ?", id, most).map((one) => one.row_id);
  }

  /** Notes that a content will be put there, before it is. */
  expect(hash: string): void {
    this.sql.all("insert into file_contents (hash, at) values (?1, ?2) on conflict (hash) do update set at = ?2", hash, this.clock.now());
  }

  /** When a file must next be looked at; null: there is none. Content that is of none comes before that of some file. */
  due(): number | null {
    const [first] = this.sql.all<{ due: number | null }>("select min(due) as due from files");
    return first?.due ?? null;
  }

  /** Forgets those files, of some that are due, which no row, deleted row, bookmark or change names. Returns whether there may be more. */
  forgetUnheld(most: number): boolean {
    return this.sql.transaction(() => {
      const due = this.sql.all<{ id: string }>("select id from files where due <= ? order by due limit ?", this.clock.now(), most);
      for (const { id } of due) {
        if (this.isHeld(id)) this.sql.all("update files set due = ? where id = ?", this.clock.now() + HELD_MS, id);
        else this.forget(id);
      }
      return due.length === most;
    });
  }

  forget(id: string): void {
    this.sql.all("delete from files where id = ?", id);
    this.sql.all("delete from file_parts where file = ?", id);
    this.sql.all("delete from file_rows where file = ?", id);
  }

  private isHeld(id: string): boolean {
    const held = this.sql.all(
      `select 1 from file_rows as noted where file = ?1 and (
        exists (select 1 from rows where id = noted.row_id and instr(json, ?1))
        or exists (select 1 from trash where id = noted.row_id and instr(json, ?1))
        or exists (select 1 from past where id = noted.row_id and instr(json, ?1))
        or exists (select 1 from changes where row_id = noted.row_id and (instr(before, ?1) or instr(after, ?1)))) limit 1`,
      id,
    );
    return held.length > 0;
  }

  /** Contents that no file names any more. */
  unnamed(most: number): string[] {
    const found = this.sql.all<{ hash: string }>(
      `select hash from file_contents as one where at <= ? and ${UNNAMED} limit ?`,
      this.clock.now() - CONTENT_MS,
      most,
    );
    return found.map(({ hash }) => hash);
  }

  forgetContent(hash: string): void {
    this.sql.all("delete from file_contents where hash = ?", hash);
  }
}

const UNNAMED = `not exists (select 1 from file_parts where hash = one.hash)
  and not exists (select 1 from files where thumbnail = one.hash)`;
