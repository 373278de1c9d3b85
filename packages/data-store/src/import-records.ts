/** What is kept of imports: each run, and its rows until it has ended. What is left to do is here, so that whoever comes next goes on with it. */
import type { ImportProblem, RowImport, RowWriter } from "@edgewright/contracts";
import { type Clock, newId, type Sql } from "@edgewright/core";

/** A run that nobody has gone on with for so long is forgotten. */
const KEPT_MS = 24 * 3600 * 1000;
/** So many rows of one that has ended go at once. */
const CLEARED_AT_ONCE = 500;
const PROBLEMS_SHOWN = 200;

export type Stage = RowImport["stage"];
/** `place`: the last row that was written. */
export type Run = { id: string; table: string; writer: RowWriter; key: string | null; stage: Stage; place: number };
/** `target`: the row that is changed or was added. `before`, `after`: what the row was and became, as JSON. */
export type HandedRow = { number: number; given: string; target: string | null; before: string | null; after: string | null };
/** What a row will be, or was found to be, or has become; `back`: it was taken back, `kept`: it could not be. */
type RowState = "adds" | "changes" | "misfit" | "added" | "changed" | "back" | "kept";

type StoredRun = { id: string; table_name: string; writer: string; key: string | null; stage: string; place: number };

export class ImportRecords {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    sql.all(`create table if not exists imports (
      id text primary key, table_name text not null, writer text not null, key text, stage text not null, place integer not null,
      at integer not null, ended text) without rowid`);
    sql.all(`create table if not exists import_rows (
      run text not null, number integer not null, state text not null, given text not null, target text, before text, after text,
      problem text, primary key (run, number)) without rowid`);
    sql.all("create index if not exists import_rows_state on import_rows (run, state)");
    sql.all("create table if not exists import_keys (run text, key text, number integer not null, primary key (run, key)) without rowid");
    sql.all("create index if not exists import_keys_row on import_keys (run, number)");
  }

  begin(writer: RowWriter, table: string, key: string | null): Run {
    const run: Run = { id: newId("imp"), table, writer, key, stage: "reading", place: 0 };
    this.sql.all(
      "insert into imports (id, table_name, writer, key, stage, place, at) values (?, ?, ?, ?, 'reading', 0, ?)",
      ...[run.id, table, JSON.stringify(writer), key, this.clock.now()],
    );
    return run;
  }

  find(id: string): Run | null {
    const [run] = this.sql.all<StoredRun>("select * from imports where id = ?", id);
    return run ? runOf(run) : null;
  }

  /** The run whose rows are being written or taken back, the first of them. */
  atWork(): Run | null {
    const [run] = this.sql.all<StoredRun>("select * from imports where stage in ('writing', 'undoing') order by id limit 1");
    return run ? runOf(run) : null;
  }

  /** `given`: as JSON. */
  put(
    { id }: Run,
    { number, given, target, problem }: { number: number; given: string; target: string | null; problem: ImportProblem | null },
  ) {
    this.sql.all(
      "insert or replace into import_rows (run, number, state, given, target, problem) values (?, ?, ?, ?, ?, ?)",
      ...[id, number, problem ? "misfit" : target === null ? "adds" : "changes", given, target, problem && JSON.stringify(problem)],
    );
    this.sql.all("update imports set at = ? where id = ?", this.clock.now(), id);
  }

  /** Claims for a row what may be there once. The number of the row that has it already; null: none had. */
  claim({ id }: Run, key: string, number: number): number | null {
    const [known] = this.sql.all<{ number: number }>("select number from import_keys where run = ? and key = ?", id, key);
    if (known && known.number !== number) return known.number;
    this.sql.all("insert or ignore into import_keys (run, key, number) values (?, ?, ?)", id, key, number);
    return null;
  }

  release({ id }: Run, number: number): void {
    this.sql.all("delete from import_keys where run = ? and number = ?", id, number);
  }

  setProblem({ id }: Run, problem: ImportProblem): void {
    this.sql.all(
      "update import_rows set state = 'misfit', problem = ? where run = ? and number = ?",
      JSON.stringify(problem),
      id,
      problem.row,
    );
  }

  after({ id, place }: Run, most: number): HandedRow[] {
    return this.sql.all(
      "select number, given, target, before, after from import_rows where run = ? and number > ? and state <> 'misfit' order by number limit ?",
      ...[id, place, most],
    );
  }

  /** Those that were written and are to be taken back, the last ones first. */
  written({ id, place }: Run, most: number): HandedRow[] {
    return this.sql.all(
      `select number, given, target, before, after from import_rows
       where run = ? and number <= ? and state in ('added', 'changed') order by number desc limit ?`,
      ...[id, place, most],
    );
  }

  /** In the transaction that writes the row. */
  setWritten({ id }: Run, { number, target, before, after }: Omit<HandedRow, "given">): void {
    this.sql.all(
      "update import_rows set state = ?, target = ?, before = ?, after = ? where run = ? and number = ?",
      ...[before === null ? "added" : "changed", target, before, after, id, number],
    );
    this.sql.all("update imports set place = ? where id = ?", number, id);
  }

  /** In the transaction that takes the row back. */
  setTakenBack({ id }: Run, number: number, state: "back" | "kept"): void {
    this.sql.all("update import_rows set state = ? where run = ? and number = ?", state, id, number);
    this.sql.all("update imports set place = ? where id = ?", number - 1, id);
  }

  enter({ id }: Run, stage: Stage): void {
    this.sql.all("update imports set stage = ?, at = ? where id = ?", stage, this.clock.now(), id);
  }

  /** `writer`: the log will tell of it as by them. */
  beginWriting(run: Run, writer: RowWriter): void {
    this.sql.all("update imports set writer = ? where id = ?", JSON.stringify(writer), run.id);
    this.enter(run, "writing");
  }

  /** The run has ended: what it came to stays, and its rows go. In the transaction that ends it. */
  end(run: Run, stage: "done" | "undone"): void {
    this.sql.all("update imports set ended = ? where id = ?", JSON.stringify(this.summary(run)), run.id);
    this.enter(run, stage);
  }

  summary(run: Run): Omit<RowImport, "stage"> {
    const [ended] = this.sql.all<{ ended: string | null }>("select ended from imports where id = ?", run.id);
    if (ended?.ended) return JSON.parse(ended.ended);
    const counted = this.sql.all<{ state: RowState; rows: number }>(
      "select state, count(*) as rows from import_rows where run = ? group by state",
      run.id,
    );
    const of = (...states: RowState[]) => counted.reduce((sum, { state, rows }) => sum + (states.includes(state) ? rows : 0), 0);
    const problems = this.sql.all<{ problem: string }>(
      `select problem from import_rows where run = ? and state = 'misfit' order by number limit ${PROBLEMS_SHOWN}`,
      run.id,
    );
    return {
      ...{ id: run.id, table: run.table, rows: counted.reduce((sum, { rows }) => sum + rows, 0), written: of("added", "changed") },
      ...{ added: of("adds", "added"), changed: of("changes", "changed"), left: of("kept") },
      ...{ problems: problems.map(({ problem }) => JSON.parse(problem)), problemCount: of("misfit") },
    };
  }

  /** Some rows of runs that have ended. False: there are none. */
  clearSome(): boolean {
    const [run] = this.sql.all<{ id: string }>(
      "select id from imports where stage in ('done', 'undone') and exists (select 1 from import_rows where run = id) limit 1",
    );
    if (run) this.sql.transaction(() => this.clear(run.id));
    return run !== undefined;
  }

  private clear(id: string): void {
    for (const table of ["import_rows", "import_keys"])
      this.sql.all(
        `delete from ${table} where run = ? and number in (select number from ${table} where run = ? order by number limit ?)`,
        ...[id, id, CLEARED_AT_ONCE],
      );
  }

  /** Runs that were left, or ended long ago. */
  forgetOld(): void {
    const old = this.clock.now() - KEPT_MS;
    this.sql.all("update imports set stage = 'undone' where stage = 'reading' and at < ?", old);
    this.sql.all(
      "delete from imports where stage in ('done', 'undone') and at < ? and not exists (select 1 from import_rows where run = id)",
      old,
    );
  }
}

/** What the object wrote itself. */
const runOf = ({ table_name, writer, stage, ...run }: StoredRun): Run => ({
  ...{ id: run.id, key: run.key, place: run.place },
  ...{ table: table_name, writer: JSON.parse(writer), stage: stage as Stage },
});
