/** The rows of an app as its own server code holds them, `env.DATA` and `env.APP`: calls that answer or throw, since app code knows exceptions, not outcomes. */
import {
  complaintsOf,
  type DataRow,
  type ErrorCode,
  IdempotencyKey,
  IncrementRow,
  type Outcome,
  type RowPage,
  RowQuery,
  type RowWriter,
  type Totals,
  TotalsQuery,
  UpsertRow,
  WriteRow,
  WriteRows,
} from "@edgewright/contracts";
import { z } from "zod";
import type { AppRows } from "./app-host.ts";

/**
 * `revision`, when given, must be the row's present one. `restore`: a row that was deleted in the last 30 days. `once`: a key of the
 * caller's own, such as an order's number, under which the write takes effect once.
 */
export type RowCalls = {
  list(table: string, query?: unknown): Promise<RowPage>;
  totals(table: string, query: unknown): Promise<Totals>;
  get(table: string, id: string): Promise<DataRow>;
  create(table: string, values: unknown, once?: string): Promise<DataRow>;
  update(table: string, id: string, values: unknown, revision?: number): Promise<DataRow>;
  upsert(table: string, by: string, values: unknown, once?: string): Promise<DataRow>;
  increment(table: string, id: string, by: unknown, once?: string): Promise<DataRow>;
  remove(table: string, id: string): Promise<DataRow>;
  restore(table: string, id: string): Promise<DataRow>;
  writeAll(writes: unknown, once?: string): Promise<DataRow[]>;
};

const Name = z.string().max(200);
const Values = WriteRow.shape.values;
const Revision = z
  .int()
  .nullish()
  .transform((revision) => revision ?? undefined);
const OfTable = z.tuple([Name, RowQuery]);
const TotalsOf = z.tuple([Name, TotalsQuery]);
const OfRow = z.tuple([Name, Name]);
const Once = IdempotencyKey.nullish().transform((key) => key ?? undefined);
const NewRow = z.tuple([Name, Values, Once]);
const ChangedRow = z.tuple([Name, Name, Values, Revision]);
const RowByField = z.tuple([Name, UpsertRow.shape.by, Values, Once]);
const Together = z.tuple([WriteRows.shape.writes, Once]);
const AddedTo = z.tuple([Name, Name, IncrementRow.shape.by, Once]);

export const rowCalls = (rows: AppRows, writer: RowWriter): RowCalls => ({
  list: (table, query = {}) => ask(OfTable, [table, query], (...given) => rows.list(writer, ...given)),
  totals: (table, query) => ask(TotalsOf, [table, query], (...given) => rows.totals(writer, ...given)),
  get: (table, id) => ask(OfRow, [table, id], (...given) => rows.get(writer, ...given)),
  create: (table, values, key) => ask(NewRow, [table, values, key], (name, given, once) => rows.create({ ...writer, once }, name, given)),
  update: (table, id, values, revision) => ask(ChangedRow, [table, id, values, revision], (...given) => rows.update(writer, ...given)),
  upsert: (table, by, values, key) =>
    ask(RowByField, [table, by, values, key], (name, field, given, once) => rows.upsert({ ...writer, once }, name, field, given)),
  increment: (table, id, by, key) =>
    ask(AddedTo, [table, id, by, key], (name, row, amounts, once) => rows.increment({ ...writer, once }, name, row, amounts)),
  remove: (table, id) => ask(OfRow, [table, id], (...given) => rows.remove(writer, ...given)),
  restore: (table, id) => ask(OfRow, [table, id], (...given) => rows.restore(writer, ...given)),
  writeAll: (writes, key) => ask(Together, [writes, key], (given, once) => rows.writeAll({ ...writer, once }, given)),
});

/**
 * Arguments are taken apart to plain JSON: over RPC they may be functions and objects of the app, which would be called back
 * by whoever reads them. What is refused carries its code.
 */
async function ask<Given extends unknown[], T>(
  shape: z.ZodType<Given>,
  given: unknown[],
  call: (...given: Given) => Promise<Outcome<T>>,
): Promise<T> {
  const plain = shape.safeParse(plainJson(given));
  if (!plain.success) throw dataRefusal("bad_request", `The call is not right: ${complaintsOf(plain.error).slice(0, 300)}.`);
  const outcome = await call(...plain.data);
  if (!outcome.ok) throw dataRefusal(outcome.error.code, outcome.error.message, outcome.error.next);
  return outcome.value;
}

function plainJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/** Known by its name, should the app let it pass. */
export const dataRefusal = (code: ErrorCode, message: string, next?: string): Error =>
  Object.assign(new Error(message), { name: "DataError", code, next });
