/**
 * Several reads as one prepared statement, each of them a column that holds its rows as JSON. What most requests ask is asked
 * so: a batch takes its time for each of its statements, and drizzle writes each of them out anew.
 */
import { Column, is, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import type { Database } from "./database.ts";

/** What of a select is used here, whatever its table. */
type Read = SQLWrapper & { readonly _: { readonly selectedFields?: Record<string, unknown>; readonly result: unknown[] } };
type Reads = Record<string, Read>;
export type RowsOf<R extends Reads> = { [K in keyof R]: R[K]["_"]["result"] };

/** A question with the values that `sql.placeholder` stands for in `reads`. */
export function prepareReads<R extends Reads>(database: Database, reads: R) {
  const columns = Object.fromEntries(Object.entries(reads).map(([name, read]) => [name, rowsOf(read)]));
  const statement = database.select(columns).from(sql`(select 1)`).prepare();
  return async (values: Record<string, string>) => (await statement.get(values)) as RowsOf<R>;
}

function rowsOf(read: Read): SQL<unknown[]> {
  const fields = Object.entries(read._.selectedFields ?? {});
  const names = sql.raw(fields.map((_, index) => `c${index}`).join(", "));
  const toRow = (values: unknown[]) => Object.fromEntries(fields.map(([name, field], index) => [name, fieldValue(field, values[index])]));
  return sql`(with r(${names}) as ${read} select json_group_array(json_array(${names})) from r)`.mapWith((text: string) =>
    (JSON.parse(text) as unknown[][]).map(toRow),
  );
}

/** As drizzle reads a column; what SQL has worked out is taken as it is. */
const fieldValue = (field: unknown, value: unknown) => (is(field, Column) && value !== null ? field.mapFromDriverValue(value) : value);
