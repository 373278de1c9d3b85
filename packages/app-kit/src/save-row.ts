/** Writes what was changed in a row since it was read, and nothing else, so that two people at different fields both keep their work. */
import { DataError, request, rowPath, zoned } from "./client.ts";
import type { Row } from "./types.ts";

type Values = Record<string, unknown>;

const ATTEMPTS = 5;

export const same = (one: unknown, other: unknown) => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

const changesOf = (row: Values, values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => value !== undefined && !same(value, row[name])));

/** Whether someone else has meanwhile given one of the changed fields another value. */
export const collides = (before: Values, now: Values, changed: Values): boolean =>
  Object.entries(changed).some(([name, value]) => !same(now[name], before[name]) && !same(now[name], value));

/** Refused with the row as it is now only where both have changed the same field. */
export async function saveRow(table: string, row: Row<object>, values: object): Promise<Row<object>> {
  const changed = changesOf(row as Values, values as Values);
  if (Object.keys(changed).length === 0) return row;
  let base = row;
  for (let attempt = 1; ; attempt++) {
    try {
      return await request(rowPath(table, row.id), { method: "PATCH", body: zoned({ values: changed, revision: base.revision }) });
    } catch (error) {
      const now = error instanceof DataError ? error.row : undefined;
      if (!now || attempt === ATTEMPTS || collides(row as Values, now as Values, changed)) throw error;
      base = now;
    }
  }
}
