/** A query of rows as a plan of SQL: where its rows come from, which of them match, and in which order. */
import { type Column, isNumeric, type Outcome, type RowFilter, type RowQuery } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { type Order, type Place, readCursor } from "./cursor.ts";
import { type Asking, comparable, conditionOf, conditionsIn, containing, type Field } from "./filter.ts";
import { hasIndex, indexName } from "./indexes.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { isGuarded, seenPart, sightOf } from "./policy.ts";
import { keyIn, keyOf, literal } from "./shadow.ts";
import { liveField, storedField, type View } from "./view.ts";

/** The rows that a query is about. `source`: a stretch of an index in the order of creation. `cost`: values that are looked at in each of its rows. */
export type Stretch = {
  table: string;
  author: string | null;
  from: Piece;
  source: Piece;
  indexed: boolean;
  matches: Piece | null;
  cost: number;
};

/** `of`: the query's name. */
export type Plan = Stretch & { of: string; order: Order[]; after: Place | null; limit: number };

const META: Record<string, Field> = {
  id: { name: "id", type: "text", key: raw("id"), exact: true },
  createdAt: { name: "createdAt", type: "datetime", key: raw("created_at"), exact: true },
  updatedAt: { name: "updatedAt", type: "datetime", key: raw("updated_at"), exact: true },
  createdBy: { name: "createdBy", type: "text", key: raw("created_by"), exact: true },
  revision: { name: "revision", type: "integer", key: raw("revision"), exact: true },
};
const SEARCHED: ReadonlySet<Column["type"]> = new Set([
  ...(["text", "longtext", "select", "email", "url", "multiselect", "phone", "autonumber"] as const),
]);
const ORDERED: ReadonlySet<Column["type"]> = new Set(["boolean", "date", "datetime", "time"]);
/** Texts are sorted by so many characters, which is also what a cursor holds of each. */
const SORTED_BY = 100;
const BETWEEN = "\u001f";

/** Of the rows that whoever asks may see, those that match. */
export function stretchOf(view: View, query: Pick<RowQuery, "filters" | "search">, asking: Asking): Outcome<Stretch> {
  const { filters, search: words } = query;
  const { author: own, matches: within } = sightOf(view);
  const table = literal(view.storedTable);
  const indexed = filters.find((filter) => isIndexed(view, filter));
  const matches: Piece[] = within ? [within] : [];
  let [from, source] = [raw("rows"), raw(`table_name = '${table}'`)];
  if (own !== null) source = piece`${source} and created_by = ${own}`;
  const known = (name: string) => fieldOf(view, name);
  for (const filter of filters.filter((candidate) => candidate !== indexed)) {
    const matching = conditionOf(filter, known, asking);
    if (!matching.ok) return matching;
    matches.push(matching.value);
  }
  if (indexed) {
    const field = known(indexed.column);
    if (!field.ok) return field;
    const value = comparable(field.value, indexed.value as string);
    if (!value.ok) return value;
    source = piece`${source} and ${field.value.key} = ${value.value}`;
    if (field.value !== META.id) from = raw(`rows indexed by "${indexName(view.side, table, storedField(view, indexed.column))}"`);
  }
  const searched = words?.trim() ? view.table.columns.filter(({ type }) => SEARCHED.has(type)) : [];
  if (words?.trim()) matches.push(search(view, searched, words));
  const conditions = filters.reduce((sum, filter) => sum + (filter === indexed ? 0 : conditionsIn(filter)), within ? 1 : 0);
  return ok({
    ...{ table, author: own, from, source, indexed: indexed !== undefined },
    matches: matches.length === 0 ? null : join(matches, " and "),
    cost: conditions + searched.length,
  });
}

export function planOf(view: View, of: string, query: RowQuery, asking: Asking): Outcome<Plan> {
  const stretch = stretchOf(view, query, asking);
  if (!stretch.ok) return stretch;
  const order: Order[] = [];
  for (const { column, direction } of query.sort) {
    const key = orderKey(view, column);
    if (!key.ok) return key;
    order.push({ column, key: key.value, down: direction === "desc" });
  }
  const after = query.cursor === undefined ? null : readCursor(of, order.length, query.cursor);
  if (query.cursor !== undefined && after === null)
    return fail("bad_request", "This cursor is not one of ours, or belongs to another query.", { next: "Start from the first page." });
  return ok({ ...stretch.value, of, order, after, limit: query.limit, cost: stretch.value.cost + 2 * order.length + 1 });
}

type Equal = { column: string; value?: unknown };

const isIndexed = (view: View, filter: RowFilter): filter is RowFilter & Equal => {
  if (!("column" in filter)) return false;
  const { column, op, value } = filter;
  if (op !== "eq" || Array.isArray(value) || keyOf(value) === null) return false;
  const live = liveField(view, storedField(view, column));
  if (live && isGuarded(view, live.name)) return false;
  return column === "id" || (!Object.hasOwn(META, column) && live !== undefined && hasIndex(live));
};

const unknownField = (view: View, column: string) =>
  fail("bad_request", `${view.table.label} has no field ${column}.`, {
    next: `Fields: ${view.table.columns.map(({ name }) => name).join(", ")}.`,
  });

export function fieldOf(view: View, name: string): Outcome<Field> {
  const meta = Object.hasOwn(META, name) ? META[name] : undefined;
  if (meta) return ok(meta);
  const column = view.table.columns.find((candidate) => candidate.name === name);
  if (!column) return unknownField(view, name);
  const stored = storedField(view, name);
  return ok({ name, type: column.type, key: seenPart(view, stored, keyIn(stored)), exact: false, live: liveField(view, stored) });
}

/** A list of options sorts in the order in which it was declared. */
function orderKey(view: View, name: string): Outcome<Piece> {
  const found = fieldOf(view, name);
  if (!found.ok) return found;
  const field = found.value;
  if (field.exact || isNumeric(field) || ORDERED.has(field.type)) return ok(field.key);
  // Numbers of more digits are the later ones.
  if (field.type === "autonumber") return ok(piece`printf('%03d', length(${field.key})) || ${field.key}`);
  const options = field.type === "select" ? view.table.columns.find((column) => column.name === name)?.options : undefined;
  if (!options) return ok(piece`substr(${field.key}, 1, ${raw(String(SORTED_BY))})`);
  const listed = ["", ...options.map((option) => String(keyOf(option))), ""].join(BETWEEN);
  return ok(piece`nullif(instr(${listed}, char(31) || ${field.key} || char(31)), 0)`);
}

function search(view: View, columns: Column[], words: string): Piece {
  if (columns.length === 0) return raw("1 = 0");
  return piece`(${join(
    columns.map(({ name }) => {
      const stored = storedField(view, name);
      return containing(seenPart(view, stored, keyIn(stored)), words);
    }),
    " or ",
  )})`;
}

export const orderBy = (order: Order[]): Piece =>
  join([...order.map(({ key, down }) => piece`${key} is null, ${key} ${raw(down ? "desc" : "asc")}`), raw("created_at, id")], ", ");

/** The rows that come after a place. Empty values come last in either direction. */
export function afterPlace([first, ...others]: Order[], { keys, at, id }: Place): Piece {
  if (!first) return piece`(created_at, id) > (${at}, ${id})`;
  const [value = null, ...rest] = keys;
  const same = piece`${first.key} is ${value} and ${afterPlace(others, { keys: rest, at, id })}`;
  if (value === null) return piece`(${same})`;
  return piece`(${first.key} is null or ${first.key} ${raw(first.down ? "<" : ">")} ${value} or ${same})`;
}
