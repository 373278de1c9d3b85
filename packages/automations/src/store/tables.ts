/** What the object of an app's data keeps of its automations, beside the rows. */
import type { Sql } from "@edgewright/core";

/**
 * `automation_specs`: each wording that ever ran; the live version's are `active`. A run goes on by the one it began with.
 * `due` of a run is when it may be taken up; whoever takes it up moves it a minute on, under the next fence.
 */
export function createAutomationTables(sql: Sql): void {
  sql.all("create table if not exists automation_place (one integer primary key check (one = 1), json text not null)");
  sql.all(
    "create table if not exists automation_specs (id integer primary key autoincrement, name text not null, json text not null, active integer not null)",
  );
  sql.all("create index if not exists automation_specs_name on automation_specs (active, name)");
  sql.all("create table if not exists automation_off (name text primary key) without rowid");
  sql.all("create table if not exists automation_clock (name text primary key, next integer not null) without rowid");
  sql.all(`create table if not exists automation_runs (
    seq integer primary key autoincrement, id text not null unique, spec integer not null, name text not null, cause text unique,
    table_name text, row_id text, row text, old text, author text, depth integer not null,
    state text not null, step integer not null default 0, attempts integer not null default 0, due integer not null,
    fence integer not null default 0, reason text, at integer not null, ended integer)`);
  sql.all("create index if not exists automation_runs_due on automation_runs (due, seq) where state = 'waiting'");
  sql.all("create index if not exists automation_runs_row on automation_runs (row_id, seq) where state = 'waiting'");
  sql.all("create index if not exists automation_runs_name on automation_runs (name, state, seq)");
  sql.all("create index if not exists automation_runs_ended on automation_runs (ended) where ended is not null");
  sql.all(`create table if not exists automation_steps (
    run text not null, step integer not null, given text not null, result text, stage text not null, primary key (run, step)) without rowid`);
  sql.all(
    "create table if not exists automation_days (day text primary key, runs integer not null default 0, mails integer not null default 0, unbegun integer not null default 0) without rowid",
  );
}
