/** The database of a generated app: schemas by channel, rows, and the rules both keep. Runs inside the ProjectData object. */
import {
  AppSchema,
  type Channel,
  type DataActor,
  type DataRow,
  type DataScope,
  type LiveChange,
  type Outcome,
  type RowPage,
  RowQuery,
  type RowQueryInput,
} from "@edgewright/contracts";
import { type Clock, fail, iso, newId, ok } from "@edgewright/core";
import { changeSchema } from "./change-schema.ts";
import { type View, viewOf } from "./naming.ts";
import { allowed, ownRowsOnly, permit } from "./policy.ts";
import { compileQuery } from "./query.ts";
import { createTables, type Sql, type StoredRow } from "./sql.ts";
import { invalid, parseValues, type Values } from "./validate.ts";

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
    const permitted = permit(view.value.table, "read", scope.actor);
    if (!permitted.ok) return permitted;
    const query = RowQuery.safeParse(input);
    if (!query.success)
      return fail("bad_request", `The query is not right: ${query.error.issues[0]?.message}`, { next: "Correct the query." });
    const compiled = compileQuery(view.value, query.data, ownRowsOnly(view.value.table, scope.actor));
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
    const permitted = permit(view.value.table, "create", scope.actor);
    if (!permitted.ok) return permitted;
    const values = this.check(view.value, given, null);
    if (!values.ok) return values;
    const [count] = this.sql.all<{ total: number }>("select count(*) as total from rows where table_name = ?", view.value.storedTable);
    if ((count?.total ?? 0) >= LIMIT_ROWS)
      return fail("too_large", `${view.value.table.label} is full (${LIMIT_ROWS} rows).`, { next: "Delete rows that are not needed." });
    const now = iso(this.clock.now());
    const row: StoredRow = {
      id: newId("row"),
      table_name: view.value.storedTable,
      json: JSON.stringify(toStored(view.value, values.value)),
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
    if (revision !== undefined && revision !== row.revision) {
      return fail("row_stale", "Someone else has changed this row meanwhile.", {
        next: "Look at it again, then save.",
        fields: { revision: String(row.revision) },
      });
    }
    const values = this.check(view, given, id);
    if (!values.ok) return values;
    const changed = this.write(row, { ...JSON.parse(row.json), ...toStored(view, values.value) });
    this.publish([{ type: "updated", row: changed }]);
    return ok(toRow(view, changed));
  }

  /** References to the row are emptied; where one is needed, the row stays. */
  remove(scope: DataScope, tableName: string, id: string): Outcome<DataRow> {
    const writable = this.writable();
    if (!writable.ok) return writable;
    const found = this.find(scope, tableName, id, "delete");
    if (!found.ok) return found;
    const { view, row } = found.value;
    const references = this.referencesTo(view.storedTable, id);
    const needed = references.find(({ required }) => required);
    if (needed) {
      return fail("row_invalid", `${needed.rows.length} of ${needed.label} still refer to this row.`, {
        next: `Change or delete those in ${needed.label} first.`,
      });
    }
    const changes = this.sql.transaction(() => {
      const emptied = references.flatMap(({ column, rows }) =>
        rows.map((other) => this.write(other, { ...JSON.parse(other.json), [column]: null })),
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
    if (!view || !allowed(view.table, "read", scope.actor, row.created_by)) return null;
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

  private find(
    scope: DataScope,
    tableName: string,
    id: string,
    action: "read" | "update" | "delete",
  ): Outcome<{ view: View; row: StoredRow }> {
    const view = this.view(scope, tableName);
    if (!view.ok) return view;
    const [row] = this.sql.all<StoredRow>("select * from rows where id = ? and table_name = ?", id, view.value.storedTable);
    const visible = row && allowed(view.value.table, "read", scope.actor, row.created_by);
    if (!row || (!visible && action === "read"))
      return fail("not_found", "This row is not there.", { next: "It may have been deleted; load the list again." });
    const permitted = permit(view.value.table, action, scope.actor, row.created_by);
    return permitted.ok ? ok({ view: view.value, row }) : permitted;
  }

  /** Shape, uniqueness and references. `id` is the row's own when it is being changed. */
  private check(view: View, given: Values, id: string | null): Outcome<Values> {
    const values = parseValues(view.table, given, id !== null);
    if (!values.ok) return values;
    const fields: Record<string, string> = {};
    for (const column of view.table.columns) {
      const value = values.value[column.name];
      if (value === null || value === undefined) continue;
      if (column.unique && this.taken(view, column.name, value, id)) fields[column.name] = "is already there";
      if (column.type === "reference" && column.ref && !this.exists(view, column.ref, String(value)))
        fields[column.name] = "refers to a row that is not there";
    }
    return Object.keys(fields).length === 0 ? values : invalid(view.table, fields);
  }

  private taken(view: View, column: string, value: unknown, id: string | null): boolean {
    const path = `$."${view.stored.get(column)}"`;
    const bound = typeof value === "boolean" ? Number(value) : (value as string | number);
    const found = this.sql.all(
      "select id from rows where table_name = ? and json_extract(json, ?) = ? and id is not ? limit 1",
      view.storedTable,
      path,
      bound,
      id,
    );
    return found.length > 0;
  }

  private exists(view: View, table: string, id: string): boolean {
    const stored =
      table === view.table.name ? view.storedTable : viewOf({ name: table, label: table, columns: [] }, this.schema("current")).storedTable;
    return this.sql.all("select id from rows where id = ? and table_name = ?", id, stored).length > 0;
  }

  private referencesTo(storedTable: string, id: string) {
    return this.schema("current").tables.flatMap((table) =>
      table.columns
        .filter((column) => column.type === "reference" && column.ref === storedTable)
        .map((column) => ({
          label: table.label,
          column: column.name,
          required: column.required === true,
          rows: this.sql.all<StoredRow>(
            "select * from rows where table_name = ? and json_extract(json, ?) = ?",
            table.name,
            `$."${column.name}"`,
            id,
          ),
        }))
        .filter(({ rows }) => rows.length > 0),
    );
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

const toStored = (view: View, values: Values): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [view.stored.get(name) ?? name, value]));

function toRow(view: View, row: StoredRow): DataRow {
  const kept: Values = JSON.parse(row.json);
  const values = Object.fromEntries([...view.stored].map(([name, stored]) => [name, kept[stored] ?? null]));
  return { ...values, id: row.id, createdAt: row.created_at, updatedAt: row.updated_at, createdBy: row.created_by, revision: row.revision };
}
