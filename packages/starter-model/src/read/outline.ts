/** The tables of a reading while it is being made. */
import { kindOf } from "../knowledge/kinds.ts";
import { singular } from "../words/inflect.ts";
import type { ReadField } from "./field.ts";
import { HAPPENINGS } from "./happenings.ts";
import { thingOf } from "./thing.ts";

export type ReadTable = {
  /** "key result" */
  one: string;
  fields: ReadField[];
  /** Tables that a row of this one belongs to. */
  parents: ReadTable[];
  /** It was only mentioned: where nothing more is said of it, it is no table. */
  mentioned?: boolean;
  /** It stands in a series of tables: it is one, whatever it is called. */
  listed?: boolean;
  /** How sure the tagger is that it is one. */
  margin?: number;
  /** The rows of a sheet, each cell under its field. */
  pasted?: { fields: (ReadField | null)[]; rows: string[][] };
};

const lastWord = (words: string): string => words.split(" ").at(-1)!;

export class Outline {
  tables: ReadTable[] = [];
  /** What the sentences are about at the moment. */
  current: ReadTable | null = null;

  find(phrase: string): ReadTable | undefined {
    const one = thingOf(phrase);
    if (one === "") return undefined;
    const exact = this.tables.find((table) => table.one === one);
    if (exact) return exact;
    const known = this.tables.find(
      (table) =>
        !HAPPENINGS.test(table.one) && table.fields.slice(0, 1).some(({ label, type }) => type === "text" && label.toLowerCase() === one),
    );
    if (known) return known;
    const close = this.tables.filter(
      (table) =>
        table.one.endsWith(` ${one}`) ||
        one.endsWith(` ${table.one}`) ||
        (one.includes(" ") &&
          table.one.includes(" ") &&
          lastWord(table.one) === lastWord(one) &&
          kindOf(one) === kindOf(table.one) &&
          kindOf(one) !== undefined &&
          one.split(" ")[0]!.slice(0, 4) === table.one.split(" ")[0]!.slice(0, 4)),
    );
    return close.length === 1 ? close[0] : undefined;
  }

  table(phrase: string): ReadTable {
    const found = this.find(phrase);
    if (found) {
      this.current = found;
      return found;
    }
    const table: ReadTable = { one: thingOf(phrase), fields: [], parents: [] };
    this.tables.push(table);
    this.current = table;
    return table;
  }

  /** A table that a sentence speaks of, without saying yet what is kept of it. */
  mention(phrase: string): ReadTable {
    const known = this.find(phrase);
    const table = this.table(phrase);
    if (!known) table.mentioned = true;
    return table;
  }

  /** The field as it stands in the table now. */
  add(table: ReadTable, field: ReadField): ReadField | null {
    const key = keyOf(field);
    if (key === "") return null;
    const known = table.fields.find(
      (other) => keyOf(other) === key || keyOf({ ...other, name: other.label }) === keyOf({ ...field, name: field.label }),
    );
    if (!known) table.fields.push(field);
    else if (field.options && !field.usual && (!known.options || known.usual))
      Object.assign(known, { options: field.options, type: field.type, usual: false });
    return known ?? field;
  }
}

const keyOf = (field: ReadField): string =>
  singular(
    (field.name ?? field.label)
      .toLowerCase()
      .replace(/[^\p{L}\d%]+/gu, " ")
      .trim(),
  );
