/** The rows that refer to one, and what becomes of them when it is deleted: references to it are emptied; where one is needed, it stays. */
import { type Column, type DataScope, isList, type Outcome, type Table } from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import { piece, raw } from "./piece.ts";
import { pointingTo } from "./pointing.ts";
import { seesAll } from "./policy.ts";
import { literal } from "./shadow.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import type { Values } from "./validate.ts";
import type { View } from "./view.ts";

/** A field of the live version that refers to a row, the rows in which it does, and how many of them cannot do without it. */
export type Reference = { view: View; table: Table; column: Column; rows: StoredRow[]; needing: number };

/** Rows whose reference one deletion empties: about fifty milliseconds. */
const EMPTIED_MAX = 1000;

/** The fields that refer to a row which may be deleted, as far as those are concerned. */
export function referencesTo(sql: Sql, tables: Tables, scope: DataScope, { table, storedTable }: View, id: string): Outcome<Reference[]> {
  const references = tables.schema("current").tables.flatMap(({ name }) => {
    const view = tables.liveView(scope, name);
    return view ? referencesFrom(sql, view, storedTable, id) : [];
  });
  for (const reference of references.filter(({ column }) => column.required)) {
    const kept = unneeded(reference, table.label);
    if (!kept.ok) return kept;
  }
  if (references.reduce((sum, { rows }) => sum + rows.length, 0) > EMPTIED_MAX)
    return fail("too_large", `More than ${EMPTIED_MAX.toLocaleString("en-US")} rows refer to this one.`, {
      next: "Give them another one, or none, some at a time; then delete it.",
    });
  return ok(references);
}

function referencesFrom(sql: Sql, view: View, storedTable: string, id: string): Reference[] {
  const { table, side } = view;
  const of = raw(`table_name = '${literal(table.name)}'`);
  return table.columns
    .filter(({ type, ref }) => (type === "reference" || type === "references") && ref === storedTable)
    .map((column) => {
      const { from, where } = pointingTo(side, table.name, column, id);
      const { text, values } = piece`select ${raw(ROW_COLUMNS)} from ${from} where ${of} and ${where} limit ${EMPTIED_MAX + 1}`;
      const found = sql.all<StoredRow>(text, ...values);
      const needing = isList(column) ? found.filter((row) => isLast(row, column, id)).length : found.length;
      return { view, table, column, rows: found, needing: column.required ? needing : 0 };
    });
}

const entriesOf = (row: StoredRow, { name }: Column): string[] => {
  const value: unknown = JSON.parse(row.json)[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** A list that needs an entry can lose any but the last. */
const isLast = (row: StoredRow, column: Column, id: string) => entriesOf(row, column).every((entry) => entry === id);

/** The rows that refer to a deleted one, each once, with their values without it. */
export function withoutReferences(references: readonly Reference[], id: string): { view: View; row: StoredRow; values: Values }[] {
  const rows = new Map<string, { view: View; row: StoredRow; values: Values }>();
  for (const { view, column, rows: referring } of references)
    for (const row of referring.filter((other) => other.id !== id)) {
      const values = rows.get(row.id)?.values ?? (JSON.parse(row.json) as Values);
      const left = isList(column) ? entriesOf(row, column).filter((entry) => entry !== id) : [];
      rows.set(row.id, { view, row, values: { ...values, [column.name]: left.length > 0 ? left : null } });
    }
  return [...rows.values()];
}

/** Whether a row is needed by others. Who may not see all of those is refused whether there are any or not, and so learns nothing. */
function unneeded({ view, table, needing }: Reference, label: string): Outcome<void> {
  if (!seesAll(view))
    return fail("forbidden", `Each of ${table.label} needs one of ${label}, and you may not see them all.`, {
      next: `Ask someone who may see all of ${table.label}, or have that field made one that may be empty.`,
    });
  if (needing === 0) return ok(undefined);
  const many = needing > EMPTIED_MAX ? `More than ${EMPTIED_MAX}` : needing;
  return fail("row_invalid", `${many} of ${table.label} still refer to this row.`, {
    next: `Change or delete those in ${table.label} first.`,
  });
}
