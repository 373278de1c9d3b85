/** Brings rows that were stored before, or brought back, into today's form: their instants in UTC, their shadows, the numbers they are given, and what is computed. In small steps, each whole, so that nothing waits long and a crash in between loses nothing. */
import type { AppSchema, Column } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { DATETIME } from "./column-value.ts";
import { computeSome } from "./computed-fill.ts";
import { columnsOf } from "./naming.ts";
import { numberSome } from "./row-numbers.ts";
import { shadowOf } from "./shadow.ts";
import type { Side } from "./sql.ts";

const STEP_ROWS = 200;
const STEP_LENGTH = 200_000;

type UnsettledRow = { id: string; table_name: string; json: string };

/** One step. False: all rows are in today's form. */
export function settleSome(sql: Sql, live: { schema: AppSchema; side: Side }): boolean {
  const { schema } = live;
  const rows = sql.all<UnsettledRow>(
    `select id, table_name, json from (select id, table_name, json, sum(length(json)) over (rows unbounded preceding) - length(json) as before
      from rows where shadow is null limit ${STEP_ROWS}) where before < ${STEP_LENGTH}`,
  );
  if (rows.length === 0) return numberSome(sql, schema) || computeSome(sql, live);
  sql.transaction(() => {
    for (const { id, table_name, json } of rows) {
      const given: Record<string, unknown> = JSON.parse(json);
      const columns = columnsOf(schema, table_name);
      const values = inUtc(given, columns);
      if (values !== given) sql.all("update rows set json = ? where id = ?", JSON.stringify(values), id);
      sql.all("update rows set shadow = jsonb(?) where id = ?", shadowOf(values, columns), id);
    }
  });
  return true;
}

/** The same object where nothing changes. */
export function inUtc(values: Record<string, unknown>, columns: Column[]): Record<string, unknown> {
  const changed = columns.flatMap(({ name, type }): [string, string][] => {
    const instant = type === "datetime" ? DATETIME.safeParse(values[name]) : null;
    return instant?.success && instant.data !== values[name] ? [[name, instant.data]] : [];
  });
  return changed.length === 0 ? values : { ...values, ...Object.fromEntries(changed) };
}
