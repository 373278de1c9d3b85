/** A cell of a file as the value of a field. The app's own checks come after it. */
import type { Column, Json } from "@edgewright/contracts";
import { readDuration } from "../duration.ts";
import { fromLocal } from "../local-time.ts";
import { type Reading, readClock, readDay, readNumber } from "./reading.ts";
import { isBlank } from "./sheet.ts";

/** By folded name, the ids of the rows or people that are called so; and by id, itself. */
export type Names = ReadonlyMap<string, readonly string[]>;
export type Read = { ok: true; value: Json } | { ok: false; problem: string };

const ok = (value: Json): Read => ({ ok: true, value });
const no = (problem: string): Read => ({ ok: false, problem });
const folded = (text: string) => text.normalize("NFKC").trim().toLowerCase();

export function namesFrom(called: readonly (readonly [id: string, name: string])[]): Names {
  const names = new Map<string, string[]>();
  for (const [id, name] of called) {
    names.set(id, [id]);
    names.set(folded(name), [...(names.get(folded(name)) ?? []), id]);
  }
  return names;
}

const YES = new Set(["yes", "y", "true", "ja", "oui", "si", "sí", "x", "1", "☑", "✓"]);
const NO = new Set(["no", "n", "false", "nein", "non", "0", "☐"]);
const AT_DAWN = "00:00";

/** @param names of the field, where it names rows or people */
export function toValue(column: Column, cell: Json, reading: Reading, names?: Names): Read {
  if (isBlank(cell)) return ok(null);
  const text = typeof cell === "object" ? JSON.stringify(cell) : undefused(String(cell)).trim();
  switch (column.type) {
    case "number":
    case "integer":
    case "decimal":
    case "money":
    case "rating":
      return numberOf(cell, text, reading);
    case "boolean":
      return yesOrNo(cell, text);
    case "date":
    case "datetime":
      return momentOf(column, text, reading);
    case "time": {
      const time = readClock(text.replace(/^\d{4}-\d\d-\d\dT/, ""));
      return time === null ? no(`“${text}” is no time such as 09:30`) : ok(time);
    }
    case "duration": {
      const seconds = readDuration(text);
      return seconds === null ? no(`“${text}” is no duration such as 1:30`) : ok(seconds);
    }
    case "select":
      return optionOf(column, text);
    case "multiselect":
      return listOf(partsOf(cell, text), (part) => optionOf(column, part));
    case "reference":
    case "user":
      return namedBy(text, names);
    case "references":
      return listOf(partsOf(cell, text), (part) => namedBy(part, names));
    case "json":
      return jsonOf(cell, text);
    default:
      return ok(text);
  }
}

/** Our own exports, and others, put an apostrophe before what a spreadsheet would take for a formula. */
const undefused = (text: string) => text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, "");

function numberOf(cell: Json, text: string, { decimalComma }: Reading): Read {
  const value = typeof cell === "number" ? cell : readNumber(text, decimalComma);
  return value === null ? no(`“${text}” is no number`) : ok(value);
}

function yesOrNo(cell: Json, text: string): Read {
  if (typeof cell === "boolean") return ok(cell);
  if (YES.has(folded(text))) return ok(true);
  return NO.has(folded(text)) ? ok(false) : no(`“${text}” is neither yes nor no`);
}

function momentOf({ type }: Column, text: string, { dayFirst }: Reading): Read {
  const read = readDay(text, dayFirst);
  if (!read) return no(`“${text}” is no ${type === "date" ? "date" : "date and time"}`);
  if (type === "date") return read.time === null || read.time === AT_DAWN ? ok(read.day) : no(`“${text}” has a time of day`);
  const moment = `${read.day}T${read.time ?? AT_DAWN}`;
  const instant = read.zone === "" ? fromLocal(moment) : fromLocal(moment + read.zone);
  return instant === null ? no(`“${text}” is no date and time`) : ok(instant);
}

function optionOf({ options = [], looks = {} }: Column, text: string): Read {
  const option = options.find((one) => folded(one) === folded(text) || folded(looks[one]?.label ?? one) === folded(text));
  return option === undefined ? no(`“${text}” is none of the options`) : ok(option);
}

function namedBy(text: string, names: Names | undefined): Read {
  const [id, other] = names?.get(text) ?? names?.get(folded(text)) ?? [];
  if (id === undefined) return no(`nothing is called “${text}”`);
  return other === undefined ? ok(id) : no(`more than one is called “${text}”`);
}

const partsOf = (cell: Json, text: string): string[] =>
  Array.isArray(cell) ? cell.map(String) : text.split(/[,;|\n]/).flatMap((part) => part.trim() || []);

function listOf(parts: readonly string[], read: (part: string) => Read): Read {
  const values: Json[] = [];
  for (const part of parts) {
    const one = read(part);
    if (!one.ok) return one;
    values.push(one.value);
  }
  return ok(values);
}

function jsonOf(cell: Json, text: string): Read {
  if (typeof cell !== "string") return ok(cell);
  try {
    return ok(JSON.parse(text));
  } catch {
    return no("this is not JSON");
  }
}
