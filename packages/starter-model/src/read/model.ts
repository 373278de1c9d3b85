/** A reading as an app: the columns that the data store has, the screens that were asked for, and what could not be built. */
import type { Column, Table } from "@edgewright/contracts";
import type { AppModel, View } from "../app-model.ts";
import { giveName, requireWhatMatters } from "../describe/completion.ts";
import { readCondition } from "../describe/conditions.ts";
import { usualOptions } from "../describe/options.ts";
import { addColumn, Sketch, uniqueName } from "../describe/sketch.ts";
import { subjectOf } from "../describe/subject.ts";
import { placed, standardViews } from "../describe/view-placing.ts";
import { conditionView, readView, type ViewWish } from "../describe/view-reading.ts";
import { kindOf } from "../knowledge/kinds.ts";
import { asLabel, camelCase, inSentence, plural, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { conditionFor } from "./condition.ts";
import type { ReadField } from "./field.ts";
import { knownType, type ReadType } from "./field-type.ts";
import type { Need, Reading } from "./index.ts";
import type { ReadTable } from "./outline.ts";

export type Met = Need & { built: boolean };
export type BuiltReading = {
  model: AppModel;
  needs: Met[];
  /** The table of the app that a table of the reading became. */
  tables: Map<ReadTable, Table>;
  /** The type a column was read as, where the store keeps it as another: "photo" as a link. */
  read: Map<Column, ReadType>;
};

export const STORED: Record<ReadType, Pick<Column, "type" | "format">> = {
  text: { type: "text" },
  longtext: { type: "longtext" },
  number: { type: "number" },
  integer: { type: "integer" },
  money: { type: "number", format: "currency" },
  percent: { type: "number", format: "percent" },
  boolean: { type: "boolean" },
  date: { type: "date" },
  datetime: { type: "datetime" },
  time: { type: "text" },
  select: { type: "select" },
  multiselect: { type: "select" },
  reference: { type: "reference" },
  references: { type: "reference" },
  file: { type: "url" },
  image: { type: "url" },
  email: { type: "email" },
  phone: { type: "text" },
  url: { type: "url" },
};

export function buildReading(reading: Reading, called: string | null): BuiltReading {
  const sketch = new Sketch();
  const tables = new Map<ReadTable, Table>();
  const read = new Map<Column, ReadType>();
  for (const one of reading.tables) tables.set(one, sketch.table(one.one));
  for (const [one, table] of tables) for (const field of fieldsOf(one, reading.tables)) giveColumn(sketch, table, field, read);
  for (const table of sketch.tables) {
    giveName(
      table,
      sketch.tables.some((other) => other.columns.some(({ ref }) => ref === table.name)),
    );
    requireWhatMatters(table);
    for (const column of table.columns.splice(79)) read.delete(column);
  }
  const model = modelOf(sketch.tables, called ?? titleOf(reading));
  const needs = reading.needs.map((need) => ({ ...need, built: false }));
  addScreens(model, needs, tables);
  return { model, needs, read, tables };
}

/** What was said of a table, else what is usual for such a thing. */
function fieldsOf(table: ReadTable, all: readonly ReadTable[]): ReadField[] {
  if (table.fields.some(({ type }) => type !== "reference")) return table.fields;
  const usual = kindOf(table.one)?.fields ?? [
    { name: "name", options: [] },
    { name: "notes", options: [] },
  ];
  const taken = new Set(table.fields.map(({ ref }) => ref));
  const names = all.map(({ one }) => one);
  const fields = usual.flatMap(({ name, options }): ReadField[] =>
    taken.has(name) || (names.includes(name) && taken.size > 0)
      ? []
      : [
          {
            label: name,
            type: options.length > 0 ? "select" : (knownType(name) ?? "text"),
            said: false,
            ...(options.length > 0 && { options }),
          },
        ],
  );
  return [...table.fields, ...fields];
}

function giveColumn(sketch: Sketch, table: Table, field: ReadField, read: Map<Column, ReadType>): void {
  const label = asLabel(field.label).slice(0, 60);
  const base = camelCase(field.name ?? field.label);
  const ref = field.ref && sketch.find(field.ref);
  const type = field.type.startsWith("reference") && !ref ? "text" : field.type;
  const stored = STORED[type];
  const column: Column = { name: uniqueName(base, table.columns), label, ...stored };
  if (type === "select" || type === "multiselect") {
    const options = [
      ...new Set(
        ((field.usual ? usualOptions(field.label, namesOf(table).one) : field.options) ?? field.options ?? []).map((option) =>
          option.slice(0, 80),
        ),
      ),
    ];
    if (options.length > 1) column.options = options;
    else column.type = "text";
    if (column.options && /^(?:status|state|stage|phase)$/i.test(column.name)) column.default = column.options[0];
  }
  if (ref) column.ref = ref.name;
  if (ref && field.required) column.required = true;
  if (type === "boolean") column.default = false;
  if (field.unique && column.type === "text") column.unique = true;
  const given = addColumn(table, column);
  if (given === column) read.set(column, type);
}

function modelOf(tables: Table[], title: string): AppModel {
  const name = upperFirst(title).slice(0, 60);
  const { icon, accent } = subjectOf(
    name,
    tables.map(({ label }) => label),
  );
  return {
    manifest: { name, icon: kindOf(inSentence(tables[0]!.label))?.icon ?? icon, visibility: "members" },
    schema: { tables },
    accent,
    views: [],
  };
}

const titleOf = ({ tables }: Reading): string =>
  tables
    .slice(0, 2)
    .map(({ one }) => plural(one))
    .join(" and ");

function addScreens(model: AppModel, needs: Met[], tables: Map<ReadTable, Table>): void {
  const all = model.schema.tables;
  const wishes: ViewWish[] = [];
  let open: Table | null = null;
  for (const need of needs) {
    const table = tables.get(need.table)!;
    if (need.kind === "public-form") {
      open ??= table;
      need.built = open === table;
    } else need.built = isThere(need, table, all) || wishFor(need, table, all, wishes);
  }
  if (open) {
    open.policy = { read: "member", create: "anyone", update: "member", delete: "member" };
    model.manifest.visibility = "link";
  }
  const distinct = wishes.filter((wish, index) => wishes.findIndex((other) => JSON.stringify(other) === JSON.stringify(wish)) === index);
  const views: View[] = [];
  for (const wish of standardViews(model, open, distinct)) views.push(placed(views, all, wish));
  model.views = views;
}

/** What each list, page and field has anyway. */
function isThere({ kind }: Met, table: Table, all: readonly Table[]): boolean {
  if (kind === "search" || kind === "table-filter" || kind === "sort" || kind === "import" || kind === "export") return true;
  if (kind === "detail-children") return all.some((other) => other.columns.some(({ ref }) => ref === table.name));
  if (kind === "unique") return table.columns.some(({ unique }) => unique);
  if (kind === "approval")
    return table.columns.some((column) => /approv|sign(?:ed)? ?off/i.test(`${column.name} ${column.options?.join(" ") ?? ""}`));
  return false;
}

function wishFor({ kind, clause }: Met, table: Table, all: readonly Table[], wishes: ViewWish[]): boolean {
  const first = [table, ...all.filter((other) => other !== table)];
  if (kind === "total" || kind === "count") {
    if (readCondition(table, clause)) return false;
    const wish = readView(first, table, /\b(?:by|per|for each)\b/i.test(clause) ? `chart of ${clause}` : "chart");
    if (wish?.kind !== "chart" || (kind === "total" && wish.charts.every(({ sum }) => sum === null))) return false;
    wishes.push(wish);
    return true;
  }
  if (kind === "board") for (const one of first) chooseBetween(one, clause);
  const shown = kind === "board" || kind === "calendar" || kind === "chart" || kind === "special-list";
  const wish = shown ? readView(first, table, kind === "special-list" ? `list of ${clause}` : clause) : null;
  const meant = kind === "special-list" && wish?.kind !== "list" ? conditionFor(table, clause) : null;
  if (meant) {
    wishes.push(conditionView(table, meant));
    return true;
  }
  const wanted = kind === "special-list" ? "list" : kind;
  if (wish?.kind !== wanted) return false;
  wishes.push(wish);
  return true;
}

/** "a board by paid": it has a column for each option, so what is true or not becomes a choice of two. */
function chooseBetween({ columns }: Table, clause: string): void {
  const by = /\bby (?:the )?(.+)$/i.exec(clause)?.[1]?.toLowerCase() ?? "";
  const column = columns.find(({ type, label }) => type === "boolean" && by.startsWith(label.toLowerCase()));
  if (!column) return;
  const is = inSentence(column.label);
  Object.assign(column, { type: "select", options: [`not ${is}`, is], default: `not ${is}` });
}
