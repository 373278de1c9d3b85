/** What keeps rows of one schema from being used under another: values that the other's fields cannot hold. */
import type { AppSchema, Column } from "@edgewright/contracts";
import { fits } from "./column-value.ts";
import { columnsOf, renames } from "./naming.ts";
import type { StoredRow } from "./sql.ts";

/** One sentence for each field that would hold values it cannot. `rowsOf` gives the rows of a table under `before`. */
export function misfits(before: AppSchema, after: AppSchema, rowsOf: (table: string) => Iterable<StoredRow>): string[] {
  const tables = renames(before.tables, after.tables);
  return after.tables.flatMap((table) => {
    const stored = tables.find(({ to }) => to === table.name)?.from ?? table.name;
    const changed = retyped(columnsOf(before, stored), table.columns);
    if (changed.length === 0) return [];
    const counts = new Map<Column, number>();
    for (const row of rowsOf(stored)) {
      const values: Record<string, unknown> = JSON.parse(row.json);
      for (const { column, name } of changed) {
        if (!fits(column, values[name])) counts.set(column, (counts.get(column) ?? 0) + 1);
      }
    }
    return [...counts].map(
      ([column, count]) =>
        `${count === 1 ? "One row" : `${count} rows`} of ${table.label} could not be saved again: ${column.label} holds what is not ${nameOf(column)}.`,
    );
  });
}

/** The fields whose values may not fit, each with its stored name. A field that comes back finds its old values, so new ones count. */
function retyped(before: Column[], after: Column[]): { column: Column; name: string }[] {
  const moved = renames(before, after);
  return after
    .map((column) => ({ column, name: moved.find(({ to }) => to === column.name)?.from ?? column.name }))
    .filter(({ column, name }) => {
      const former = before.find((candidate) => candidate.name === name);
      return former?.type !== column.type || String(former.options) !== String(column.options);
    });
}

const KIND: Partial<Record<Column["type"], string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "a yes or no",
  date: "a date",
  datetime: "a date and time",
  select: "one of its options",
  email: "an e-mail address",
  url: "a web address",
};
const nameOf = ({ type }: Column) => KIND[type] ?? "such a text";
