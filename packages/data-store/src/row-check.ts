/** What of a row must hold beside the shape of its values: what is unique is there once, and a reference leads to a row. */
import type { Column, DataActor, DataScope, Outcome } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { isEmpty } from "./column-value.ts";
import { hasIndex, indexName } from "./indexes.ts";
import { ownRowsOnly, reaches } from "./policy.ts";
import { keyOf, keyText, literal } from "./shadow.ts";
import type { StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import { invalid, parseValues, type Values } from "./validate.ts";
import { storedField, type View } from "./view.ts";

const NOT_THERE = "refers to a row that is not there";

export class RowCheck {
  private readonly sql: Sql;
  private readonly tables: Tables;

  constructor(sql: Sql, tables: Tables) {
    this.sql = sql;
    this.tables = tables;
  }

  /**
   * The values to store. `row` is the one that is being changed; what it keeps is not looked at again. `strangers`: those named
   * in fields of people who are not of the organization.
   */
  check(view: View, scope: DataScope, given: Values, row: StoredRow | null, strangers: ReadonlySet<string>): Outcome<Values> {
    const before: Values | null = row && JSON.parse(row.json);
    const values = parseValues(view, given, before);
    if (!values.ok) return values;
    const fields: Record<string, string> = {};
    for (const column of view.table.columns) {
      const stored = storedField(view, column.name);
      const value = values.value[stored];
      if (isEmpty(value) || same(value, before?.[stored])) continue;
      const live = view.live?.columns.find(({ name }) => name === stored);
      if ((column.unique || live?.unique) && this.taken(view, scope.actor, stored, value, row?.id ?? null))
        fields[column.name] = "is already there";
      if (typeof value === "string" && strangers.has(value) && (column.type === "user" || live?.type === "user"))
        fields[column.name] = "is not a member of the organization";
      if (!this.leads(scope, column, value, before?.[stored])) fields[column.name] = NOT_THERE;
      if (live && !this.leads({ ...scope, channel: "current" }, live, value, before?.[stored])) fields[column.name] = NOT_THERE;
    }
    return Object.keys(fields).length === 0 ? values : invalid(view.table, fields);
  }

  /** Whether what a value refers to is there, for one who may see it. Of a list, what it had before is not looked at again. */
  private leads(scope: DataScope, { type, ref }: Column, value: unknown, before: unknown): boolean {
    if (ref === undefined || (type !== "reference" && type !== "references")) return true;
    const had = new Set(Array.isArray(before) ? before : []);
    return [value].flat().every((id) => had.has(id) || this.tables.find(scope, ref, String(id), "read").ok);
  }

  /** Among the rows that whoever asks may see: that another one has the value would tell that there is one. */
  private taken(view: View, actor: DataActor, stored: string, value: unknown, id: string | null): boolean {
    const own = ownRowsOnly(view, actor);
    const live = view.live?.columns.find(({ name }) => name === stored);
    const found = this.sql.all<{ created_by: string | null }>(
      `select created_by from ${live && hasIndex(live) ? `rows indexed by "${indexName(view.side, view.storedTable, stored)}"` : "rows"}
       where table_name = '${literal(view.storedTable)}' and ${keyText(stored)} = ? and id is not ? and (? is null or created_by = ?) limit 1`,
      keyOf(value, live),
      id,
      own,
      own,
    );
    return found.some(({ created_by }) => reaches(view, "read", actor, created_by));
  }
}

/** The ids that are given in fields of people. */
export const peopleIn = ({ table, live, stored }: View, given: Values): string[] =>
  table.columns.flatMap(({ name, type }) => {
    const value = Object.hasOwn(given, name) ? given[name] : null;
    const isPerson =
      type === "user" || live?.columns.some((column) => column.name === storedField({ stored }, name) && column.type === "user");
    return isPerson && typeof value === "string" && value !== "" ? [value] : [];
  });

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other ?? null);
