/** Tables that a prompt speaks of without saying what is kept of them: "three holiday flats", of which bookings have a field "flat". */
import { isKindName } from "../knowledge/kinds.ts";
import { plural, singular } from "../words/inflect.ts";
import type { Outline, ReadTable } from "./outline.ts";

/** What a row is called or said of it: "search over titles" speaks of no table of titles. */
const NAMES = /^(?:title|name|note|comment|description|record|entry|grade|mark|price|photo|number|member number)$/;

const escaped = (words: string): string => words.replace(/[^\p{L}\d ]/gu, ".");

/** A field that is called like a kind of record, of which the text also speaks as of several, points at a table of them. */
export function addLookups(outline: Outline, text: string): void {
  const words = text.toLowerCase();
  for (const table of [...outline.tables])
    for (const { label, name, type, options } of table.fields) {
      const one = singular((name ?? label).toLowerCase());
      if (type !== "text" || options || !isKindName(one) || NAMES.test(one) || label.toLowerCase() !== one || isThere(one, outline.tables))
        continue;
      if (!new RegExp(`\\b(?:${escaped(plural(one))}|(?:each|every) ${escaped(one)})\\b`).test(words)) continue;
      outline.table(one).margin = table.margin;
    }
}

const isThere = (one: string, tables: readonly ReadTable[]): boolean =>
  tables.some((table) => table.one === one || table.one.endsWith(` ${one}`) || one.endsWith(` ${table.one}`));
