/** What of a row must hold beside the shape of its values: what is unique is there once, what may not overlap does not, references lead to rows, checks hold, and whoever writes may write it so. */
import { type Column, type DataScope, isGiven, type Outcome, type RowWriter } from "@edgewright/contracts";
import { ok, type Sql } from "@edgewright/core";
import { failedChecks } from "./checks.ts";
import { isEmpty } from "./column-value.ts";
import type { ComputedFields } from "./computed-fields.ts";
import type { FileGate } from "./files/file-gate.ts";
import { overlaps } from "./overlaps.ts";
import { reaches, refused, writesField } from "./policy.ts";
import { authorOf, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import { takenFields } from "./uniqueness.ts";
import { invalid, parseValues, type Values } from "./validate.ts";
import { liveField, storedField, type View } from "./view.ts";

const NOT_THERE = "refers to a row that is not there";

/** `row`: the one that is being changed; what it keeps is not looked at again. `strangers`: those named in fields of people who are not of the organization. */
export type Write = { given: Values; row: StoredRow | null; strangers: ReadonlySet<string> };

export class RowCheck {
  private readonly sql: Sql;
  private readonly tables: Tables;
  private readonly computed: ComputedFields;
  private readonly files: FileGate;

  constructor(sql: Sql, tables: Tables, computed: ComputedFields, files: FileGate) {
    this.sql = sql;
    this.tables = tables;
    this.computed = computed;
    this.files = files;
  }

  /** All values of the row as it is to be stored. */
  check(view: View, writer: RowWriter, { given, row, strangers }: Write): Outcome<Values> {
    const before: Values | null = row && JSON.parse(row.json);
    const parsed = parseValues(view, given, before);
    if (!parsed.ok) return parsed;
    const named = this.files.settle(view, writer, parsed.value, row);
    if (!named.ok) return named;
    const values = this.computed.own(view.storedTable, { ...before, ...named.value }, row === null);
    const after = { json: JSON.stringify(values), created_by: row ? row.created_by : authorOf(writer.actor) };
    const changed = view.table.columns.filter(({ name }) => {
      const stored = storedField(view, name);
      return !same(values[stored], before?.[stored]);
    });
    const fields: Record<string, string> = {};
    for (const column of changed.filter((one) => !isGiven(one))) {
      const problem = this.problemOf(view, writer, column, [values, before], strangers);
      if (problem) fields[column.name] = problem;
      if (Object.hasOwn(given, column.name) && !writesField(view, storedField(view, column.name), after, row))
        fields[column.name] = "is not for you to change";
    }
    const written = { values, changed, id: row?.id ?? null };
    const overlapping = overlaps(this.sql, view, written);
    Object.assign(fields, takenFields(this.sql, view, written), overlapping.fields);
    const failed = [...overlapping.sentences, ...failedChecks(view, { values, before, changed })];
    if (Object.keys(fields).length > 0 || failed.length > 0) return invalid(view.table, fields, failed);
    const action = row ? "update" : "create";
    return reaches(view, action, after, row) ? ok(values) : refused(view, action);
  }

  private problemOf(
    view: View,
    scope: DataScope,
    column: Column,
    [values, before]: [Values, Values | null],
    strangers: ReadonlySet<string>,
  ): string | null {
    const stored = storedField(view, column.name);
    const [value, live] = [values[stored], liveField(view, stored)];
    if (isEmpty(value)) return null;
    if (typeof value === "string" && strangers.has(value) && (column.type === "user" || live?.type === "user"))
      return "is not a member of the organization";
    if (!this.leads(scope, column, value, before?.[stored])) return NOT_THERE;
    return live && !this.leads({ ...scope, channel: "current" }, live, value, before?.[stored]) ? NOT_THERE : null;
  }

  /** Whether what a value refers to is there, for one who may see it. Of a list, what it had before is not looked at again. */
  private leads(scope: DataScope, { type, ref }: Column, value: unknown, before: unknown): boolean {
    if (ref === undefined || (type !== "reference" && type !== "references")) return true;
    const had = new Set(Array.isArray(before) ? before : []);
    return [value].flat().every((id) => had.has(id) || this.tables.find(scope, ref, String(id), "read").ok);
  }
}

/** The ids that are given in fields of people. */
export const peopleIn = (view: View, given: Values): string[] =>
  view.table.columns.flatMap(({ name, type }) => {
    const value = Object.hasOwn(given, name) ? given[name] : null;
    const isPerson = type === "user" || liveField(view, storedField(view, name))?.type === "user";
    return isPerson && typeof value === "string" && value !== "" ? [value] : [];
  });

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
