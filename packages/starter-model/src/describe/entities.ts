/** A clause that says what there is: "projects, issues with status and severity", "Vehicles: plate, make, mileage". */
import type { Table } from "@edgewright/contracts";
import { singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { readField } from "./fields.ts";
import { type Head, readHead, shortened, withoutLead } from "./heads.ts";
import { isFieldPlural, isKnownThing } from "./nouns.ts";
import { addColumn, type Sketch } from "./sketch.ts";
import { itemsOf } from "./text.ts";

const SEPARATOR =
  /\s+(?:with (?:fields?(?: for)?|columns?(?: for)?|attributes?|properties)?:?|having|has|have|including|containing|that (?:has|have|contains?|includes?)|which (?:has|have)|where each (?:\w+ )?(?:has|have)|each (?:having|with)|by)\s+|\s*:\s+|\s+[-–—]\s+|\s+with\s+/i;
const HEAD_WORDS_MAX = 5;

/** `title` is what the person calls it; `said` are the tables whose fields were named. */
export type EntityReading = { tables: Table[]; title: string | null };

export function readEntities(sketch: Sketch, clause: string, asides: readonly string[]): EntityReading | null {
  const text = withoutLead(clause);
  const cut = SEPARATOR.exec(text);
  const head = cut ? text.slice(0, cut.index) : text;
  const rest = cut ? text.slice(cut.index + cut[0].length) : "";
  const colon = cut?.[0].includes(":") || /^\s+[-–—]/.test(cut?.[0] ?? "");
  const named = headsOf(head);
  if (named.length === 0) return null;
  if (rest === "") return alone(sketch, named);
  if (listsTables(rest, named, colon)) {
    const inner = readEntities(sketch, rest, asides);
    return inner && { tables: inner.tables, title: head.trim() };
  }
  return withFields(sketch, named, rest, asides);
}

function headsOf(text: string): Head[] {
  return itemsOf(text)
    .map(readHead)
    .filter(
      (head) =>
        head.tables.length > 0 &&
        head.tables.every((phrase) => phrase.split(/\s+/).length <= HEAD_WORDS_MAX && /^[\p{L}][\p{L}\d\s'/-]*$/u.test(phrase)),
    );
}

const tablesOf = (sketch: Sketch, heads: Head[]): Table[] => {
  const phrases = heads.flatMap(({ tables }) => tables);
  return phrases.map((phrase) => sketch.find(phrase) ?? sketch.table(phrases.length === 1 ? shortened(phrase) : phrase));
};

const titleOf = (heads: Head[]): string | null => (heads.length === 1 ? heads[0]!.title : null);

function alone(sketch: Sketch, heads: Head[]): EntityReading {
  return { tables: tablesOf(sketch, heads), title: titleOf(heads) };
}

/**
 * After a colon come tables when an item brings its own fields, or when most items are plurals of things.
 * After "with" they do where the head is no thing itself: "a wedding planner with guests and vendors".
 */
function listsTables(rest: string, heads: Head[], colon: boolean): boolean {
  const items = itemsOf(rest);
  const first = items[0]?.split(/\s+with\s+/)[0] ?? "";
  const contained = heads.every(({ container }) => container);
  const unknown = heads.every(({ tables }) => tables.every((phrase) => !isKnownThing(singular(phrase.toLowerCase()))));
  if (!colon) return contained && unknown && items.length > 1 && items.every(isPluralThing);
  if (items.some((item) => /\swith\s/.test(item)) && looksLikeTable(first)) return true;
  return contained ? looksLikeTable(first) : items.every(looksLikeTable);
}

const isPluralThing = (item: string): boolean => {
  const one = singular(item.toLowerCase());
  return one !== item.toLowerCase() && isKnownThing(one);
};

export function looksLikeTable(item: string): boolean {
  const words = item.replace(/⟦\d+⟧/g, "").trim();
  if (/⟦/.test(item) || isFieldPlural(words) || /^number of|^how/i.test(words)) return false;
  const one = singular(words);
  return one.toLowerCase() !== words.toLowerCase() && (isKnownThing(one) || words.split(/\s+/).length <= 2);
}

/** The fields of the last table named; an item that brings fields of its own is a table, and so is a plural of things. */
function withFields(sketch: Sketch, heads: Head[], rest: string, asides: readonly string[]): EntityReading {
  const tables = tablesOf(sketch, heads);
  const parent = tables.at(-1)!;
  let current = parent;
  for (const item of itemsOf(rest)) {
    const nested = /^(.+?)\s+(?:with|having|that have|which have|has|have)\s+(.+)$/i.exec(item) ?? /^(.+?):\s*(.+)$/.exec(item);
    if (nested && looksLikeTable(nested[1]!)) {
      current = belonging(sketch, parent, nested[1]!);
      tables.push(current);
      field(current, nested[2]!, asides);
    } else if (looksLikeTable(item) && isKnownThing(singular(item.toLowerCase()))) {
      tables.push(belonging(sketch, parent, item));
    } else field(current, item, asides);
  }
  return { tables, title: titleOf(heads) };
}

/** "objectives with key results": each key result belongs to an objective. */
function belonging(sketch: Sketch, parent: Table, phrase: string): Table {
  const table = sketch.find(phrase) ?? sketch.table(phrase.replace(/^(?:an?|the|their|its|many|several|multiple|some)\s+/i, ""));
  if (table !== parent && !sketch.links.some((link) => link.from === parent && link.to === table)) sketch.link(table, parent, false);
  return table;
}

export function field(table: Table, item: string, asides: readonly string[]): boolean {
  const column = readField(item, asides, namesOf(table).one);
  if (column) addColumn(table, column);
  return column !== null;
}
