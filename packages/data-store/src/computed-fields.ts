/**
 * Computed fields, kept with their rows, so that they are filtered, sorted and added up as all others. Whatever changes a row
 * has what follows from it computed in the same transaction; those that a new version brings are filled in a piece at a time.
 */
import type { AppSchema, Column, DataScope } from "@edgewright/contracts";
import { fail, type Sql } from "@edgewright/core";
import { type ComputedField, computedFields, type Source } from "@edgewright/expressions";
import type { StoredChange } from "./change-record.ts";
import { failedChecks } from "./checks.ts";
import { computedValue } from "./computed-value.ts";
import { columnsOf } from "./naming.ts";
import { piece, raw } from "./piece.ts";
import { pointingTo } from "./pointing.ts";
import { refuse } from "./refusal.ts";
import { literal, shadowOf } from "./shadow.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import { invalid, type Values } from "./validate.ts";

/** Rows that may follow from one write: a quarter of a second. */
const FOLLOWING_MAX = 5000;

/** A row on which something has followed. `own`: it was written itself. */
type Touched = { change: StoredChange; values: Values; own: boolean };
type Dependent = { field: ComputedField; rank: number; source: Source };

export class ComputedFields {
  private readonly sql: Sql;
  private readonly tables: Tables;

  constructor(sql: Sql, tables: Tables) {
    this.sql = sql;
    this.tables = tables;
  }

  private get live(): { schema: AppSchema; side: Tables["side"] } {
    return { schema: this.tables.schema("current"), side: this.tables.side };
  }

  /** The values of a row that is about to be written, with what follows from them. Of a row that is there, what others come to stays. */
  own(table: string, values: Values, isNew: boolean): Values {
    const next = { ...values };
    for (const field of computedFields(this.live.schema))
      if (field.table === table && (isNew || !field.column.rollup))
        next[field.column.name] = computedValue(this.sql, this.live, field, next, null);
    return next;
  }

  /** What was written, as it is with all that follows from it, and the other rows that follow. Runs in the transaction of the write. */
  follow(scope: DataScope, written: readonly StoredChange[]): { written: StoredChange[]; others: StoredChange[] } {
    if (computedFields(this.live.schema).length === 0) return { written: [...written], others: [] };
    const following = new Following(this.sql, this.live);
    for (const change of written) following.begin(change);
    const touched = following.run();
    for (const { change, values } of touched) this.check(scope, change, values);
    const changed = new Map(touched.map((one) => [one.change.row.id, one.change]));
    return {
      written: written.map((change) => changed.get(change.row.id) ?? change),
      // In an order that tells nothing of why each of them follows.
      others: touched
        .filter(({ own }) => !own)
        .map(({ change }) => change)
        .sort((one, other) => (one.row.id < other.row.id ? -1 : 1)),
    };
  }

  /** The checks of a table hold of what follows, too. */
  private check(scope: DataScope, { row, before }: StoredChange, values: Values): void {
    const view = this.tables.liveView(scope, row.table_name);
    if (!view) return;
    const was: Values | null = before && JSON.parse(before.json);
    const changed = view.table.columns.filter(({ name }) => !same(values[name], was?.[name]));
    const failed = failedChecks(
      { ...view, stored: new Map(view.table.columns.map(({ name }) => [name, name])) },
      { values, before: was, changed },
    );
    if (failed.length > 0) refuse(invalid(view.table, {}, failed));
  }
}

const tooMany = () =>
  fail("too_large", `More than ${FOLLOWING_MAX.toLocaleString("en-US")} other rows show what this changes.`, {
    next: "Link them with other rows, some at a time; or have the app look the value up instead of keeping it with each row.",
  });

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** One write, and what follows: each field once, after those that it follows from. */
class Following {
  private readonly sql: Sql;
  private readonly live: { schema: AppSchema; side: Tables["side"] };
  private readonly fields: readonly ComputedField[];
  private readonly dependents = new Map<string, Dependent[]>();
  /** By rank of the field, the ids of the rows in which it may be another now. */
  private readonly waiting: Set<string>[];
  private readonly rows = new Map<string, Touched>();
  private readonly gone = new Set<string>();

  constructor(sql: Sql, live: { schema: AppSchema; side: Tables["side"] }) {
    this.sql = sql;
    this.live = live;
    this.fields = computedFields(live.schema);
    this.waiting = this.fields.map(() => new Set());
    for (const [rank, field] of this.fields.entries())
      for (const source of field.sources) {
        const name = `${source.table}.${source.field}`;
        this.dependents.set(name, [...(this.dependents.get(name) ?? []), { field, rank, source }]);
      }
  }

  begin(change: StoredChange): void {
    const { type, row, before } = change;
    const isGone = type === "deleted";
    const [was, is]: [Values, Values] = [before ? JSON.parse(before.json) : {}, isGone ? {} : JSON.parse(row.json)];
    if (isGone) this.gone.add(row.id);
    else this.rows.set(row.id, { change, values: is, own: true });
    this.mark(row, was, is);
  }

  /** The rows on which something has followed. */
  run(): Touched[] {
    const touched = new Set<Touched>();
    for (const [rank, field] of this.fields.entries())
      for (const id of this.waiting[rank] ?? []) {
        const row = this.rows.get(id) ?? this.load(field.table, id);
        if (row && this.compute(field, row)) touched.add(row);
        if (this.rows.size > FOLLOWING_MAX) refuse(tooMany());
      }
    return [...touched];
  }

  private load(table: string, id: string): Touched | null {
    if (this.gone.has(id)) return null;
    const [row] = this.sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows where id = ? and table_name = ?`, id, table);
    if (!row) return null;
    const touched: Touched = { change: { type: "updated", row, before: row }, values: JSON.parse(row.json), own: false };
    this.rows.set(id, touched);
    return touched;
  }

  private compute(field: ComputedField, touched: Touched): boolean {
    const { change, values, own } = touched;
    if (change.row.table_name !== field.table) return false;
    const value = computedValue(this.sql, this.live, field, values, change.row.id);
    if (same(value, values[field.column.name])) return false;
    touched.values = { ...values, [field.column.name]: value };
    const revision = own || !change.before ? change.row.revision : change.before.revision + 1;
    const row = { ...change.row, json: JSON.stringify(touched.values), revision };
    touched.change = { ...change, row };
    this.sql.all(
      "update rows set json = ?, revision = ?, shadow = jsonb(?) where id = ?",
      ...[row.json, revision, shadowOf(touched.values, columnsOf(this.live.schema, field.table)), row.id],
    );
    this.mark(row, values, touched.values);
    return true;
  }

  /** What may follow from one row's having become another. */
  private mark({ id, table_name: table }: StoredRow, was: Values, is: Values): void {
    for (const name of Object.keys({ ...was, ...is })) {
      if (same(was[name], is[name])) continue;
      for (const { field, rank, source } of this.dependents.get(`${table}.${name}`) ?? [])
        for (const other of source.of === "row" ? [id] : this.linked(field, id, [was, is])) this.waiting[rank]?.add(other);
    }
  }

  /** The rows of a computed field that are linked with one of which it tells. */
  private linked({ table, column: { lookup, rollup } }: ComputedField, id: string, states: Values[]): string[] {
    if (rollup) return states.flatMap((values) => [values[rollup.through] ?? []].flat()).map(String);
    const through = columnsOf(this.live.schema, table).find(({ name }) => name === lookup?.through);
    return through ? this.pointing(table, through, id) : [];
  }

  private pointing(table: string, through: Column, id: string): string[] {
    const { from, where } = pointingTo(this.live.side, table, through, id);
    const of = raw(`table_name = '${literal(table)}'`);
    const { text, values } = piece`select id from ${from} where ${of} and ${where} limit ${FOLLOWING_MAX + 1}`;
    return this.sql.all<{ id: string }>(text, ...values).map((one) => one.id);
  }
}
