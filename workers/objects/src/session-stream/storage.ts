/** The tables of a SessionStream. */
import type { Sql } from "@edgewright/core";

const LATER_COLUMNS = [
  ["organization_id", "text not null default ''"],
  ["message_id", "text not null default ''"],
  ["message", "text not null default ''"],
  ["deliver", "text not null default 'queue'"],
  ["awaits", "text not null default ''"],
] as const;

export function createTables(sql: Sql): void {
  sql.all(`create table if not exists events (
    seq integer primary key autoincrement, at integer not null, job_id text, type text not null, data text not null)`);
  sql.all(`create table if not exists jobs (
    job_id text primary key, position integer not null, session_id text not null, project_id text not null,
    state text not null, fence integer not null, lease_until integer not null, sent_at integer not null, cancelled integer not null)`);
  // An object made before messages could be changed while they wait, or organizations took turns, has no place for these.
  const known = new Set(sql.all<{ name: string }>("select name from pragma_table_info('jobs')").map(({ name }) => name));
  for (const [name, type] of LATER_COLUMNS) if (!known.has(name)) sql.all(`alter table jobs add column ${name} ${type}`);
  sql.all(`create table if not exists journal (
    job_id text not null, position integer not null, step text not null, result text not null, primary key (job_id, step))`);
}
