/** Writes the rows of an import, a few in each transaction, and takes them back. */
import type { Outcome } from "@edgewright/contracts";
import { at, type Sql } from "@edgewright/core";
import type { ChangeRecord, StoredChange } from "./change-record.ts";
import type { HandedRow, ImportRecords, Run } from "./import-records.ts";
import { reaches, refused } from "./policy.ts";
import { referencesTo, withoutReferences } from "./referring-rows.ts";
import { refuse } from "./refusal.ts";
import { emptiedOf } from "./restored-row.ts";
import type { RowCheck } from "./row-check.ts";
import type { Changes, RowWrites } from "./row-writes.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import type { Trash } from "./trash.ts";
import type { Values } from "./validate.ts";
import type { View } from "./view.ts";

/** Some ten milliseconds' work. */
const ROWS_AT_ONCE = 40;

/** `target`: the row that is changed. */
type Looked = { given: Values; target: StoredRow | null; strangers: ReadonlySet<string> };

export type WritingDeps = {
  sql: Sql;
  tables: Tables;
  rowCheck: RowCheck;
  writes: RowWrites;
  trash: Trash;
  record: ChangeRecord;
  hasRoom(view: View, rows: number): Outcome<void>;
};

export class ImportWriting {
  private readonly deps: WritingDeps;
  private readonly records: ImportRecords;

  constructor(deps: WritingDeps, records: ImportRecords) {
    this.deps = deps;
    this.records = records;
  }

  /** All values of the row as it is to be stored. What is empty leaves a new row its default. */
  check(view: View, { writer }: Run, { given, target, strangers }: Looked): Outcome<Values> {
    if (target && !reaches(view, "update", target)) return refused(view, "update");
    const filled = target ? given : Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
    return this.deps.rowCheck.check(view, writer, { given: filled, row: target, strangers });
  }

  step(run: Run): void {
    if (run.stage === "writing") this.writeSome(run);
    else this.takeSomeBack(run);
  }

  private writeSome(run: Run): void {
    const rows = this.records.after(run, ROWS_AT_ONCE);
    if (rows.length === 0) return void this.end(run, "done");
    const view = this.deps.tables.view(run.writer, run.table);
    const written = view.ok ? this.write(run, view.value, rows) : view;
    if (written.ok) return;
    // Which row it was is known when it is alone.
    const [first] = rows;
    const alone = view.ok && rows.length > 1 && first ? this.write(run, view.value, [first]) : written;
    if (alone.ok) return;
    const { message, fields = {} } = alone.error;
    this.deps.sql.transaction(() => {
      this.records.setProblem(run, { row: at(rows, 0).number, fields, message });
      this.records.enter(run, "undoing");
    });
  }

  private write(run: Run, view: View, rows: HandedRow[]): Outcome<StoredRow> {
    return this.deps.writes.commit(run.writer, run.table, () => rows.map((row) => this.writeOne(run, view, row)) as Changes);
  }

  private writeOne(run: Run, view: View, { number, given, target: id }: HandedRow): StoredChange {
    const target = id === null ? null : this.row(id);
    const values = this.check(view, run, { given: JSON.parse(given), target, strangers: new Set() });
    if (!values.ok) refuse(values);
    const room = target ? null : this.deps.hasRoom(view, 1);
    if (room && !room.ok) refuse(room);
    const { writes } = this.deps;
    const change = target ? writes.update(view, target, values.value) : writes.insert(view, run.writer.actor, values.value);
    this.records.setWritten(run, { number, target: change.row.id, before: target?.json ?? null, after: change.row.json });
    return change;
  }

  private takeSomeBack(run: Run): void {
    const rows = this.records.written(run, ROWS_AT_ONCE);
    const [first] = rows;
    if (!first) return void this.end(run, "undone");
    if (this.takeBack(run, rows).ok || this.takeBack(run, [first]).ok) return;
    this.records.setTakenBack(run, first.number, "kept");
  }

  private takeBack(run: Run, rows: HandedRow[]): Outcome<unknown> {
    const there = rows.flatMap((handed) => {
      const row = handed.target === null ? null : this.row(handed.target);
      if (!row) this.records.setTakenBack(run, handed.number, "back");
      return row ? [{ handed, row }] : [];
    });
    if (there.length === 0) return { ok: true, value: null };
    return this.deps.writes.commit(run.writer, run.table, () => {
      const changes = there.flatMap(({ handed, row }) => {
        this.records.setTakenBack(run, handed.number, "back");
        return handed.before === null ? this.removeAgain(run, row) : [this.changeBack(run, row, handed)];
      });
      return changes as Changes;
    });
  }

  /** What others have put into it since is not lost: it can be brought back as any row that was deleted. */
  private removeAgain(run: Run, row: StoredRow): StoredChange[] {
    const { sql, tables, trash, writes } = this.deps;
    const view = tables.liveView(run.writer, row.table_name);
    const references = view ? referencesTo(sql, tables, run.writer, view, row.id) : null;
    if (references && !references.ok) refuse(references);
    const referring = references?.value ?? [];
    const emptied = withoutReferences(referring, row.id).map((other) => writes.update(other.view, other.row, other.values));
    if (row.revision > 1) trash.put(row, emptiedOf(referring), tables.schema("current"));
    return [writes.remove(row), ...emptied];
  }

  /** Its fields as they were, but for those that somebody has changed since. */
  private changeBack(run: Run, row: StoredRow, { before, after }: HandedRow): StoredChange {
    const [was, became, now]: [Values, Values, Values] = [JSON.parse(before ?? "{}"), JSON.parse(after ?? "{}"), JSON.parse(row.json)];
    const mine = Object.keys({ ...was, ...became }).filter((name) => same(now[name], became[name]));
    const values = { ...now, ...Object.fromEntries(mine.map((name) => [name, was[name] ?? null])) };
    return this.deps.writes.update({ live: this.deps.tables.liveView(run.writer, row.table_name)?.live }, row, values);
  }

  private end(run: Run, stage: "done" | "undone"): void {
    this.deps.sql.transaction(() => {
      this.records.end(run, stage);
      const { added, changed, left } = this.records.summary(run);
      const action = stage === "done" ? "data.imported" : "data.import_undone";
      this.deps.record.tellImport(run.writer, run.id, action, { table: run.table, ...(stage === "done" ? { added, changed } : { left }) });
    });
  }

  private row(id: string): StoredRow | null {
    return this.deps.sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ?`, id)[0] ?? null;
  }
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
