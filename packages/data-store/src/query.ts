/** A query of rows as SQL. Names and values are bound, never written into the text. */
import type { Column, Outcome, RowFilter, RowQuery } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import type { SqlValue } from "./sql.ts";
import type { View } from "./view.ts";

/** A piece of SQL with its values in order. */
type Piece = { text: string; values: SqlValue[] };
export type CompiledQuery = { where: Piece; orderBy: Piece; limit: number; offset: number };

const META: Record<string, string> = {
  id: "id",
  createdAt: "created_at",
  updatedAt: "updated_at",
  createdBy: "created_by",
  revision: "revision",
};
const SEARCHED: ReadonlySet<Column["type"]> = new Set(["text", "longtext", "select", "email", "url"]);

export function compileQuery(view: View, query: RowQuery, own: string | null): Outcome<CompiledQuery> {
  const conditions: Piece[] = [{ text: "table_name = ?", values: [view.storedTable] }];
  if (own !== null) conditions.push({ text: "created_by = ?", values: [own] });
  for (const filter of query.filters) {
    const value = columnValue(view, filter.column);
    if (!value) return unknownColumn(view, filter.column);
    conditions.push(condition(value, filter));
  }
  if (query.search?.trim()) conditions.push(search(view, query.search.trim()));
  const order: Piece[] = [];
  for (const { column, direction } of query.sort) {
    const value = sortValue(view, column);
    if (!value) return unknownColumn(view, column);
    order.push({ text: `${value.text} is null, ${value.text} collate nocase ${direction}`, values: [...value.values, ...value.values] });
  }
  order.push({ text: "created_at, id", values: [] });
  const offset = query.cursor === undefined ? 0 : Number.parseInt(query.cursor, 36);
  if (!Number.isSafeInteger(offset) || offset < 0)
    return fail("bad_request", "This cursor is not one of ours.", { next: "Start from the first page." });
  return ok({ where: join(conditions, " and "), orderBy: join(order, ", "), limit: query.limit, offset });
}

const unknownColumn = (view: View, column: string) =>
  fail("bad_request", `${view.table.label} has no field ${column}.`, {
    next: `Fields: ${view.table.columns.map(({ name }) => name).join(", ")}.`,
  });

const join = (pieces: Piece[], by: string): Piece => ({
  text: pieces.map(({ text }) => text).join(by),
  values: pieces.flatMap(({ values }) => values),
});

function columnValue(view: View, name: string): Piece | null {
  if (Object.hasOwn(META, name)) return { text: META[name]!, values: [] };
  const stored = view.stored.get(name);
  return stored === undefined ? null : { text: "json_extract(rows.json, ?)", values: [`$."${stored}"`] };
}

/** A list of options sorts in the order in which it was declared. */
function sortValue(view: View, name: string): Piece | null {
  const value = columnValue(view, name);
  const options = view.table.columns.find((column) => column.name === name)?.options;
  if (!value || !options) return value;
  return { text: `(select key from json_each(?) where value is ${value.text})`, values: [JSON.stringify(options), ...value.values] };
}

const bindable = (value: unknown): SqlValue =>
  typeof value === "boolean"
    ? Number(value)
    : typeof value === "string" || typeof value === "number"
      ? value
      : value == null
        ? null
        : JSON.stringify(value);

const COMPARE = { eq: "is", ne: "is not", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;

function condition({ text, values }: Piece, { op, value }: RowFilter): Piece {
  switch (op) {
    case "empty":
      return { text: `(${text} is null or ${text} = '')`, values: [...values, ...values] };
    case "notEmpty":
      return { text: `(${text} is not null and ${text} <> '')`, values: [...values, ...values] };
    case "contains":
      return { text: `instr(lower(${text}), lower(?)) > 0`, values: [...values, String(value ?? "")] };
    case "in": {
      const wanted = Array.isArray(value) ? value : [value];
      return { text: `${text} in (select value from json_each(?))`, values: [...values, JSON.stringify(wanted)] };
    }
    default:
      return { text: `${text} ${COMPARE[op]} ?`, values: [...values, bindable(value)] };
  }
}

function search(view: View, words: string): Piece {
  const columns = view.table.columns.filter((column) => SEARCHED.has(column.type));
  if (columns.length === 0) return { text: "1 = 0", values: [] };
  const pieces = columns
    .slice(0, 20)
    .map((column) => condition(columnValue(view, column.name)!, { column: column.name, op: "contains", value: words }));
  const any = join(pieces, " or ");
  return { text: `(${any.text})`, values: any.values };
}
