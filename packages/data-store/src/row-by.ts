/** The row that a unique field tells apart: for an import or a write that changes it where it is there, and else adds one. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import { isEmpty } from "./column-value.ts";
import { hasIndex, indexName } from "./indexes.ts";
import { piece, raw } from "./piece.ts";
import { reaches, seesField } from "./policy.ts";
import { keyIn, keyOf, literal } from "./shadow.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import { liveField, storedField, type View } from "./view.ts";

/** Refused where rows cannot be told apart by the field. */
export function tellsApart({ table }: View, name: string): Outcome<void> {
  const column = table.columns.find((candidate) => candidate.name === name);
  if (column?.unique) return ok(undefined);
  const unique = table.columns.filter((candidate) => candidate.unique).map(({ label }) => label);
  return fail("bad_request", `Rows of ${table.label} cannot be told apart by ${column?.label ?? name.slice(0, 80)}: it is not unique.`, {
    next:
      unique.length > 0 ? `Choose ${unique.join(" or ")}, or add rows as new ones.` : "Make a field unique first, or add rows as new ones.",
  });
}

/** The one that whoever asks sees with this value, as `unique` compares values. */
export function rowBy(sql: Sql, view: View, name: string, value: unknown): StoredRow | null {
  if (isEmpty(value)) return null;
  const stored = storedField(view, name);
  const live = liveField(view, stored);
  const from = live && hasIndex(live) ? raw(`rows indexed by "${indexName(view.side, view.storedTable, stored)}"`) : raw("rows");
  const { text, values } = piece`select ${raw(ROW_COLUMNS)} from ${from}
    where table_name = ${raw(`'${literal(view.storedTable)}'`)} and ${keyIn(stored)} = ${keyOf(value, live)}`;
  return sql.all<StoredRow>(text, ...values).find((row) => reaches(view, "read", row) && seesField(view, stored, row)) ?? null;
}
