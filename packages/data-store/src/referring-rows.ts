/** The rows that refer to one, and what becomes of them when it is deleted: references to it are emptied; where one is needed, it stays. */
import type { Column, DataScope, Outcome, Table } from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import { indexName } from "./indexes.ts";
import { reach } from "./policy.ts";
import { keyOf, keyText, literal } from "./shadow.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import type { Tables } from "./tables.ts";
import type { View } from "./view.ts";

/** A field of the live version that refers to a row, and the rows in which it does. */
export type Reference = { view: View; table: Table; column: Column; rows: StoredRow[] };

/** Rows whose reference one deletion empties: about fifty milliseconds. */
const EMPTIED_MAX = 1000;

/** The fields that refer to a row which may be deleted, as far as those are concerned. */
export function referencesTo(sql: Sql, tables: Tables, scope: DataScope, { table, storedTable }: View, id: string): Outcome<Reference[]> {
  const references = tables.schema("current").tables.flatMap(({ name }) => {
    const view = tables.liveView(name);
    return view ? referencesFrom(sql, view, storedTable, id) : [];
  });
  for (const reference of references.filter(({ column }) => column.required)) {
    const kept = unneeded(scope, reference, table.label);
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
  return table.columns
    .filter((column) => column.type === "reference" && column.ref === storedTable)
    .map((column) => ({
      ...{ view, table, column },
      rows: sql.all<StoredRow>(
        `select ${ROW_COLUMNS} from rows indexed by "${indexName(side, table.name, column.name)}"
         where table_name = '${literal(table.name)}' and ${keyText(column.name)} = ? limit ${EMPTIED_MAX + 1}`,
        keyOf(id),
      ),
    }));
}

/** Whether a row is needed by others. Who may not see all of those is refused whether there are any or not, and so learns nothing. */
function unneeded({ actor }: DataScope, { view, table, rows }: Reference, label: string): Outcome<void> {
  if (reach(view, "read", actor) !== "all")
    return fail("forbidden", `Each of ${table.label} needs one of ${label}, and you may not see them all.`, {
      next: `Ask someone who may see all of ${table.label}, or have that field made one that may be empty.`,
    });
  if (rows.length === 0) return ok(undefined);
  const many = rows.length > EMPTIED_MAX ? `More than ${EMPTIED_MAX}` : rows.length;
  return fail("row_invalid", `${many} of ${table.label} still refer to this row.`, {
    next: `Change or delete those in ${table.label} first.`,
  });
}
