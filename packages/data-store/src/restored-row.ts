/** A deleted row as it can be there again: what it referred to may be gone, what it had alone another may have now. */
import { type Column, isList, type Outcome } from "@edgewright/contracts";
import { ok, type Sql } from "@edgewright/core";
import { failedChecks } from "./checks.ts";
import { isEmpty } from "./column-value.ts";
import { storedName } from "./naming.ts";
import { overlaps } from "./overlaps.ts";
import type { StoredRow } from "./sql.ts";
import type { Deleted } from "./trash.ts";
import { takenFields } from "./uniqueness.ts";
import { invalid, type Values } from "./validate.ts";
import type { View } from "./view.ts";

/** Its values, without references to rows that are gone; where one is needed, the row stays deleted. */
export function restoredValues(sql: Sql, view: View, row: StoredRow): Outcome<Values> {
  const values: Values = JSON.parse(row.json);
  const columns = view.live?.columns ?? view.table.columns;
  const fields: Record<string, string> = {};
  for (const column of columns.filter(({ ref }) => ref !== undefined)) {
    const had = values[column.name];
    values[column.name] = leading(sql, column, had);
    if (column.required && isEmpty(values[column.name]) && !isEmpty(had)) fields[column.name] = "refers to a row that is deleted, too";
  }
  const changed = view.table.columns;
  const overlapping = overlaps(sql, view, { values, changed, id: row.id });
  Object.assign(fields, takenFields(sql, view, { values, changed, id: row.id }), overlapping.fields);
  const failed = [...overlapping.sentences, ...failedChecks(view, { values, before: null, changed })];
  return Object.keys(fields).length > 0 || failed.length > 0 ? invalid(view.table, fields, failed) : ok(values);
}

function leading(sql: Sql, column: Column, value: unknown): unknown {
  const isThere = (id: unknown) => sql.all("select 1 from rows where id = ? and table_name = ?", String(id), column.ref ?? "").length > 0;
  const left = [value ?? []].flat().filter(isThere);
  return isList(column) ? (left.length > 0 ? left : null) : (left[0] ?? null);
}

/** What a row is that referred to it, once it does so again; null where something else has taken its place. */
export function referringAgain(row: StoredRow, columns: readonly Column[], { field, id }: { field: string; id: string }): Values | null {
  const name = storedName({ name: field }, columns);
  const column = columns.find((candidate) => candidate.name === name);
  const values: Values = JSON.parse(row.json);
  if (column?.type === "references") return { ...values, [name]: [...new Set([values[name] ?? [], id].flat())] };
  return column?.type === "reference" && isEmpty(values[name]) ? { ...values, [name]: id } : null;
}

export const emptiedOf = (references: readonly { column: Column; rows: readonly StoredRow[] }[]): Deleted["emptied"] =>
  references.flatMap(({ column, rows }) => rows.map(({ id }) => ({ id, field: column.name })));
