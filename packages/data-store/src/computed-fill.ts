/**
 * Computes the fields that a new version brings, in the rows that are there: one field after the other in the order in which they
 * follow, a piece of the rows at a time. What is done is in the database, so that after a crash the next one goes on with it.
 */
import type { AppSchema } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { type ComputedField, computedFields } from "@edgewright/expressions";
import { computedValue } from "./computed-value.ts";
import { definitionOf, type Filled } from "./filled.ts";
import { columnsOf } from "./naming.ts";
import { shadowOf } from "./shadow.ts";
import type { Side, StoredRow } from "./sql.ts";

const STEP_ROWS = 200;
const STEP_LENGTH = 200_000;

/** One piece. False: everything is computed. */
export function computeSome(sql: Sql, live: { schema: AppSchema; side: Side }): boolean {
  for (const field of computedFields(live.schema)) {
    const [filled] = sql.all<Filled>(
      "select definition, at, id from computed where table_name = ? and field = ?",
      ...[field.table, field.column.name],
    );
    if (filled?.at === null) continue;
    sql.transaction(() => computeRows(sql, live, field, filled ?? { definition: definitionOf(live.schema, field), at: "", id: "" }));
    return true;
  }
  return false;
}

function computeRows(sql: Sql, live: { schema: AppSchema; side: Side }, field: ComputedField, { definition, at, id }: Filled): void {
  const { table, column } = field;
  const columns = columnsOf(live.schema, table);
  const rows = sql.all<Pick<StoredRow, "id" | "json" | "created_at">>(
    `select id, json, created_at from (
      select id, json, created_at, sum(length(json)) over (order by created_at, id rows unbounded preceding) - length(json) as before
      from (select id, json, created_at from rows where table_name = ? and (created_at, id) > (?, ?) order by created_at, id limit ${STEP_ROWS}))
     where before < ${STEP_LENGTH}`,
    ...[table, at, id],
  );
  for (const row of rows) {
    const values = JSON.parse(row.json);
    const value = computedValue(sql, live, field, values, row.id);
    if (JSON.stringify(value ?? null) === JSON.stringify(values[column.name] ?? null) && Object.hasOwn(values, column.name)) continue;
    const next = { ...values, [column.name]: value };
    sql.all("update rows set json = ?, shadow = jsonb(?) where id = ?", JSON.stringify(next), shadowOf(next, columns), row.id);
  }
  const last = rows.at(-1);
  sql.all(
    "insert or replace into computed (table_name, field, definition, at, id) values (?, ?, ?, ?, ?)",
    ...[table, column.name, definition, last?.created_at ?? null, last?.id ?? ""],
  );
}
