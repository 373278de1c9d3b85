/** The database of a generated app: schemas by channel, rows, and the rules both keep. Runs inside the ProjectData object. */
import {
  AppSchema,
  type Channel,
  type Column,
  type DataAction,
  type DataActor,
  type DataRow,
  type DataScope,
  type LiveChange,
  type Outcome,
  type RowPage,
  RowQuery,
  type RowQueryInput,
  type RowWriter,
  type Table,
} from "@edgewright/contracts";
import { type Clock, fail, iso, newId, ok, type Sql } from "@edgewright/core";
import { ChangeRecord, type StoredChange } from "./change-record.ts";
import { changesBetween } from "./change-schema.ts";
import { queryName } from "./cursor.ts";
import { hasIndex, indexName, keepIndexes } from "./indexes.ts";
import { storedName } from "./naming.ts";
import { permit, reach, reaches, refused } from "./policy.ts";
import { planOf } from "./query.ts";
import { readPage } from "./scan.ts";
import { settleSome } from "./settle.ts";
import { keyOf, keyText, literal, shadowOf } from "./shadow.ts";
import { createTables, ROW_COLUMNS, type Side, type StoredRow, sideOf } from "./sql.ts";
import { BOUNDS, type Bounds, type Change, TableChange, writeSchema } from "./table-change.ts";
import { invalid, parseValues, type Values } from "./validate.ts";
import { storedField, type View, viewOf } from "./view.ts";

/** A field that refers to a row, and the rows in which it does. */
type Reference = { table: Table; column: Column; rows: StoredRow[] };

const NOT_THERE = "refers to a row that is not there";
const EMPTY: AppSchema = { tables: [] };
const LIMIT_ROWS = 100_000;
/** Rows whose reference one deletion empties: about fifty milliseconds. */
const EMPTIED_MAX = 1000;
const READERS_MAX = 32;

export class DataStore {
  /** What has become of the rows, and the lines on their way to the organization's log. */
  readonly record: ChangeRecord;
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly publish: (changes: StoredChange[]) => void;
  private readonly pause: () => Promise<void>;
  private readonly tableChange: TableChange;
  private side: Side;
  private readonly schemas = new Map<string, AppSchema>();
  /** Counts changes of tables: what reads in slices begins anew after one. */
  private generation = 0;
  private unsettled = true;
  private turn = Promise.resolve();
  private readers = 0;

  /** `pause` lets others go first. */
  constructor(deps: { sql: Sql; clock: Clock; publish(changes: StoredChange[]): void; pause(): Promise<void>; bounds?: Bounds }) {
    this.sql = deps.sql;
    this.clock = deps.clock;
    this.publish = deps.publish;
    this.pause = deps.pause;
    createTables(deps.sql);
    this.record = new ChangeRecord(deps);
    this.tableChange = new TableChange({ sql: deps.sql, record: this.record, bounds: deps.bounds ?? BOUNDS });
    this.side = sideOf(deps.sql);
    keepIndexes(deps.sql, this.schema("current"));
  }

  schema(channel: Channel): AppSchema {
    const known = this.schemas.get(channel);
    if (known) return known;
    const [row] = this.sql.all<{ json: string }>("select json from schemas where channel = ?", channel);
    const schema = row ? AppSchema.parse(JSON.parse(row.json)) : EMPTY;
    this.schemas.set(channel, schema);
    return schema;
  }

  /** Only `current` moves rows to new names; a draft or an older version finds them where they are. Changes follow one another. */
  async setSchema(channel: Channel, given: unknown): Promise<Outcome<string[]>> {
    const parsed = AppSchema.safeParse(given);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail("schema_invalid", `data/schema.json: ${issue?.path.join(".")}: ${issue?.message}`, { next: "Correct the schema." });
    }
    const after = parsed.data;
    if (channel !== "current") {
      writeSchema(this.sql, channel, after);
      this.schemas.set(channel, after);
      return ok([]);
    }
    return this.alone(async () => {
      const before = this.schema("current");
      const says = changesBetween(before, after).map((change) => change.says);
      await this.change({ before, after, from: null, sweep: { type: "tables", by: null, says } });
      return ok(says);
    });
  }

  /** Whether a change of tables, or of all rows, is under way, or has yet to be cleared up after. */
  changing(): boolean {
    return this.tableChange.stage() !== null;
  }

  /** Begins `work` when no change is under way; one that was left is gone on with. */
  async alone<T>(work: () => T | Promise<T>): Promise<T> {
    while (this.step()) await this.inTurn();
    return work();
  }

  /** Only from `alone`. Until the app's tables and rows are the new ones. */
  async change(change: Change): Promise<void> {
    this.tableChange.begin(change);
    if (!this.changing()) return this.reread();
    do await this.inTurn();
    while (this.tableChange.stage() !== "clear" && this.step());
  }

  private step(): boolean {
    const stage = this.tableChange.stage();
    const stepped = this.tableChange.step();
    if (stage === "copy" && this.tableChange.stage() === "clear") this.reread();
    return stepped;
  }

  /** What is stored was changed as a whole. */
  private reread(): void {
    this.schemas.clear();
    this.side = sideOf(this.sql);
    this.unsettled = true;
    this.generation++;
  }

  async list(scope: DataScope, tableName: string, input: RowQueryInput): Promise<Outcome<RowPage>> {
    const query = RowQuery.safeParse(input);
    if (!query.success)
      return fail("bad_request", `The query is not right: ${query.error.issues[0]?.message}`, { next: "Correct the query." });
    if (this.readers >= READERS_MAX)
      return fail("unavailable", "Many long queries are under way in this app.", { next: "Try again in a moment.", retry: true });
    this.readers++;
    try {
      for (let attempt = 0; attempt < 3; attempt++) {
        const page = await this.listOnce(scope, tableName, query.data);
        if (page) return page;
      }
    } finally {
      this.readers--;
    }
    return fail("unavailable", "The app's tables are just being changed.", { next: "Try again in a moment.", retry: true });
  }

  /** Null: the tables changed meanwhile. */
  private async listOnce(scope: DataScope, tableName: string, query: RowQuery): Promise<Outcome<RowPage> | null> {
    const name = await queryName(tableName, query);
    await this.settle();
    const { generation } = this;
    const view = this.view(scope, tableName);
    if (!view.ok) return view;
    const permitted = permit(view.value, "read", scope.actor);
    if (!permitted.ok) return permitted;
    const plan = planOf(view.value, name, query, ownRowsOnly(view.value, scope.actor));
    if (!plan.ok) return plan;
    const page = await readPage(this.sql, plan.value, async () => {
      await this.inTurn();
      return generation === this.generation;
    });
    return page && (page.ok ? ok({ ...page.value, rows: page.value.rows.map((row) => toRow(view.value, row)) }) : page);
  }

  get(scope: DataScope, tableName: string, id: string): Outcome<DataRow> {
    const found = this.find(scope, tableName, id, "read");
    return found.ok ? ok(toRow(found.value.view, found.value.row)) : found;
  }

  async create(writer: RowWriter, tableName: string, given: Values): Promise<Outcome<DataRow>> {
    await this.settle();
    const writable = this.writable();
    if (!writable.ok) return writable;
    const view = this.view(writer, tableName);
    if (!view.ok) return view;
    const permitted = permit(view.value, "create", writer.actor);
    if (!permitted.ok) return permitted;
    const values = this.check(view.value, writer, given, null);
    if (!values.ok) return values;
    const [count] = this.sql.all<{ total: number | null }>(
      "select sum(rows) as total from counts where table_name = ?",
      view.value.storedTable,
    );
    if ((count?.total ?? 0) >= LIMIT_ROWS)
      return fail("too_large", `${view.value.table.label} is full (${LIMIT_ROWS} rows).`, { next: "Delete rows that are not needed." });
    const now = iso(this.clock.now());
    const row: StoredRow = {
      id: newId("row"),
      table_name: view.value.storedTable,
      json: JSON.stringify(values.value),
      created_at: now,
      updated_at: now,
      created_by: authorOf(writer.actor),
      revision: 1,
    };
    this.commit(writer, tableName, () => {
      this.insert(row, values.value);
      return [{ type: "created", row, before: null }];
    });
    return ok(toRow(view.value, row));
  }

  async update(writer: RowWriter, tableName: string, id: string, given: Values, revision?: number): Promise<Outcome<DataRow>> {
    await this.settle();
    const writable = this.writable();
    if (!writable.ok) return writable;
    const found = this.find(writer, tableName, id, "update");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    const values = this.check(view, writer, given, row);
    if (!values.ok) return values;
    const [changed] = this.commit(writer, tableName, () => [this.write(row, { ...JSON.parse(row.json), ...values.value })]);
    return ok(toRow(view, changed.row));
  }

  /** References to the row are emptied; where one is needed, the row stays. */
  async remove(writer: RowWriter, tableName: string, id: string, revision?: number): Promise<Outcome<DataRow>> {
    await this.settle();
    const writable = this.writable();
    if (!writable.ok) return writable;
    const found = this.find(writer, tableName, id, "delete");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    const references = this.referencesTo(view.storedTable, id);
    const needed = this.unneeded(writer, view, references);
    if (!needed.ok) return needed;
    if (references.reduce((sum, { rows }) => sum + rows.length, 0) > EMPTIED_MAX)
      return fail("too_large", `More than ${EMPTIED_MAX.toLocaleString("en-US")} rows refer to this one.`, {
        next: "Give them another one, or none, some at a time; then delete it.",
      });
    this.commit(writer, tableName, () => {
      const emptied = references.flatMap(({ column, rows }) =>
        rows.map((other) => this.write(other, { ...JSON.parse(other.json), [column.name]: null })),
      );
      this.sql.all("delete from rows where id = ?", id);
      return [{ type: "deleted", row, before: row }, ...emptied];
    });
    return ok(toRow(view, row));
  }

  /** A change as `scope` may see it, or null. */
  seen(scope: DataScope, { type, row }: StoredChange): LiveChange | null {
    const current = this.schema("current");
    const table = this.schema(scope.channel).tables.find((candidate) => storedName(candidate, current.tables) === row.table_name);
    const view = table && viewOf(table, current, this.side);
    if (!view || !reaches(view, "read", scope.actor, row.created_by)) return null;
    return { table: view.table.name, type, row: toRow(view, row) };
  }

  /** What were written while a rollback is under way would be lost without a word. */
  private writable(): Outcome<void> {
    if (this.sql.all("select 1 from rollback where state = 'held'").length === 0) return ok(undefined);
    return fail("unavailable", "The data is just being rolled back.", { next: "Save again in a moment.", retry: true });
  }

  /** Until every row is in today's form, which is so but for the first call after an upgrade, a rollback or a change of tables. */
  private async settle(): Promise<void> {
    while (this.unsettled) {
      this.unsettled = settleSome(this.sql, this.schema("current"));
      if (this.unsettled) await this.inTurn();
    }
  }

  /** Those who work in slices take turns, and between any two slices all others go first. */
  inTurn(): Promise<void> {
    this.turn = this.turn.then(this.pause);
    return this.turn;
  }

  private view(scope: DataScope, name: string): Outcome<View> {
    const table = this.schema(scope.channel).tables.find((candidate) => candidate.name === name);
    if (table) return ok(viewOf(table, this.schema("current"), this.side));
    return fail("not_found", `The app has no table ${name.slice(0, 80)}.`, { next: "Declare it in data/schema.json." });
  }

  /** The row, for one who may do `action` on it. Who may not see it is told what they would be told if it were not there. */
  private find(scope: DataScope, tableName: string, id: string, action: DataAction): Outcome<{ view: View; row: StoredRow }> {
    const found = this.view(scope, tableName);
    if (!found.ok) return found;
    const view = found.value;
    for (const needed of ["read", action] as const) {
      const permitted = permit(view, needed, scope.actor);
      if (!permitted.ok) return permitted;
    }
    const [row] = this.sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ? and table_name = ?`, id, view.storedTable);
    if (!row || !reaches(view, "read", scope.actor, row.created_by))
      return fail("not_found", "This row is not there.", { next: "It may have been deleted; load the list again." });
    return reaches(view, action, scope.actor, row.created_by) ? ok({ view, row }) : refused(view, action, scope.actor);
  }

  /** Shape, uniqueness and references. `row` is the one that is being changed; what it keeps is not looked at again. */
  private check(view: View, scope: DataScope, given: Values, row: StoredRow | null): Outcome<Values> {
    const values = parseValues(view, given, row !== null);
    if (!values.ok) return values;
    const before: Values = row === null ? {} : JSON.parse(row.json);
    const fields: Record<string, string> = {};
    for (const column of view.table.columns) {
      const stored = storedField(view, column.name);
      const value = values.value[stored];
      if (value === null || value === undefined || value === before[stored]) continue;
      const live = view.live?.columns.find(({ name }) => name === stored);
      if ((column.unique || live?.unique) && this.taken(view, scope.actor, stored, value, row?.id ?? null))
        fields[column.name] = "is already there";
      if (column.type === "reference" && !this.exists(scope, column.ref, value)) fields[column.name] = NOT_THERE;
      if (live?.type === "reference" && !this.exists({ ...scope, channel: "current" }, live.ref, value)) fields[column.name] = NOT_THERE;
    }
    return Object.keys(fields).length === 0 ? values : invalid(view.table, fields);
  }

  /** Among the rows that whoever asks may see: that another one has the value would tell that there is one. */
  private taken(view: View, actor: DataActor, stored: string, value: unknown, id: string | null): boolean {
    const own = ownRowsOnly(view, actor);
    const live = view.live?.columns.find(({ name }) => name === stored);
    const found = this.sql.all<{ created_by: string | null }>(
      `select created_by from ${live && hasIndex(live) ? `rows indexed by "${indexName(this.side, view.storedTable, stored)}"` : "rows"}
       where table_name = '${literal(view.storedTable)}' and ${keyText(stored)} = ? and id is not ? and (? is null or created_by = ?) limit 1`,
      keyOf(value),
      id,
      own,
      own,
    );
    return found.some(({ created_by }) => reaches(view, "read", actor, created_by));
  }

  /** Whether there is such a row, for one who may see it. */
  private exists(scope: DataScope, table: string | undefined, id: unknown): boolean {
    return table === undefined || this.find(scope, table, String(id), "read").ok;
  }

  /** The fields of the live version that refer to a row, with the rows that do. */
  private referencesTo(storedTable: string, id: string): Reference[] {
    return this.schema("current").tables.flatMap((table) =>
      table.columns
        .filter((column) => column.type === "reference" && column.ref === storedTable)
        .map((column) => ({
          table,
          column,
          rows: this.sql.all<StoredRow>(
            `select ${ROW_COLUMNS} from rows indexed by "${indexName(this.side, table.name, column.name)}"
             where table_name = '${literal(table.name)}' and ${keyText(column.name)} = ? limit ${EMPTIED_MAX + 1}`,
            keyOf(id),
          ),
        })),
    );
  }

  /** Whether a row is needed by others. Who may not see all of those is refused whether there are any or not, and so learns nothing. */
  private unneeded(scope: DataScope, { table: { label } }: View, references: Reference[]): Outcome<void> {
    for (const { table, rows } of references.filter(({ column }) => column.required)) {
      if (reach(viewOf(table, this.schema("current"), this.side), "read", scope.actor) !== "all")
        return fail("forbidden", `Each of ${table.label} needs one of ${label}, and you may not see them all.`, {
          next: `Ask someone who may see all of ${table.label}, or have that field made one that may be empty.`,
        });
      if (rows.length > 0)
        return fail(
          "row_invalid",
          `${rows.length > EMPTIED_MAX ? `More than ${EMPTIED_MAX}` : rows.length} of ${table.label} still refer to this row.`,
          {
            next: `Change or delete those in ${table.label} first.`,
          },
        );
    }
    return ok(undefined);
  }

  /** The gate of every write of rows: they and the record of their change are one write. Then whoever looks on hears of it. */
  private commit<Changes extends [StoredChange, ...StoredChange[]]>(writer: RowWriter, tableName: string, write: () => Changes): Changes {
    const changes = this.sql.transaction(() => {
      const written = write();
      this.record.add(writer, tableName, written);
      return written;
    });
    this.publish(changes);
    return changes;
  }

  private insert(row: StoredRow, values: Values): void {
    this.sql.all(
      `insert into rows (${ROW_COLUMNS}, shadow) values (?, ?, ?, ?, ?, ?, ?, jsonb(?))`,
      ...[row.id, row.table_name, row.json, row.created_at, row.updated_at, row.created_by, row.revision],
      shadowOf(values),
    );
  }

  private write(row: StoredRow, values: Values): StoredChange {
    const changed = { ...row, json: JSON.stringify(values), updated_at: iso(this.clock.now()), revision: row.revision + 1 };
    this.sql.all(
      "update rows set json = ?, updated_at = ?, revision = ?, shadow = jsonb(?) where id = ?",
      changed.json,
      changed.updated_at,
      changed.revision,
      shadowOf(values),
      row.id,
    );
    return { type: "updated", row: changed, before: row };
  }
}

const authorOf = (actor: DataActor) => (actor.kind === "member" ? actor.userId : null);

const ownRowsOnly = (view: View, actor: DataActor): string | null =>
  reach(view, "read", actor) === "own" && actor.kind === "member" ? actor.userId : null;

const stale = (view: View, row: StoredRow) =>
  fail("row_stale", "Someone else has changed this row meanwhile.", {
    next: "Look at it again, then save.",
    fields: { revision: String(row.revision) },
    current: JSON.stringify(toRow(view, row)),
  });

function toRow(view: View, row: StoredRow): DataRow {
  const kept: Values = JSON.parse(row.json);
  const values = Object.fromEntries([...view.stored].map(([name, stored]) => [name, kept[stored] ?? null]));
  return { ...values, id: row.id, createdAt: row.created_at, updatedAt: row.updated_at, createdBy: row.created_by, revision: row.revision };
}
