/** A filter as SQL: its value parsed by the type of its field, and brought into the form in which values are compared. */
import { type Column, type FilterValue, isList, type Outcome, type RowFilter } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";
import { DATE, DATETIME, isEmpty, parseColumn } from "./column-value.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { type Key, keyOf, keyOfEntry } from "./shadow.ts";

/** What can be filtered and sorted by. `exact`: as it is stored, not folded. */
/** `live`: as the live version has the field, by which its values are compared. */
export type Field = { name: string; type: Column["type"]; key: Piece; exact: boolean; live?: Column };

const COMPARE = { eq: raw("is"), ne: raw("is not"), lt: raw("<"), lte: raw("<="), gt: raw(">"), gte: raw(">=") } as const;

export const NUMERIC: ReadonlySet<Column["type"]> = new Set(["number", "integer", "money", "decimal", "rating", "duration"]);

export function condition(field: Field, { op, value }: RowFilter): Outcome<Piece> {
  const { key } = field;
  if (isList(field) && op !== "empty" && op !== "notEmpty") return entryCondition(field, op, value);
  switch (op) {
    case "empty":
      return ok(piece`${key} is null`);
    case "notEmpty":
      return ok(piece`${key} is not null`);
    case "contains":
      return Array.isArray(value) ? wrong(field, "one text, not a list") : ok(containing(key, String(value ?? "")));
    case "in": {
      const keys = (Array.isArray(value) ? value : [value ?? null]).map((one) => comparable(field, one));
      const bad = keys.find((one) => !one.ok);
      return bad ?? ok(piece`${key} in (select value from json_each(${JSON.stringify(keys.map((one) => one.ok && one.value))}))`);
    }
    default: {
      if (Array.isArray(value)) return wrong(field, "one value, not a list");
      if (isEmpty(value) && op !== "eq" && op !== "ne") return wrong(field, "a value to compare with");
      const compared = comparable(field, value ?? null);
      return compared.ok ? ok(piece`${key} ${COMPARE[op]} ${compared.value}`) : compared;
    }
  }
}

/** Of a list: whether it has an entry, or any of some. */
function entryCondition(field: Field, op: RowFilter["op"], value: RowFilter["value"]): Outcome<Piece> {
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

/** A value as the field's are compared. */
export function comparable(field: Field, value: FilterValue): Outcome<Key> {
  if (isEmpty(value)) return ok(null);
  if (field.type === "date" || field.type === "datetime") {
    const day = DATE.safeParse(value);
    const parsed =
      day.success && field.type === "datetime" ? DATETIME.safeParse(`${day.data}T00:00Z`) : day.success ? day : DATETIME.safeParse(value);
    if (!parsed.success) return wrong(field, "a date such as 2026-03-31, or a date and time such as 2026-03-31T09:30Z");
    return ok(field.exact ? parsed.data : keyOf(parsed.data));
  }
  if (NUMERIC.has(field.type) || field.type === "boolean") {
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
