/** A filter as SQL: its values parsed by the type of its field, and brought into the form in which values are compared. */
import {
  type Column,
  type FilterValue,
  isList,
  isNumeric,
  isPeriod,
  type Outcome,
  type RowCondition,
  type RowFilter,
} from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { type Days, daysOf, plusDays, type Zone } from "./calendar.ts";
import { DATE, DATETIME, isEmpty, parseColumn } from "./column-value.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { type Key, keyOf, keyOfEntry } from "./shadow.ts";

/** What can be filtered and sorted by. `exact`: as it is stored, not folded. */
/** `live`: as the live version has the field, by which its values are compared. */
export type Field = { name: string; type: Column["type"]; key: Piece; exact: boolean; live?: Column };

/** Who asks, `me` null for one who has no rows of their own, on which day, and where. */
export type Asking = { me: string | null; today: string; zone: Zone };

const COMPARE = { eq: raw("is"), ne: raw("is not"), lt: raw("<"), lte: raw("<="), gt: raw(">"), gte: raw(">=") } as const;
type Comparison = keyof typeof COMPARE;

/** `fieldOf` refuses what is no field. What is not true, not even by having no value, is what `not` wants. */
export function conditionOf(filter: RowFilter, fieldOf: (name: string) => Outcome<Field>, asking: Asking): Outcome<Piece> {
  if ("not" in filter) {
    const inner = conditionOf(filter.not, fieldOf, asking);
    return inner.ok ? ok(piece`(${inner.value}) is not true`) : inner;
  }
  if ("column" in filter) {
    const field = fieldOf(filter.column);
    return field.ok ? condition(field.value, filter, asking) : field;
  }
  const pieces: Piece[] = [];
  for (const one of "and" in filter ? filter.and : filter.or) {
    const inner = conditionOf(one, fieldOf, asking);
    if (!inner.ok) return inner;
    pieces.push(inner.value);
  }
  return ok(piece`(${join(pieces, "and" in filter ? " and " : " or ")})`);
}

export const conditionsIn = (filter: RowFilter): number =>
  "column" in filter
    ? 1
    : "not" in filter
      ? conditionsIn(filter.not)
      : ("and" in filter ? filter.and : filter.or).reduce((sum, one) => sum + conditionsIn(one), 0);

function condition(field: Field, { op, value }: RowCondition, asking: Asking): Outcome<Piece> {
  const { key } = field;
  if (isList(field) && op !== "empty" && op !== "notEmpty") return entryCondition(field, op, value);
  switch (op) {
    case "empty":
      return ok(piece`${key} is null`);
    case "notEmpty":
      return ok(piece`${key} is not null`);
    case "isMe":
      return ok(asking.me === null ? raw("1 = 0") : piece`${key} is ${field.exact ? asking.me : keyOf(asking.me)}`);
    case "contains":
      return Array.isArray(value) ? wrong(field, "one text, not a list") : ok(containing(key, String(value ?? "")));
    case "startsWith":
      return Array.isArray(value) ? wrong(field, "one text, not a list") : ok(startingWith(field, String(value ?? "")));
    case "in": {
      const keys = (Array.isArray(value) ? value : [value ?? null]).map((one) => comparable(field, one));
      const bad = keys.find((one) => !one.ok);
      return bad ?? ok(piece`${key} in (select value from json_each(${JSON.stringify(keys.map((one) => one.ok && one.value))}))`);
    }
    case "between": {
      if (!Array.isArray(value) || value.length !== 2) return wrong(field, "a list of the first and the last value");
      const from = compared(field, "gte", value[0], asking);
      const to = compared(field, "lte", value[1], asking);
      if (!from.ok) return from;
      return to.ok ? ok(piece`(${from.value} and ${to.value})`) : to;
    }
    default:
      return Array.isArray(value) ? wrong(field, "one value, not a list") : compared(field, op, value, asking);
  }
}

function compared(field: Field, op: Comparison, value: FilterValue | undefined, asking: Asking): Outcome<Piece> {
  if (isEmpty(value) && op !== "eq" && op !== "ne") return wrong(field, "a value to compare with");
  const days = daysMeant(field, value, asking);
  if (days) return ok(comparedWithDays(field, op, days, asking));
  const other = comparable(field, value ?? null);
  return other.ok ? ok(piece`${field.key} ${COMPARE[op]} ${other.value}`) : other;
}

/** A period; or, for a moment, the day with which it is compared. */
function daysMeant({ type }: Field, value: unknown, { today }: Asking): Days | null {
  if (type !== "date" && type !== "datetime") return null;
  if (isPeriod(value)) return daysOf(value, today);
  const day = type === "datetime" ? DATE.safeParse(value) : null;
  return day?.success ? { first: day.data, after: plusDays(day.data, 1) } : null;
}

function comparedWithDays({ type, key, exact }: Field, op: Comparison, { first, after }: Days, { zone }: Asking): Piece {
  const start = (day: string): Key => (type === "date" ? day : exact ? zone.startOf(day) : keyOf(zone.startOf(day)));
  const within = piece`(${key} >= ${start(first)} and ${key} < ${start(after)})`;
  switch (op) {
    case "eq":
      return within;
    case "ne":
      return piece`${within} is not true`;
    case "lt":
      return piece`${key} < ${start(first)}`;
    case "gte":
      return piece`${key} >= ${start(first)}`;
    case "lte":
      return piece`${key} < ${start(after)}`;
    case "gt":
      return piece`${key} >= ${start(after)}`;
  }
}

/** Of a list: whether it has an entry, or any of some. */
function entryCondition(field: Field, op: RowCondition["op"], value: RowCondition["value"]): Outcome<Piece> {
  if (op !== "contains" && op !== "in") return wrong(field, "to be asked by contains, in, empty or notEmpty, as it holds a list");
  const entries = Array.isArray(value) ? value : [value ?? null];
  if (op === "contains" && Array.isArray(value)) return wrong(field, "one entry, not a list");
  if (entries.length === 0) return ok(raw("1 = 0"));
  const each = entries.map((entry) =>
    isEmpty(entry) ? piece`${field.key} is null` : piece`instr(${field.key}, ${keyOfEntry(String(entry))}) > 0`,
  );
  return ok(piece`(${join(each, " or ")})`);
}

export const containing = (key: Piece, words: string): Piece =>
  keyOf(words) === null ? piece`${key} is not null` : piece`instr(${key}, ${String(keyOf(words))}) > 0`;

function startingWith({ key, exact }: Field, words: string): Piece {
  const start = exact ? words : keyOf(words);
  return start === null || start === "" ? piece`${key} is not null` : piece`substr(${key}, 1, length(${start})) = ${start}`;
}

/** A value as the field's are compared. */
export function comparable(field: Field, value: FilterValue): Outcome<Key> {
  if (isEmpty(value)) return ok(null);
  if (field.type === "date" || field.type === "datetime") {
    const day = DATE.safeParse(value);
    const parsed =
      day.success && field.type === "datetime" ? DATETIME.safeParse(`${day.data}T00:00Z`) : day.success ? day : DATETIME.safeParse(value);
    if (!parsed.success)
      return wrong(field, "a date such as 2026-03-31, a date and time such as 2026-03-31T09:30Z, or a period such as this_month");
    return ok(field.exact ? parsed.data : keyOf(parsed.data));
  }
  if (isNumeric(field) || field.type === "boolean") {
    // A whole number may be compared with a fraction.
    const type = field.type === "boolean" ? field.type : "number";
    const parsed = parseColumn({ name: field.name, label: field.name, type }, value);
    return parsed.ok ? ok(keyOf(parsed.value, field.live)) : wrong(field, type === "number" ? "a number" : "true or false");
  }
  if (field.type === "json") return ok(keyOf(value));
  return ok(field.exact ? String(value) : keyOf(String(value)));
}

const wrong = ({ name }: Field, needed: string) =>
  fail("bad_request", `The filter on ${name.slice(0, 80)} needs ${needed}.`, { next: "Correct the query." });
