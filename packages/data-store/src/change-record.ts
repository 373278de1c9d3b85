/**
 * The record of what becomes of an app's rows, written in the transaction that changes them: the app's own change log (who,
 * when, from, to), and the lines that go from here to the organization's log.
 */
import { AuditEntry, auditEntry, type Origin } from "@edgewright/audit";
import type { DataActor, Json, RowChange, RowWriter, TableChange } from "@edgewright/contracts";
import { type Clock, iso, Outbox, type Sql } from "@edgewright/core";
import type { StoredRow } from "./sql.ts";

/** A write as it happened; each listener sees it through its own scope. `before` null: it was not there. */
export type StoredChange = { type: "created" | "updated" | "deleted"; row: StoredRow; before: StoredRow | null };

/** What changes rows without being a write of one: other tables, or a rollback. `by`: the version, or the line of the rollback in the log, that says who. */
export type Sweep = { type: "tables" | "rolled_back"; by: string | null; says: string[] };

const HOUR_MS = 3600 * 1000;
/** A change is kept for so long. */
const KEPT_MS = 90 * 24 * HOUR_MS;
/** So many that are older are forgotten at once. */
const FORGOTTEN_AT_ONCE = 2000;
const USERS: Origin = { kind: "system", id: "app", name: "The app", personId: null, ip: null, userAgent: null, requestId: null };
const LINE = { created: "data.row_created", updated: "data.row_updated", deleted: "data.row_deleted" } as const;

export class ChangeRecord {
  /** Lines on their way to the organization's log. */
  readonly outbox: Outbox<AuditEntry>;
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
    this.outbox = new Outbox({ sql, clock }, AuditEntry);
    sql.all(`create table if not exists changes (
      seq integer primary key autoincrement, at integer not null, type text not null, way text not null,
      by_kind text not null, by_id text, row_id text, before text, after text)`);
    sql.all("create index if not exists changes_tables on changes (seq) where type in ('tables', 'rolled_back')");
    sql.all("create index if not exists changes_row on changes (row_id, seq) where row_id is not null");
  }

  /** One write with all that it changed, the row it was meant for first. `table`: as whoever writes calls it. */
  add(writer: RowWriter, table: string, changes: StoredChange[]): void {
    const { actor, origin } = writer;
    for (const { type, row, before } of changes) {
      const after = type === "deleted" ? null : row;
      this.insert([type, origin.way, actor.kind, idOf(actor), row.id, ...differing(before, after)]);
    }
    const [first] = changes;
    if (first) this.tell(writer, table, first, changes);
  }

  addSweep({ type, by, says }: Sweep): void {
    this.insert([type, type === "tables" ? "version" : "rollback", "platform", by, null, null, JSON.stringify(says)]);
  }

  /** The changes of tables, newest first. */
  sweeps(limit: number): TableChange[] {
    const found = this.sql.all<Pick<ChangeRow, "at" | "by_id" | "after"> & { type: Sweep["type"] }>(
      "select at, type, by_id, after from changes where type in ('tables', 'rolled_back') order by seq desc limit ?",
      limit,
    );
    return found.map(({ at, type, by_id, after }) => ({
      at: iso(at),
      type,
      says: JSON.parse(after ?? "[]"),
      version: type === "tables" && by_id !== null ? Number(by_id) : null,
    }));
  }

  /** The changes of a row, newest first. Its fields have the names that they were stored under. */
  ofRow(id: string, limit: number): RowChange[] {
    const found = this.sql.all<ChangeRow>(
      "select seq, at, type, way, by_kind, by_id, before, after from changes where row_id = ? order by seq desc limit ?",
      id,
      limit,
    );
    return found.map(({ seq, at, type, way, by_kind, by_id, before, after }) => ({
      number: seq,
      at: iso(at),
      type,
      way,
      by: { kind: by_kind, id: by_id },
      from: fieldsIn(before),
      to: fieldsIn(after),
    }));
  }

  /** Some of the changes that are older than is kept. */
  forgetOld(): void {
    this.sql.all(
      `delete from changes where at < ? and seq in (select seq from changes order by seq limit ${FORGOTTEN_AT_ONCE})`,
      this.clock.now() - KEPT_MS,
    );
  }

  private insert(values: [type: string, way: string, byKind: string, byId: string | null, ...(string | null)[]]): void {
    this.sql.all(
      "insert into changes (at, type, way, by_kind, by_id, row_id, before, after) values (?, ?, ?, ?, ?, ?, ?, ?)",
      this.clock.now(),
      ...values,
    );
  }

  /** An import has one line, however many rows it brings. In the transaction that ends it. */
  tellImport(
    { origin }: RowWriter,
    id: string,
    action: "data.imported" | "data.import_undone",
    detail: Record<string, string | number>,
  ): void {
    if (!("by" in origin)) return;
    const what = { scope: origin.organizationId, projectId: origin.projectId, action, subject: id, detail };
    this.outbox.put(auditEntry(this.clock, origin.by, what));
  }

  private tell({ origin }: RowWriter, table: string, { type, row }: StoredChange, changes: StoredChange[]): void {
    const { organizationId: scope, projectId } = origin;
    // See `tellImport`.
    if (origin.way === "import") return;
    if (origin.way === "screen" || origin.way === "token") {
      const what = { scope, projectId, action: LINE[type], subject: row.id, detail: { table } };
      this.outbox.put(auditEntry(this.clock, origin.by, what));
      return;
    }
    const hour = Math.floor(this.clock.now() / HOUR_MS) * HOUR_MS;
    const end = { now: () => hour + HOUR_MS };
    const detail = { from: iso(hour), to: iso(end.now()), created: 0, updated: 0, deleted: 0 };
    const what = { scope, projectId, action: "data.used" as const, subject: projectId, detail };
    this.outbox.gather(
      `hour:${hour}`,
      end.now(),
      () => auditEntry(end, USERS, what),
      (line) => {
        const sum = { ...line.detail };
        for (const change of changes) sum[change.type] = Number(sum[change.type]) + 1;
        return { ...line, detail: sum };
      },
    );
  }
}

/** As it is stored, where it is of one row. */
type ChangeRow = {
  seq: number;
  at: number;
  type: RowChange["type"];
  way: RowChange["way"];
  by_kind: RowChange["by"]["kind"];
  by_id: string | null;
  before: string | null;
  after: string | null;
};

const fieldsIn = (json: string | null): Record<string, Json> => JSON.parse(json ?? "{}");

const idOf = (actor: DataActor): string | null =>
  actor.kind === "member" ? actor.userId : actor.kind === "automation" ? actor.name : null;

/** Of two states of a row, the fields that differ, as JSON. */
function differing(before: StoredRow | null, after: StoredRow | null): [string | null, string | null] {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const names = Object.keys({ ...was, ...is }).filter((name) => JSON.stringify(was[name] ?? null) !== JSON.stringify(is[name] ?? null));
  const of = (values: Record<string, unknown>) => JSON.stringify(Object.fromEntries(names.map((name) => [name, values[name] ?? null])));
  return [before && of(was), after && of(is)];
}

const valuesOf = (row: StoredRow | null): Record<string, unknown> => (row ? JSON.parse(row.json) : {});
