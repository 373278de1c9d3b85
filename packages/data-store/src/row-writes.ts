/** The gate of every write of rows: they, their shadows, what follows from them and the record of their change are one write. Then whoever looks on hears of it. */
import type { DataActor, Outcome, RowWriter } from "@edgewright/contracts";
import { at, type Clock, iso, newId, ok, type Sql } from "@edgewright/core";
import type { ChangeRecord, StoredChange } from "./change-record.ts";
import type { ComputedFields } from "./computed-fields.ts";
import { heldFiles } from "./files/file-gate.ts";
import type { FileRecords } from "./files/file-records.ts";
import { refusable, refuse } from "./refusal.ts";
import { takeNumber } from "./row-numbers.ts";
import { shadowOf } from "./shadow.ts";
import { authorOf, ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Values } from "./validate.ts";
import { storedField, type View } from "./view.ts";

/** The first is of the row that the write was meant for. */
export type Changes = [StoredChange, ...StoredChange[]];
/** What is set off by a write, kept in the transaction of it. */
export type Follow = (writer: RowWriter, changes: StoredChange[]) => void;
type Deps = {
  sql: Sql;
  clock: Clock;
  record: ChangeRecord;
  computed: ComputedFields;
  files: FileRecords;
  publish(changes: StoredChange[]): void;
  follow?: Follow;
};

export class RowWrites {
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly record: ChangeRecord;
  private readonly computed: ComputedFields;
  private readonly files: FileRecords;
  private readonly publish: (changes: StoredChange[]) => void;
  /** What has been written of what goes together, while it is. */
  private together: StoredChange[] | null = null;
  private readonly follow: Follow;

  constructor(deps: Deps) {
    this.sql = deps.sql;
    this.clock = deps.clock;
    this.record = deps.record;
    this.computed = deps.computed;
    this.files = deps.files;
    this.publish = deps.publish;
    this.follow = deps.follow ?? (() => {});
  }

  /**
   * The row that the write was meant for, whose change is the first. `tableName`: as whoever writes calls it. `keep`: what else
   * is to be kept of it, in the same transaction.
   */
  commit(writer: RowWriter, tableName: string, write: () => Changes, keep: (row: StoredRow) => void = () => {}): Outcome<StoredRow> {
    const committed = refusable(() =>
      this.sql.transaction(() => {
        const { written, others } = this.computed.follow(writer, write());
        this.record.add(writer, tableName, written);
        keep(at(written, 0).row);
        const changes = [...written, ...others];
        this.follow(writer, changes);
        return changes;
      }),
    );
    if (!committed.ok) return committed;
    if (this.together) this.together.push(...committed.value);
    else this.publish(committed.value);
    return ok(at(committed.value, 0).row);
  }

  /** All that `work` commits or, when it is refused, none of it. Those who look on hear of it once it is all there. */
  all<T>(work: () => Outcome<T>): Outcome<T> {
    const together: StoredChange[] = [];
    this.together = together;
    try {
      const done = refusable(() => this.sql.transaction(() => taken(work())));
      if (done.ok) this.publish(together);
      return done;
    } finally {
      this.together = null;
    }
  }

  insert(view: View, actor: DataActor, given: Values, id = newId("row")): StoredChange {
    const { storedTable, stored, table, live } = view;
    const columns = [
      ...table.columns.map((column) => ({ ...column, name: storedField({ stored }, column.name) })),
      ...(live?.columns ?? []),
    ];
    const numbered = new Map(columns.filter(({ type }) => type === "autonumber").map((column) => [column.name, column]));
    const numbers = [...numbered].map(([name, column]) => [name, takeNumber(this.sql, storedTable, column)]);
    const values: Values = { ...given, ...Object.fromEntries(numbers) };
    const now = iso(this.clock.now());
    const row: StoredRow = {
      ...{ id, table_name: storedTable, json: JSON.stringify(values) },
      ...{ created_at: now, updated_at: now, created_by: authorOf(actor), revision: 1 },
    };
    this.files.note(id, heldFiles(view, values));
    return this.add(row, shadowOf(values, live?.columns ?? []));
  }

  /** One that was deleted, as it was but for `given`. */
  restore({ storedTable, live }: View, row: StoredRow, given: Values): StoredChange {
    const values = this.computed.own(storedTable, given, true);
    const again = { ...row, json: JSON.stringify(values), updated_at: iso(this.clock.now()), revision: row.revision + 1 };
    return this.add(again, shadowOf(values, live?.columns ?? []));
  }

  private add(row: StoredRow, shadow: string): StoredChange {
    this.sql.all(
      `insert into rows (${ROW_COLUMNS}, shadow) values (?, ?, ?, ?, ?, ?, ?, jsonb(?))`,
      ...[row.id, row.table_name, row.json, row.created_at, row.updated_at, row.created_by, row.revision, shadow],
    );
    return { type: "created", row, before: null };
  }

  update(view: Pick<View, "live"> & Partial<View>, row: StoredRow, values: Values): StoredChange {
    const changed = { ...row, json: JSON.stringify(values), updated_at: iso(this.clock.now()), revision: row.revision + 1 };
    this.sql.all(
      "update rows set json = ?, updated_at = ?, revision = ?, shadow = jsonb(?) where id = ?",
      ...[changed.json, changed.updated_at, changed.revision, shadowOf(values, view.live?.columns ?? []), row.id],
    );
    this.files.note(row.id, heldFiles(view, values));
    return { type: "updated", row: changed, before: row };
  }

  remove(row: StoredRow): StoredChange {
    this.sql.all("delete from rows where id = ?", row.id);
    return { type: "deleted", row, before: row };
  }
}

function taken<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : refuse(outcome);
}
