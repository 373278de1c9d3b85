/** Follow-ups about tables: adding, renaming and removing them, and how they belong together. */
import type { Table } from "@edgewright/contracts";
import { listed } from "../decide/beyond.ts";
import { complete } from "../describe/completion.ts";
import { looksLikeTable, readEntities } from "../describe/entities.ts";
import { isKnownThing } from "../describe/nouns.ts";
import { readRelation } from "../describe/relations.ts";
import { Sketch } from "../describe/sketch.ts";
import { itemsOf } from "../describe/text.ts";
import { listOf, placed } from "../describe/view-placing.ts";
import { asLabel, camelCase, kebabCase, plural, singular } from "../words/inflect.ts";
import { namesOf, withArticle } from "../words/table-names.ts";
import { type Draft, findTableIn } from "./draft.ts";
import { dropColumn, REMOVE, renameColumn } from "./fields.ts";

const SAID =
  /^(?:please\s+)?(?:i\s+(?:also\s+)?(?:want|need)\s+(?:to\s+)?|we\s+(?:also\s+)?(?:want|need)\s+(?:to\s+)?)?(?:also\s+)?(?:add|create|make|include|track|keep track of|manage|store|record|have)?\s*(?:also\s+)?(?:an?\s+|another\s+|the\s+|new\s+|second\s+)*(?:tables?|lists?|sections?|entit(?:y|ies))\s*(?:of|for|called|named|with|:)\s+["']?(.+?)["']?$/i;
const ALSO =
  /^(?:please\s+)?(?:i\s+|we\s+)?(?:also\s+|want\s+to\s+|need\s+to\s+|want\s+|need\s+|would like to\s+)*(?:add|track|keep track of|manage|store|record|include)\s+(?:also\s+|our\s+|the\s+|all\s+|some\s+)*(.+)$/i;

export function addTables(draft: Draft, clause: string, asides: readonly string[]): boolean {
  const outright = SAID.exec(clause)?.[1];
  const also = ALSO.exec(clause)?.[1];
  const phrase = outright ?? also;
  if (!phrase) return false;
  const head = phrase.split(/\s+(?:with|having|that have|which have)\s+|:\s+/i)[0]!;
  if (!outright && !itemsOf(head).every((item) => newThing(draft, item, head !== phrase))) return false;
  const sketch = sketchOf(draft);
  const known = [...sketch.tables];
  const read = readEntities(sketch, phrase, asides);
  const added = sketch.tables.filter((table) => !known.includes(table));
  if (!read || added.length === 0) return false;
  takeOver(draft, sketch, added);
  draft.told.push(
    `There ${added.length === 1 ? "is a new table" : "are new tables"}: ${listed(added.map((table) => namesOf(table).many))}.`,
  );
  return true;
}

/** A plural that is no field and no table yet: "suppliers", not "notes". */
const newThing = (draft: Draft, item: string, withFields: boolean): boolean => {
  const phrase = item
    .replace(/⟦\d+⟧/g, "")
    .replace(/^(?:an?|the|our|my|some|all)\s+/i, "")
    .trim();
  if (/\b(?:to|for|from|in|field|fields|column|option|view|board|chart|calendar|filter)\b/i.test(phrase) || findTableIn(draft, phrase))
    return false;
  const one = singular(phrase.toLowerCase());
  // "comments" alone is a field, "comments with author and date" is a table.
  return withFields ? one !== phrase.toLowerCase() : looksLikeTable(phrase) && isKnownThing(one);
};

function sketchOf(draft: Draft): Sketch {
  const sketch = new Sketch();
  sketch.tables.push(...draft.model.schema.tables);
  return sketch;
}

function takeOver(draft: Draft, sketch: Sketch, added: Table[]): void {
  const { model } = draft;
  complete(sketch, added);
  model.schema.tables = sketch.tables;
  for (const table of added) model.views.push(placed(model.views, sketch.tables, listOf(table)));
}

/** "each product belongs to a supplier" */
export function relate(draft: Draft, clause: string, asides: readonly string[]): boolean {
  const sketch = sketchOf(draft);
  const known = [...sketch.tables];
  const text = clause.replace(
    /^(?:please\s+)?(?:link|connect|relate|assign)\s+(?:each\s+|every\s+|the\s+)?([\w-]+)\s+(?:to|with)\s+/i,
    "each $1 belongs to ",
  );
  if (
    !/\b(belongs?|linked|assigned|connected|refers?|is for|is of|part of|has many|have many|page)\b/i.test(text) ||
    !readRelation(sketch, text, asides)
  )
    return false;
  const added = sketch.tables.filter((table) => !known.includes(table));
  if (sketch.links.length === 0 && added.length === 0) return false;
  // Rows that are there belong to nothing yet.
  for (const link of sketch.links) link.required = false;
  takeOver(draft, sketch, added);
  draft.told.push(
    sketch.links
      .map(
        ({ from, to }) =>
          `Each ${namesOf(from).one} can now belong to ${withArticle(namesOf(to).one)}, and ${withArticle(namesOf(to).one)}'s page shows its ${namesOf(from).many}.`,
      )
      .join(" "),
  );
  return true;
}

const RENAME =
  /^(?:please\s+)?(?:rename|call|change)\s+(?:the\s+)?(?:table\s+)?["']?(.+?)["']?(?:\s+table)?\s+(?:to|into|as)\s+(?:the\s+)?["']?([^"']+?)["']?(?:\s+instead)?$/i;

export function renameTable(draft: Draft, clause: string): boolean {
  const found = RENAME.exec(clause) ?? /^(?:please\s+)?call\s+(?:the\s+)?(\S+)\s+["']?(\S+?)["']?(?:\s+instead)$/i.exec(clause);
  const table = found && findTableIn(draft, found[1]!);
  if (!found || !table) return false;
  const label = asLabel(plural(found[2]!));
  const name = camelCase(label);
  if (draft.model.schema.tables.some((other) => other !== table && other.name === name)) {
    draft.refused.push(`There is already a table called “${label}”.`);
    return true;
  }
  const before = { ...table };
  table.label = label;
  if (name !== table.name) moveTable(draft, table, name, namesOf(before).one);
  renameViews(draft, before, table);
  draft.told.push(`“${before.label}” are now called “${label}”; their rows stay.`);
  return true;
}

function moveTable(draft: Draft, table: Table, name: string, one: string): void {
  const former = table.name;
  table.was = [...(table.was ?? []).filter((old) => old !== name), former];
  table.name = name;
  draft.movedTables.set(name, former);
  for (const other of draft.model.schema.tables) {
    for (const column of other.columns) {
      if (column.ref !== former) continue;
      column.ref = name;
      const now = camelCase(namesOf(table).one);
      if (column.name !== camelCase(one) || other.columns.some((taken) => taken.name === now)) continue;
      renameColumn(draft, other, column, now);
      column.label = asLabel(namesOf(table).one);
    }
  }
  for (const view of draft.model.views) if (view.kind !== "foreign" && view.table === former) view.table = name;
}

/** Screens that were called after the table are called after its new name. */
function renameViews(draft: Draft, before: Table, table: Table): void {
  for (const view of draft.model.views) {
    if (view.kind === "foreign" || view.table !== table.name) continue;
    const key =
      view.key === before.name
        ? table.name
        : view.key.replace(new RegExp(`${namesOf(before).Types}|^${before.name}`), (part) =>
            part === before.name ? table.name : namesOf(table).Types,
          );
    if (view.title === before.label) {
      view.title = table.label;
      if (view.path !== "/") view.path = `/${kebabCase(table.label)}`;
    }
    if (key === view.key) continue;
    draft.movedViews.set(key, view.key);
    view.key = key;
  }
}

export function removeTable(draft: Draft, clause: string): boolean {
  const found = REMOVE.exec(clause);
  // A table's screen may go and its rows stay.
  if (!found || /\b(?:screen|page|view|tab|list|form|board|calendar|chart)s?$/i.test(found[1]!)) return false;
  const tables = itemsOf(found[1]!.replace(/^tables?\s+/i, "")).map((item) => findTableIn(draft, item));
  if (tables.length === 0 || tables.some((table) => !table)) return false;
  for (const table of tables) if (table) drop(draft, table);
  return true;
}

function drop(draft: Draft, table: Table): void {
  const { model } = draft;
  if (model.schema.tables.length === 1) {
    draft.refused.push(`“${table.label}” is the only table of the app, so it has to stay.`);
    return;
  }
  for (const other of model.schema.tables) {
    if (other === table) continue;
    for (const column of other.columns.filter(({ ref }) => ref === table.name)) dropColumn(draft, { table: other, column });
  }
  model.schema.tables = model.schema.tables.filter((other) => other !== table);
  model.views = model.views.filter((view) => view.kind === "foreign" || view.table !== table.name);
  if (model.views.length > 0 && !model.views.some(({ path }) => path === "/")) model.views[0]!.path = "/";
  draft.told.push(`“${table.label}” and its screens are gone; the rows are kept aside in case it comes back.`);
}
