/** The Workspace's SQLite: the files of each channel, finished builds, and transformed modules. Survives the object's eviction. */
import type { Channel, FileChange, FileMap, PageBuild } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";

/** What a channel shows. `jobId` and `sessionId` are a draft's. */
export type ChannelState = { version: number | null; jobId: string | null; sessionId: string | null };

const TABLES = [
  "create table if not exists meta (key text primary key, value text not null)",
  "create table if not exists channels (channel text primary key, version integer, job_id text, session_id text, opened_at integer not null)",
  "create table if not exists files (channel text not null, path text not null, text text not null, primary key (channel, path))",
  "create table if not exists builds (channel text primary key, revision text not null, page text not null)",
  "create table if not exists transforms (key text primary key, value text not null)",
];

/** A row of SQLite in an object holds at most 2 MB; a larger build is made again when it is needed. */
const MAX_BUILD_CHARACTERS = 600_000;
const MAX_TRANSFORMS = 3000;

export class WorkspaceStorage {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
    for (const table of TABLES) sql.all(table);
    const [row] = sql.all<{ newest: number | null }>("select max(rowid) as newest from transforms");
    sql.all("delete from transforms where rowid <= ?", (row?.newest ?? 0) - MAX_TRANSFORMS);
  }

  projectId(): string | null {
    return this.sql.all<{ value: string }>("select value from meta where key = 'project'")[0]?.value ?? null;
  }

  setProjectId(projectId: string): void {
    this.sql.all("insert into meta values ('project', ?) on conflict do update set value = excluded.value", projectId);
  }

  channel(channel: Channel): ChannelState | null {
    const [row] = this.sql.all<{ version: number | null; job_id: string | null; session_id: string | null }>(
      "select version, job_id, session_id from channels where channel = ?",
      channel,
    );
    return row ? { version: row.version, jobId: row.job_id, sessionId: row.session_id } : null;
  }

  files(channel: Channel): FileMap {
    const rows = this.sql.all<{ path: string; text: string }>("select path, text from files where channel = ?", channel);
    return Object.fromEntries(rows.map(({ path, text }) => [path, text]));
  }

  open(channel: Channel, state: ChannelState, files: FileMap, now: number): void {
    this.sql.transaction(() => {
      this.close(channel);
      this.sql.all("insert into channels values (?, ?, ?, ?, ?)", channel, state.version, state.jobId, state.sessionId, now);
      this.write(
        channel,
        Object.entries(files).map(([path, text]) => ({ path, text })),
      );
    });
  }

  change(channel: Channel, changes: FileChange[]): void {
    this.sql.transaction(() => this.write(channel, changes));
  }

  close(channel: Channel): void {
    for (const table of ["channels", "files", "builds"]) this.sql.all(`delete from ${table} where channel = ?`, channel);
  }

  /** Numbered versions somebody looked at, the longest open first. */
  openVersions(): Channel[] {
    return this.sql
      .all<{ channel: Channel }>("select channel from channels where channel like 'v%' order by opened_at")
      .map((row) => row.channel);
  }

  build(channel: Channel, revision: string): PageBuild | null {
    const [row] = this.sql.all<{ page: string }>("select page from builds where channel = ? and revision = ?", channel, revision);
    return row ? (JSON.parse(row.page) as PageBuild) : null;
  }

  keepBuild(channel: Channel, revision: string, page: PageBuild): void {
    const text = JSON.stringify(page);
    if (text.length > MAX_BUILD_CHARACTERS) return;
    this.sql.all(
      "insert into builds values (?, ?, ?) on conflict do update set revision = excluded.revision, page = excluded.page",
      channel,
      revision,
      text,
    );
  }

  transformed(key: string): string | null {
    return this.sql.all<{ value: string }>("select value from transforms where key = ?", key)[0]?.value ?? null;
  }

  keepTransformed(key: string, value: string): void {
    this.sql.all("insert into transforms values (?, ?) on conflict do nothing", key, value);
  }

  private write(channel: Channel, changes: FileChange[]): void {
    for (const { path, text } of changes) {
      if (text === null) this.sql.all("delete from files where channel = ? and path = ?", channel, path);
      else this.sql.all("insert into files values (?, ?, ?) on conflict do update set text = excluded.text", channel, path, text);
    }
  }
}
