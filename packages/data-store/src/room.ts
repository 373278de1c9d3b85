/** How many rows a table takes. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, type Sql } from "@edgewright/core";
import type { View } from "./view.ts";

const LIMIT_ROWS = 100_000;

export function hasRoom(sql: Sql, { table, storedTable }: View, rows = 1): Outcome<void> {
  const [count] = sql.all<{ total: number | null }>("select sum(rows) as total from counts where table_name = ?", storedTable);
  if ((count?.total ?? 0) + rows <= LIMIT_ROWS) return ok(undefined);
  return fail("too_large", `${table.label} has room for ${LIMIT_ROWS.toLocaleString("en-US")} rows.`, {
    next: "Delete rows that are not needed.",
  });
}
