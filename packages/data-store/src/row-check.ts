/** What of a row must hold beside the shape of its values: what is unique is there once, and a reference leads to a row. */
import type { DataActor, DataScope, Outcome } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
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

  /** The values to store. `row` is the one that is being changed; what it keeps is not looked at again. */
  check(view: View, scope: DataScope, given: Values, row: StoredRow | null): Outcome<Values> {
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
      `select created_by from ${live && hasIndex(live) ? `rows indexed by "${indexName(view.side, view.storedTable, stored)}"` : "rows"}
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
    return table === undefined || this.tables.find(scope, table, String(id), "read").ok;
  }
}
