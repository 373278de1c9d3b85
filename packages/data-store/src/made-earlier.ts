/** References to rows that earlier writes of the same batch have made. */
import type { DataRow, Outcome, RowWrite, Table } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { z } from "zod";
import { invalid } from "./validate.ts";

const Earlier = z.strictObject({ $row: z.int().min(0) });

/** The write with ids in place of `{ "$row": n }`, in fields that refer to rows. */
export function madeEarlier(write: RowWrite, table: Table, rows: readonly DataRow[]): Outcome<RowWrite> {
  if (!("values" in write)) return ok(write);
  const values = { ...write.values };
  for (const { name } of table.columns.filter(({ name, ref }) => ref !== undefined && values[name] !== undefined)) {
    const given = values[name];
    const ids = [given].flat().map((one) => idOf(one, rows));
    if (ids.includes(undefined)) return invalid(table, { [name]: "refers to a write that does not come before it" });
    values[name] = Array.isArray(given) ? ids : ids[0];
  }
  return ok({ ...write, values });
}

function idOf(value: unknown, rows: readonly DataRow[]): unknown {
  const earlier = Earlier.safeParse(value);
  return earlier.success ? rows[earlier.data.$row]?.id : value;
}
