/**
 * Imports of rows, all or none of a run. Rows are handed in and looked at by the gate that every write goes through, and what does
 * not fit is told by row; then they are written a few at a time, with the app free for others in between. Whatever is refused
 * after all, since the app has changed meanwhile, has all of the run taken back, and so has its being cancelled.
 */
import {
  type BeginImport,
  type DataScope,
  IMPORT_ROWS_MAX,
  type ImportProblem,
  type ImportRows,
  type Outcome,
  type RowImport,
  type RowWriter,
  type WriteImport,
} from "@edgewright/contracts";
import { type Clock, fail, ok } from "@edgewright/core";
import { ImportRecords, type Run } from "./import-records.ts";
import { ImportWriting, type WritingDeps } from "./import-writing.ts";
import { permit } from "./policy.ts";
import { rowBy, tellsApart } from "./row-by.ts";
import { onceKeys } from "./uniqueness.ts";
import type { Values } from "./validate.ts";
import type { View } from "./view.ts";

/** So many rows are looked at before others have their turn. */
const LOOKED_AT = 50;

export type ImportDeps = WritingDeps & {
  clock: Clock;
  /** Of the rows that are given, who is named without being a member. */
  strangers(writer: RowWriter, table: string, rows: readonly Values[]): Promise<ReadonlySet<string>>;
  /** Until rows may be written; a failure: not now. */
  ready(): Promise<Outcome<void>>;
  inTurn(): Promise<void>;
};

export class RowImports {
  private readonly deps: ImportDeps;
  private readonly records: ImportRecords;
  private readonly writing: ImportWriting;
  private running: Promise<void> | null = null;

  constructor(deps: ImportDeps) {
    this.deps = deps;
    this.records = new ImportRecords(deps);
    this.writing = new ImportWriting(deps, this.records);
  }

  begin(writer: RowWriter, table: string, { key }: BeginImport): Outcome<RowImport> {
    const view = this.deps.tables.view(writer, table);
    if (!view.ok) return view;
    for (const action of key === null ? (["create"] as const) : (["create", "update"] as const)) {
      const permitted = permit(view.value, action);
      if (!permitted.ok) return permitted;
    }
    const apart = key === null ? ok(undefined) : tellsApart(view.value, key);
    if (!apart.ok) return apart;
    this.records.forgetOld();
    return ok(this.state(this.records.begin(writer, table, key)));
  }

  async put(writer: RowWriter, id: string, { first, rows }: ImportRows): Promise<Outcome<RowImport>> {
    const found = this.own(writer, id);
    if (!found.ok) return found;
    const run = found.value;
    if (run.stage !== "reading") return fail("conflict", "This import is not open any more.", { next: "Begin another one." });
    const given = rows.filter((row) => row !== null);
    const strangers = await this.deps.strangers(writer, run.table, given);
    for (let from = 0; from < rows.length; from += LOOKED_AT) {
      const ready = await this.deps.ready();
      if (!ready.ok) return ready;
      const view = this.deps.tables.view(writer, run.table);
      if (!view.ok) return view;
      this.deps.sql.transaction(() => {
        for (const [index, row] of rows.slice(from, from + LOOKED_AT).entries())
          if (row) this.lookAt(run, view.value, { number: first + from + index, given: row, strangers });
      });
      await this.deps.inTurn();
    }
    const state = this.state(run);
    if (state.rows <= IMPORT_ROWS_MAX) return ok(state);
    return fail("too_large", `An import has at most ${IMPORT_ROWS_MAX.toLocaleString("en-US")} rows.`, { next: "Import them in parts." });
  }

  private lookAt(run: Run, view: View, row: { number: number; given: Values; strangers: ReadonlySet<string> }): void {
    const { number, given } = row;
    this.records.release(run, number);
    const target = run.key === null ? null : rowBy(this.deps.sql, view, run.key, given[run.key]);
    const looked = this.writing.check(view, run, { ...row, target });
    const problem = looked.ok ? this.repeated(run, view, number, looked.value) : problemOf(number, looked.error);
    this.records.put(run, { number, given: JSON.stringify(given), target: target?.id ?? null, problem });
  }

  /** Whether another row of the run has what may be there once. */
  private repeated(run: Run, view: View, number: number, values: Values): ImportProblem | null {
    for (const { key, field } of onceKeys(view, values)) {
      const other = this.records.claim(run, key, number);
      const label = view.table.columns.find(({ name }) => name === field)?.label ?? field;
      if (other !== null)
        return { row: number, fields: { [field]: `is the same in row ${other}` }, message: `${label} is the same in row ${other}.` };
    }
    return null;
  }

  write(writer: RowWriter, id: string, { leaveOut }: WriteImport): Outcome<RowImport> {
    const found = this.own(writer, id);
    if (!found.ok) return found;
    const run = found.value;
    if (run.stage !== "reading") return ok(this.state(run));
    const { rows, added, problemCount } = this.records.summary(run);
    if (rows === 0 || (leaveOut && rows === problemCount))
      return fail("bad_request", "There is no row to write.", { next: "Hand in rows that fit first." });
    if (problemCount > 0 && !leaveOut)
      return fail("row_invalid", `${problemCount.toLocaleString("en-US")} rows do not fit.`, { next: "Correct or leave them out." });
    const view = this.deps.tables.view(writer, run.table);
    if (!view.ok) return view;
    const room = this.deps.hasRoom(view.value, added);
    if (!room.ok) return room;
    this.records.beginWriting(run, writer);
    return this.read(writer, id);
  }

  read(scope: DataScope, id: string): Outcome<RowImport> {
    const run = this.own(scope, id);
    return run.ok ? ok(this.state(run.value)) : run;
  }

  cancel(writer: RowWriter, id: string): Outcome<RowImport> {
    const found = this.own(writer, id);
    if (!found.ok) return found;
    if (found.value.stage === "reading") this.deps.sql.transaction(() => this.records.end(found.value, "undone"));
    if (found.value.stage === "writing") this.records.enter(found.value, "undoing");
    return this.read(writer, id);
  }

  /** Whether rows are being written, or taken back. */
  atWork(): boolean {
    return this.records.atWork() !== null;
  }

  /** Goes on with all that was begun, to its end; where rows may not be written just now, that is left to the next call. */
  run(): Promise<void> {
    this.running ??= this.goOn().finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async goOn(): Promise<void> {
    for (;;) {
      const ready = await this.deps.ready();
      if (!ready.ok) return;
      const run = this.records.atWork();
      if (run) this.writing.step(run);
      else if (!this.records.clearSome()) return;
      await this.deps.inTurn();
    }
  }

  forgetOld(): void {
    this.records.forgetOld();
  }

  private own({ actor }: DataScope, id: string): Outcome<Run> {
    const run = this.records.find(id);
    const author = run?.writer.actor;
    if (run && author?.kind === "member" && actor.kind === "member" && author.userId === actor.userId) return ok(run);
    return fail("not_found", "This import is not there.", { next: "Begin it again." });
  }

  private state({ id }: Run): RowImport {
    const run = this.records.find(id);
    if (!run) throw new Error(`The import ${id} was forgotten while it was at work`);
    return { ...this.records.summary(run), stage: run.stage };
  }
}

const problemOf = (row: number, { message, fields = {} }: { message: string; fields?: Record<string, string> }): ImportProblem => ({
  row,
  fields,
  message,
});
