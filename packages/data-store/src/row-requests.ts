/** What may be asked of rows: each request looks at what is there, checks it, and writes, with nothing else in between. */
import type { DataRow, Outcome, RowWrite, RowWriter } from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import type { StoredChange } from "./change-record.ts";
import { isEmpty } from "./column-value.ts";
import { increased } from "./increment.ts";
import { madeEarlier } from "./made-earlier.ts";
import { permit, reaches, refused } from "./policy.ts";
import { referencesTo, withoutReferences } from "./referring-rows.ts";
import { emptiedOf, referringAgain, restoredValues } from "./restored-row.ts";
import { hasRoom } from "./room.ts";
import { rowBy, tellsApart } from "./row-by.ts";
import type { RowCheck } from "./row-check.ts";
import type { Changes, RowWrites } from "./row-writes.ts";
import { toRow } from "./shown-row.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import type { Deleted, Trash } from "./trash.ts";
import { invalid, type Values } from "./validate.ts";
import type { View } from "./view.ts";

type Deps = { sql: Sql; tables: Tables; rowCheck: RowCheck; writes: RowWrites; trash: Trash };

/**
 * `strangers`: those named who are not of the organization. `keep`: keeps the answer too, in the same transaction. `id`: what a new
 * row is to be called, which no row is.
 */
type Given<Answer> = { strangers: ReadonlySet<string>; keep?: (answer: Answer) => void; id?: string };
type Asked = Given<DataRow> & { writer: RowWriter };
type Write<Kind extends RowWrite["do"]> = Extract<RowWrite, { do: Kind }>;

export class RowRequests {
  private readonly deps: Deps;

  constructor(deps: Deps) {
    this.deps = deps;
  }

  one(writer: RowWriter, write: RowWrite, given: Given<DataRow>): Outcome<DataRow> {
    const asked = { ...given, writer };
    switch (write.do) {
      case "create":
        return this.create(write, asked);
      case "update":
        return this.update(write, asked);
      case "upsert":
        return this.upsert(write, asked);
      case "increment":
        return this.increment(write, asked);
      case "remove":
        return this.remove(write, asked);
      case "restore":
        return this.restore(write, asked);
    }
  }

  /** All of them, in their order, or none. */
  all(writer: RowWriter, writes: readonly RowWrite[], { strangers, keep }: Given<DataRow[]>): Outcome<DataRow[]> {
    return this.deps.writes.all(() => {
      const rows: DataRow[] = [];
      for (const [index, write] of writes.entries()) {
        const view = this.deps.tables.view(writer, write.table);
        const whole = view.ok ? madeEarlier(write, view.value.table, rows) : view;
        const done = whole.ok ? this.one(writer, whole.value, { strangers }) : whole;
        if (!done.ok) return ofWrite(index, writes.length, done);
        rows.push(done.value);
      }
      keep?.(rows);
      return ok(rows);
    });
  }

  private create({ table, values }: Write<"create">, asked: Asked): Outcome<DataRow> {
    const view = this.deps.tables.view(asked.writer, table);
    return view.ok ? this.add(view.value, values, asked) : view;
  }

  private update({ table, id, values, revision }: Write<"update">, asked: Asked): Outcome<DataRow> {
    const found = this.deps.tables.find(asked.writer, table, id, "update");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    return this.change(view, row, values, asked);
  }

  private upsert({ table, by, values }: Write<"upsert">, asked: Asked): Outcome<DataRow> {
    const found = this.deps.tables.view(asked.writer, table);
    if (!found.ok) return found;
    const view = found.value;
    const apart = tellsApart(view, by);
    if (!apart.ok) return apart;
    const value = Object.hasOwn(values, by) ? values[by] : null;
    if (isEmpty(value)) return invalid(view.table, { [by]: "is needed, as rows are told apart by it" });
    const row = rowBy(this.deps.sql, view, by, value);
    if (!row) return this.add(view, values, asked);
    return reaches(view, "update", row) ? this.change(view, row, values, asked) : refused(view, "update");
  }

  private increment({ table, id, by }: Write<"increment">, asked: Asked): Outcome<DataRow> {
    const found = this.deps.tables.find(asked.writer, table, id, "update");
    if (!found.ok) return found;
    const { view, row } = found.value;
    const values = increased(view, row, by);
    return values.ok ? this.change(view, row, values.value, asked) : values;
  }

  private remove({ table, id, revision }: Write<"remove">, asked: Asked): Outcome<DataRow> {
    const { sql, tables, trash, writes } = this.deps;
    const found = tables.find(asked.writer, table, id, "delete");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    const references = referencesTo(sql, tables, asked.writer, view, id);
    if (!references.ok) return references;
    return this.commit(view, asked, () => {
      const emptied = withoutReferences(references.value, id).map((other) => writes.update(other.view, other.row, other.values));
      trash.put(row, emptiedOf(references.value), tables.schema("current"));
      return [writes.remove(row), ...emptied];
    });
  }

  private restore({ table, id }: Write<"restore">, asked: Asked): Outcome<DataRow> {
    const { sql, tables, trash, writes } = this.deps;
    const found = tables.view(asked.writer, table);
    if (!found.ok) return found;
    const view = found.value;
    const deleted = trash.find(id, tables.schema("current"));
    if (deleted?.row.table_name !== view.storedTable || !reaches(view, "read", deleted.row))
      return fail("not_found", "This row is not among the deleted ones.", { next: "They are kept for 30 days; load the list again." });
    if (!reaches(view, "delete", deleted.row)) return refused(view, "delete");
    if (sql.all("select 1 from rows where id = ?", id).length > 0)
      return fail("conflict", "This row is there already.", { next: "Load the list again." });
    const room = hasRoom(sql, view);
    if (!room.ok) return room;
    const values = restoredValues(sql, view, deleted.row);
    if (!values.ok) return values;
    return this.commit(view, asked, () => {
      trash.take(id);
      return [writes.restore(view, deleted.row, values.value), ...this.referAgain(asked.writer, deleted)];
    });
  }

  private add(view: View, given: Values, asked: Asked): Outcome<DataRow> {
    const { sql, rowCheck, writes } = this.deps;
    const { writer, strangers, id } = asked;
    const permitted = permit(view, "create");
    if (!permitted.ok) return permitted;
    const values = rowCheck.check(view, writer, { given, row: null, strangers });
    if (!values.ok) return values;
    const room = hasRoom(sql, view);
    if (!room.ok) return room;
    return this.commit(view, asked, () => [writes.insert(view, writer.actor, values.value, id)]);
  }

  private change(view: View, row: StoredRow, given: Values, asked: Asked): Outcome<DataRow> {
    const { writer, strangers } = asked;
    const values = this.deps.rowCheck.check(view, writer, { given, row, strangers });
    return values.ok ? this.commit(view, asked, () => [this.deps.writes.update(view, row, values.value)]) : values;
  }

  private commit(view: View, { writer, keep }: Asked, write: () => Changes): Outcome<DataRow> {
    const written = this.deps.writes.commit(writer, view.table.name, write, (row) => keep?.(toRow(view, row)));
    return written.ok ? ok(toRow(view, written.value)) : written;
  }

  private referAgain(writer: RowWriter, { row: { id }, emptied }: Deleted): StoredChange[] {
    const { sql, tables, writes } = this.deps;
    return emptied.flatMap(({ id: other, field }) => {
      const [row] = sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ?`, other);
      const view = row && tables.liveView(writer, row.table_name);
      const values = view && referringAgain(row, view.table.columns, { field, id });
      return values ? [writes.update(view, row, values)] : [];
    });
  }
}

/** Which of them it was. */
const ofWrite = <T>(index: number, count: number, refusal: Extract<Outcome<T>, { ok: false }>): Outcome<T> => ({
  ok: false,
  error: { ...refusal.error, message: `Write ${index + 1} of ${count}: ${refusal.error.message} None was done.` },
});

const stale = (view: View, row: StoredRow) =>
  fail("row_stale", "Someone else has changed this row meanwhile.", {
    next: "Look at it again, then save.",
    fields: { revision: String(row.revision) },
    current: toRow(view, row),
  });
