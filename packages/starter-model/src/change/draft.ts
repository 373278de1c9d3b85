/** An app's model while a request changes it: what was done is told, what could not be is said. */
import type { Column, Table } from "@edgewright/contracts";
import type { AppModel, View } from "../app-model.ts";
import { mentions } from "../describe/conditions.ts";
import { findTableByWords } from "../describe/sketch.ts";
import { camelCase, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";

export type Draft = {
  model: AppModel;
  told: string[];
  /** What was understood and cannot be done, and why. */
  refused: string[];
  /** Former names of tables and screens, so that their files move along. */
  movedTables: Map<string, string>;
  movedViews: Map<string, string>;
  /** Fields that have gone or have another name, as the code calls them. */
  movedColumns: { table: string; from: string; to: string | null }[];
};

export const draftOf = (model: AppModel): Draft => ({
  model: structuredClone(model),
  told: [],
  refused: [],
  movedTables: new Map(),
  movedViews: new Map(),
  movedColumns: [],
});

export type Found = { table: Table; column: Column };

const clean = (phrase: string) =>
  phrase
    .replace(/["'“”]/g, "")
    .replace(/^(?:the|a|an|its|their|our|each|every|all)\s+/i, "")
    .replace(/\s+(?:field|column|option|options|dropdown|label|value|attribute|property)s?$/i, "")
    .trim();

/** A field by its name or label, in one table or in the only one that has it. */
export function findField(draft: Draft, phrase: string, within?: Table): Found | undefined {
  const words = clean(phrase);
  if (words === "") return undefined;
  const of = /^(.+?)(?:'s)?\s+(.+)$/.exec(words);
  const tables = within ? [within] : draft.model.schema.tables;
  const exact = tables.flatMap((table) => matching(table, words).map((column) => ({ table, column })));
  if (exact.length > 0) return exact[0];
  // "the task's title" and "task title"
  const owner = of && !within ? findTableByWords(draft.model.schema.tables, of[1]!) : undefined;
  return owner && of ? findField(draft, of[2]!, owner) : undefined;
}

function matching(table: Table, words: string): Column[] {
  const name = camelCase(words);
  const label = words.toLowerCase();
  const same = table.columns.filter((column) => column.name === name || column.label.toLowerCase() === label);
  if (same.length > 0) return same;
  return table.columns.filter(
    (column) => singular(column.name) === singular(name) || column.label.toLowerCase().replace(/ date$/, "") === label,
  );
}

export const findTableIn = (draft: Draft, phrase: string): Table | undefined =>
  findTableByWords(draft.model.schema.tables, clean(phrase).replace(/\s+(?:table|list|screen|page|view|form|entries|rows|records)$/i, ""));

/** The tables that a clause names, else the one that the app is about. */
export function tableMeant(draft: Draft, clause: string): Table {
  const { tables } = draft.model.schema;
  const words = clause.toLowerCase();
  const named = tables.filter((table) =>
    [namesOf(table).one, namesOf(table).many].some((name) => new RegExp(`\\b${name.toLowerCase()}\\b`).test(words)),
  );
  const holding = tables.filter((table) => table.columns.some((column) => mentions(clause, column)));
  const main = mainTable(draft);
  return named.at(-1) ?? (holding.includes(main) ? main : (holding[0] ?? main));
}

/** What most screens show is what the app is about. */
export function mainTable({ model }: Draft): Table {
  const shown = (table: Table) => model.views.filter((view) => view.kind !== "foreign" && view.table === table.name).length;
  const pointing = (table: Table) => table.columns.filter(({ type }) => type === "reference").length;
  return [...model.schema.tables].sort((a, b) => shown(b) + pointing(b) - shown(a) - pointing(a))[0]!;
}

export function findView(draft: Draft, phrase: string): View | undefined {
  const words = clean(phrase)
    .replace(/\s+(?:view|screen|page|tab)$/i, "")
    .toLowerCase();
  const { views } = draft.model;
  return (
    views.find(({ title }) => title.toLowerCase() === words) ??
    views.find(({ title, kind }) => title.toLowerCase().includes(words) && words.length > 3 && kind !== "list") ??
    byKind(views, words)
  );
}

const KINDS: [RegExp, View["kind"]][] = [
  [/\b(board|kanban)\b/, "board"],
  [/\bcalendar\b/, "calendar"],
  [/\b(charts?|graphs?|report)\b/, "chart"],
  [/\bform\b/, "form"],
];

function byKind(views: View[], words: string): View | undefined {
  const kind = KINDS.find(([pattern]) => pattern.test(words))?.[1];
  return kind && views.find((view) => view.kind === kind);
}
