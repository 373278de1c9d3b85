/** What keeps rows of one schema from being used under another: values that the other's fields cannot hold. */
import type { AppSchema, Column, Table } from "@edgewright/contracts";
import { fits } from "./column-value.ts";
import { columnsOf, renames } from "./naming.ts";
import { valueAs } from "./retype.ts";
import type { StoredRow } from "./sql.ts";

/** Counts the rows of each table under `before` whose values a field of `after` cannot hold. */
export class Misfits {
  private readonly checked: { table: Table; stored: string; changed: Retyped[] }[];
  private readonly counts = new Map<Column, number>();

  constructor(before: AppSchema, after: AppSchema) {
    const tables = renames(before.tables, after.tables);
    this.checked = after.tables
      .map((table) => {
        const stored = tables.find(({ to }) => to === table.name)?.from ?? table.name;
        return { table, stored, changed: retyped(columnsOf(before, stored), table.columns) };
      })
      .filter(({ changed }) => changed.length > 0);
  }

  /** Whether any row may not fit. */
  get possible(): boolean {
    return this.checked.length > 0;
  }

  add(row: StoredRow): void {
    const of = this.checked.filter(({ stored }) => stored === row.table_name);
    if (of.length === 0) return;
    const values: Record<string, unknown> = JSON.parse(row.json);
    for (const field of of.flatMap(({ changed }) => changed))
      if (!hasPlace(field, values[field.name])) this.counts.set(field.column, (this.counts.get(field.column) ?? 0) + 1);
  }

  /** One sentence for each field that would hold values it cannot. */
  says(): string[] {
    return this.checked.flatMap(({ table, changed }) =>
      changed.flatMap(({ column }) => {
        const count = this.counts.get(column);
        if (count === undefined) return [];
        return `${count === 1 ? "One row" : `${count} rows`} of ${table.label} could not be saved again: ${column.label} holds what is not ${nameOf(column)}.`;
      }),
    );
  }
}

type Retyped = { column: Column; name: string; former: Column | undefined };

/** The fields whose values may not fit, each with its stored name. A field that comes back finds its old values, so new ones count. */
function retyped(before: Column[], after: Column[]): Retyped[] {
  const moved = renames(before, after);
  return after
    .map((column) => {
      const name = moved.find(({ to }) => to === column.name)?.from ?? column.name;
      return { column, name, former: before.find((candidate) => candidate.name === name) };
    })
    .filter(({ column, former }) => former === undefined || boundsOf(former) !== boundsOf(column));
}

/** Whether the value has a place in the field, as it is or as one of the other kind. */
const hasPlace = ({ column, former }: Retyped, value: unknown): boolean =>
  former ? valueAs(former, column, value) !== undefined : fits(column, value);

/** What decides which values a field can hold. */
export const boundsOf = ({ type, options, currency, digits, stars }: Column) => JSON.stringify([type, options, currency, digits, stars]);

/** A kind of field in words. */
export const KIND: Partial<Record<Column["type"], string>> = {
  number: "a number",
  integer: "a whole number",
  boolean: "a yes or no",
  date: "a date",
  datetime: "a date and time",
  select: "one of its options",
  email: "an e-mail address",
  url: "a web address",
  money: "an amount of money",
  decimal: "a number with so many digits",
  multiselect: "a list of its options",
  reference: "a reference",
  references: "a list of rows",
  user: "a member",
  time: "a time of day",
  duration: "a duration",
  phone: "a phone number",
  rating: "a rating",
};
const nameOf = ({ type }: Column) => KIND[type] ?? "such a text";
