/**
 * What a value is once its field is of another kind, and where the original stays when that says less or nothing: beside it in the row,
 * under a name that no field can have. So the same kind brings it back, whichever version that comes with.
 */
import { fold } from "@edgewright/app-kit/fold";
import { type Column, isComputed, isFile, isList, scaleOf } from "@edgewright/contracts";
import { fits, isEmpty, parseColumn } from "./column-value.ts";

type Values = Record<string, unknown>;

/** A type, with what decides how its values are kept and compared. */
export function kindOf(column: Column): string {
  const scale = scaleOf(column);
  if (scale === null) return column.ref === undefined ? column.type : `${column.type} of ${column.ref}`;
  return column.type === "money" ? `money in ${column.currency}` : `decimal with ${scale} digits after the point`;
}

/** The value as `column` holds it; undefined: it does not fit. Numbers keep their size, dates their day, texts all their letters. */
export function valueAs(former: Column, column: Column, value: unknown): unknown {
  if (isEmpty(value)) return null;
  if (holdsMany(column) || Array.isArray(value)) return listAs(former, column, [value].flat());
  if (pointsElsewhere(former, column)) return undefined;
  const tried = parseColumn(column, value);
  if (tried.ok) return tried.value;
  const other = parseColumn(column, rewritten(former, column, value));
  return other.ok ? other.value : undefined;
}

function listAs(former: Column, column: Column, entries: unknown[]): unknown {
  if (pointsElsewhere(former, column)) return undefined;
  if (!holdsMany(column)) return entries.length === 1 ? valueAs(former, column, entries[0]) : undefined;
  const tried = parseColumn(column, entries);
  return tried.ok ? tried.value : undefined;
}

const holdsMany = (column: Column): boolean => isList(column) || column.type === "files";

const POINTING: ReadonlySet<string> = new Set(["reference", "references", "user"]);

/** An id means a row only to a field that refers to the same table, and a file only to a field of files: nothing else was looked at when it was written. */
const pointsElsewhere = (former: Column, column: Column): boolean =>
  (isFile(column) && !isFile(former)) || (POINTING.has(column.type) && (former.ref !== column.ref || !POINTING.has(former.type)));

const NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
const NUMBERS: ReadonlySet<string> = new Set(["number", "integer", "decimal", "money", "rating", "duration"]);
const TEXTS: ReadonlySet<string> = new Set(["text", "longtext", "email", "url", "phone", "select", "autonumber"]);
const BOOLEANS = new Map(Object.entries({ true: true, yes: true, false: false, no: false }));

/** The value in the form in which the other kind of field has it. A number with leading zeros is none. */
function rewritten(former: Column, { type, options = [] }: Column, value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "string") return value;
  const text = value.trim();
  if (NUMBERS.has(type)) return NUMBER.test(text) ? Number(text) : value;
  if (type === "boolean") return BOOLEANS.get(text.toLowerCase()) ?? value;
  if (type === "select") return options.find((option) => fold(option) === fold(text)) ?? value;
  if (type === "date" && former.type === "datetime") return text.slice(0, 10);
  return type === "datetime" ? `${text}T00:00:00.000Z` : text;
}

/** Whether what does not fit stays in the field all the same: a number is shown as any number, a text as any text. It must fit when the row is next changed. */
export const stays = (former: Column, column: Column): boolean =>
  [NUMBERS, TEXTS].some((family) => family.has(former.type) && family.has(column.type));

/** Where what a field held while it was of a type stays. */
const asideOf = (name: string, { type }: Column): string => `${name}:${type}`;

/** Whether a key of a stored row is what was put aside. */
export const isAside = (key: string): boolean => key.includes(":");

/** Makes the field's value one of the other kind. What cannot be had back from that is put aside; what was put aside before comes back, unless the field was changed since. */
export function retypeField(values: Values, former: Column, column: Column): void {
  const { name } = column;
  const value = values[name] ?? null;
  // It is of the other kind already.
  if (!isEmpty(value) && !isComputed(column) && !fits(former, value) && fits(column, value)) return;
  const [kept, place] = [values[asideOf(name, column)], asideOf(name, former)];
  delete values[asideOf(name, column)];
  if (kept !== undefined && fits(column, kept) && (isComputed(former) || same(heldAs(column, former, kept), value))) {
    values[name] = kept;
    return;
  }
  if (isEmpty(value)) return;
  const next = isComputed(column) ? null : heldAs(former, column, value);
  values[name] = next;
  if (!isComputed(former) && !same(heldAs(column, former, next), value)) values[place] = value;
}

const heldAs = (former: Column, column: Column, value: unknown): unknown =>
  valueAs(former, column, value) ?? (stays(former, column) ? value : null);

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Has a field's values, and what is put aside of them, follow to another name. */
export function moveField(values: Values, from: string, to: string): void {
  for (const key of Object.keys(values)) {
    if (key !== from && !key.startsWith(`${from}:`)) continue;
    values[`${to}${key.slice(from.length)}`] = values[key];
    delete values[key];
  }
}
