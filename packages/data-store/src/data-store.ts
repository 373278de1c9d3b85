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
  type Table,
} from "@edgewright/contracts";
import { type Clock, fail, iso, newId, ok } from "@edgewright/core";
import { changeSchema } from "./change-schema.ts";
import { permit, reach, reaches, refused } from "./policy.ts";
import { compileQuery } from "./query.ts";
import { createTables, type Sql, type StoredRow } from "./sql.ts";
import { invalid, parseValues, type Values } from "./validate.ts";
import { type View, viewOf } from "./view.ts";

/** A field that refers to a row, and the rows in which it does. */
type Reference = { table: Table; column: Column; rows: StoredRow[] };

const NOT_THERE = "refers to a row that is not there";
const EMPTY: AppSchema = { tables: [] };
const LIMIT_ROWS = 100_000;

/** A write as it happened; each listener sees it through its own scope. */
export type StoredChange = { type: LiveChange["type"]; row: StoredRow };

export class DataStore {
  private readonly sql: Sql;
  private readonly clock: Clock;
  private readonly publish: (changes: StoredChange[]) => void;
  private readonly schemas = new Map<string, AppSchema>();

  constructor(deps: { sql: Sql; clock: Clock; publish(changes: StoredChange[]): void }) {
    this.sql = deps.sql;
    this.clock = deps.clock;
    this.publish = deps.publish;
    createTables(deps.sql);
  }

  schema(channel: Channel): AppSchema {
    const known = this.schemas.get(channel);
    if (known) return known;
    const [row] = this.sql.all<{ json: string }>("select json from schemas where channel = ?", channel);
    const schema = row ? AppSchema.parse(JSON.parse(row.json)) : EMPTY;
    this.schemas.set(channel, schema);
    return schema;
  }

  /** Only `current` moves rows to new names; a draft or an older version finds them where they are. */
  setSchema(channel: Channel, given: unknown): Outcome<string[]> {
    const parsed = AppSchema.safeParse(given);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return fail("schema_invalid", `data/schema.json: ${issue?.path.join(".")}: ${issue?.message}`, { next: "Correct the schema." });
    }
    const told = this.sql.transaction(() => {
      const changes = channel === "current" ? changeSchema(this.sql, this.schema("current"), parsed.data) : [];
      this.keepSchema(channel, parsed.data);
      return changes;
    });
    this.schemas.set(channel, parsed.data);
    return ok(told);
  }

  /** Without moving any row. Whoever calls it calls `reread` when the transaction holds. */
  keepSchema(channel: Channel, schema: AppSchema): void {
    this.sql.all(
      "insert into schemas (channel, json) values (?, ?) on conflict do update set json = excluded.json",
      channel,
      JSON.stringify(schema),
    );
  }

  /** What is stored was changed from outside. */
  reread(): void {
    this.schemas.clear();
  }

  list(scope: DataScope, tableName: string, input: RowQueryInput): Outcome<RowPage> {
    const view = this.view(scope, tableName);
    if (!view.ok) return view;
    const permitted = permit(view.value, "read", scope.actor);
    if (!permitted.ok) return permitted;
    const query = RowQuery.safeParse(input);
    if (!query.success)
      return fail("bad_request", `The query is not right: ${query.error.issues[0]?.message}`, { next: "Correct the query." });
    const compiled = compileQuery(view.value, query.data, ownRowsOnly(view.value, scope.actor));
    if (!compiled.ok) return compiled;
    const { where, orderBy, limit, offset } = compiled.value;
    const [count] = this.sql.all<{ total: number }>(`select count(*) as total from rows where ${where.text}`, ...where.values);
    const rows = this.sql.all<StoredRow>(
      `select * from rows where ${where.text} order by ${orderBy.text} limit ? offset ?`,
      ...where.values,
      ...orderBy.values,
      limit,
      offset,
    );
    const total = count?.total ?? 0;
    const next = offset + rows.length;
    return ok({ rows: rows.map((row) => toRow(view.value, row)), total, cursor: next < total ? next.toString(36) : null });
  }

  get(scope: DataScope, tableName: string, id: string): Outcome<DataRow> {
    const found = this.find(scope, tableName, id, "read");
    return found.ok ? ok(toRow(found.value.view, found.value.row)) : found;
  }

  create(scope: DataScope, tableName: string, given: Values): Outcome<DataRow> {
    const writable = this.writable();
    if (!writable.ok) return writable;
    const view = this.view(scope, tableName);
    if (!view.ok) return view;
    const permitted = permit(view.value, "create", scope.actor);
    if (!permitted.ok) return permitted;
    const values = this.check(view.value, scope, given, null);
    if (!values.ok) return values;
    const [count] = this.sql.all<{ total: number }>("select count(*) as total from rows where table_name = ?", view.value.storedTable);
    if ((count?.total ?? 0) >= LIMIT_ROWS)
      return fail("too_large", `${view.value.table.label} is full (${LIMIT_ROWS} rows).`, { next: "Delete rows that are not needed." });
    const now = iso(this.clock.now());
    const row: StoredRow = {
      id: newId("row"),
      table_name: view.value.storedTable,
      json: JSON.stringify(values.value),
      created_at: now,
      updated_at: now,
      created_by: authorOf(scope.actor),
      revision: 1,
    };
    this.sql.all(
      "insert into rows (id, table_name, json, created_at, updated_at, created_by, revision) values (?, ?, ?, ?, ?, ?, 1)",
      row.id,
      row.table_name,
      row.json,
      now,
      now,
      row.created_by,
    );
    this.publish([{ type: "created", row }]);
    return ok(toRow(view.value, row));
  }

  update(scope: DataScope, tableName: string, id: string, given: Values, revision?: number): Outcome<DataRow> {
    const writable = this.writable();
    if (!writable.ok) return writable;
    const found = this.find(scope, tableName, id, "update");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    const values = this.check(view, scope, given, row);
    if (!values.ok) return values;
    const changed = this.write(row, { ...JSON.parse(row.json), ...values.value });
    this.publish([{ type: "updated", row: changed }]);
    return ok(toRow(view, changed));
  }

  /** References to the row are emptied; where one is needed, the row stays. */
  remove(scope: DataScope, tableName: string, id: string, revision?: number): Outcome<DataRow> {
    const writable = this.writable();
    if (!writable.ok) return writable;
    const found = this.find(scope, tableName, id, "delete");
    if (!found.ok) return found;
    const { view, row } = found.value;
    if (revision !== undefined && revision !== row.revision) return stale(view, row);
    const references = this.referencesTo(view.storedTable, id);
    const needed = this.unneeded(scope, view, references);
    if (!needed.ok) return needed;
    const changes = this.sql.transaction(() => {
      const emptied = references.flatMap(({ column, rows }) =>
        rows.map((other) => this.write(other, { ...JSON.parse(other.json), [column.name]: null })),
      );
      this.sql.all("delete from rows where id = ?", id);
      return emptied;
    });
    this.publish([{ type: "deleted", row }, ...changes.map((other) => ({ type: "updated" as const, row: other }))]);
    return ok(toRow(view, row));
  }

  /** A change as `scope` may see it, or null. */
  seen(scope: DataScope, { type, row }: StoredChange): LiveChange | null {
    const current = this.schema("current");
    const view = this.schema(scope.channel)
      .tables.map((table) => viewOf(table, current))
      .find((candidate) => candidate.storedTable === row.table_name);
    if (!view || !reaches(view, "read", scope.actor, row.created_by)) return null;
    return { table: view.table.name, type, row: toRow(view, row) };
  }

  /** What were written while a rollback is under way would be lost without a word. */
  private writable(): Outcome<void> {
    if (this.sql.all("select 1 from rollback where state = 'held'").length === 0) return ok(undefined);
    return fail("unavailable", "The data is just being rolled back.", { next: "Save again in a moment.", retry: true });
  }

  private view(scope: DataScope, name: string): Outcome<View> {
    const table = this.schema(scope.channel).tables.find((candidate) => candidate.name === name);
    if (table) return ok(viewOf(table, this.schema("current")));
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
    const [row] = this.sql.all<StoredRow>("select * from rows where id = ? and table_name = ?", id, view.storedTable);
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
      const stored = view.stored.get(column.name)!;
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
    const bound = typeof value === "boolean" ? Number(value) : (value as string | number);
    const found = this.sql.all<{ created_by: string | null }>(
      "select created_by from rows where table_name = ? and json_extract(json, ?) = ? and id is not ?",
      view.storedTable,
      `$."${stored}"`,
      bound,
      id,
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
            "select * from rows where table_name = ? and json_extract(json, ?) = ?",
            table.name,
            `$."${column.name}"`,
            id,
          ),
        })),
    );
  }

  /** Whether a row is needed by others. Who may not see all of those is refused whether there are any or not, and so learns nothing. */
  private unneeded(scope: DataScope, { table: { label } }: View, references: Reference[]): Outcome<void> {
    for (const { table, rows } of references.filter(({ column }) => column.required)) {
      if (reach(viewOf(table, this.schema("current")), "read", scope.actor) !== "all")
        return fail("forbidden", `Each of ${table.label} needs one of ${label}, and you may not see them all.`, {
          next: `Ask someone who may see all of ${table.label}, or have that field made one that may be empty.`,
        });
      if (rows.length > 0)
        return fail("row_invalid", `${rows.length} of ${table.label} still refer to this row.`, {
          next: `Change or delete those in ${table.label} first.`,
        });
    }
    return ok(undefined);
  }

  private write(row: StoredRow, values: Values): StoredRow {
    const changed = { ...row, json: JSON.stringify(values), updated_at: iso(this.clock.now()), revision: row.revision + 1 };
    this.sql.all(
      "update rows set json = ?, updated_at = ?, revision = ? where id = ?",
      changed.json,
      changed.updated_at,
      changed.revision,
      row.id,
    );
    return changed;
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
