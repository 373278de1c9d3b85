/** A reading as an app: the columns that the data store has, the screens that were asked for, and what could not be built. */
import { type Column, isFile, type Table } from "@edgewright/contracts";
import { type AppModel, isNumber } from "../app-model.ts";
import { giveName, requireWhatMatters } from "../describe/completion.ts";
import { usualOptions } from "../describe/options.ts";
import { addColumn, Sketch, uniqueName } from "../describe/sketch.ts";
import { subjectOf } from "../describe/subject.ts";
import { kindOf } from "../knowledge/kinds.ts";
import { asLabel, camelCase, inSentence, plural, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import type { ReadField } from "./field.ts";
import { knownType, type ReadType } from "./field-type.ts";
import type { Met, Reading } from "./index.ts";
import { meetNeeds } from "./meet-needs.ts";
import type { ReadTable } from "./outline.ts";
import { type Misfit, pastedRows } from "./pasted-rows.ts";

export type BuiltReading = {
  model: AppModel;
  needs: Met[];
  /** The table of the app that a table of the reading became. */
  tables: Map<ReadTable, Table>;
  /** Cells that did not fit the type of their field, as they were pasted. */
  misfits: Misfit[];
  /** The type a column was read as, where the store keeps it as another. */
  read: Map<Column, ReadType>;
};

const STORED: Record<ReadType, Pick<Column, "type" | "format" | "digits">> = {
  text: { type: "text" },
  longtext: { type: "longtext" },
  number: { type: "number" },
  integer: { type: "integer" },
  money: { type: "money" },
  percent: { type: "number", format: "percent" },
  boolean: { type: "boolean" },
  date: { type: "date" },
  datetime: { type: "datetime" },
  time: { type: "time" },
  select: { type: "select" },
  multiselect: { type: "multiselect" },
  reference: { type: "reference" },
  references: { type: "references" },
  file: { type: "file" },
  files: { type: "files" },
  image: { type: "image" },
  email: { type: "email" },
  phone: { type: "text" },
  url: { type: "url" },
};

/** What a word costs, or a kilowatt-hour: a price with more digits than its currency has. */
const OF_A_LITTLE =
  /\b(?:per|pro|a)\s+(?:word|character|line|page|copy|click|minute|km|kilomet(?:re|er)|mile|kwh|unit|piece|lit(?:re|er)|gram|g|m2|m3)\b/i;

/** "photos", "signed documents", "any files". */
const OF_MANY = /\b(?:photos|pictures|pics|images|snapshots|files|documents|attachments|scans|pdfs|certificates|receipts|recordings)$/i;

/** As the data store keeps it. */
export function storedAs(type: ReadType, label: string): Pick<Column, "type" | "format" | "digits"> {
  if (type === "money" && OF_A_LITTLE.test(label)) return { type: "decimal", digits: 4, format: "currency" };
  return (type === "image" || type === "file") && OF_MANY.test(label) ? { type: "files" } : STORED[type];
}

export function buildReading(reading: Reading, called: string | null, currency: string): BuiltReading {
  const sketch = new Sketch();
  const tables = new Map<ReadTable, Table>();
  const read = new Map<Column, ReadType>();
  for (const one of reading.tables) tables.set(one, sketch.table(one.one));
  const usual = new Set<Column>();
  const columns = new Map<ReadField, Column>();
  for (const [one, table] of tables)
    for (const field of fieldsOf(one, reading.tables)) {
      const column = giveColumn(sketch, table, measured(field, one), read, cellsOf(one, field));
      columns.set(field, column);
      if (field.usual || !field.said) usual.add(column);
    }
  const sheets = [...tables].filter(([{ pasted }]) => pasted !== undefined).map(([, table]) => table);
  for (const table of sketch.tables) {
    // What a sheet has no name for is known by what it has.
    if (sheets.includes(table) && table.columns.some(({ type }) => type === "text")) continue;
    giveName(
      table,
      sketch.tables.some((other) => other.columns.some(({ ref }) => ref === table.name)),
    );
    requireWhatMatters(table);
  }
  for (const table of sketch.tables) for (const column of table.columns.splice(79)) read.delete(column);
  const model = modelOf(sketch.tables, called ?? titleOf(reading), currency);
  const needs = reading.needs.map((need): Met => ({ ...need, built: false }));
  meetNeeds(model, needs, tables, usual, reading.behaviours);
  const { rows, misfits } = pastedRows(tables, columns);
  if (Object.keys(rows).length > 0) model.pasted = rows;
  for (const need of needs) if (need.kind === "import" && model.pasted && THIS.test(need.clause)) need.built = true;
  return { model, needs, read, tables, misfits };
}

/** What is to be imported is what was pasted, not a file of later. */
const THIS = /\b(?:this|these|it|them|that|above|below)\b/i;

/** What was said of a table, else what is usual for such a thing. */
function fieldsOf(table: ReadTable, all: readonly ReadTable[]): ReadField[] {
  if (table.fields.some(({ type }) => type !== "reference")) return table.fields;
  const usual = kindOf(table.one)?.fields ?? [
    { name: "name", options: [] },
    { name: "notes", options: [] },
  ];
  const taken = new Set(table.fields.map(({ ref }) => ref));
  const names = all.map(({ one }) => one);
  const fields = usual.flatMap(({ name, options }): ReadField[] => {
    if (taken.has(name)) return [];
    if (names.includes(name)) {
      const isOwner = all.some(({ one, fields }) => one === name && fields.some(({ ref }) => ref === table.one));
      return isOwner || name === table.one ? [] : [{ label: name, type: "reference", ref: name, said: false }];
    }
    const type = options.length > 0 ? "select" : (knownType(name) ?? "text");
    return [{ label: name, type, said: false, ...(options.length > 0 && { options }) }];
  });
  return [...table.fields, ...fields];
}

/** An amount or a value beside its unit, or of what is measured, is no money. */
const measured = (field: ReadField, { one, fields }: ReadTable): ReadField =>
  field.type === "money" &&
  /^(?:amount|value|balance|level)s?$/i.test(field.label) &&
  (MEASURED.test(one) || fields.some(({ label }) => UNIT.test(label)))
    ? { ...field, type: "number" }
    : field;
const UNIT = /^(?:units?|uom|unit of measure|measure)$/i;
const MEASURED =
  /\b(?:readings?|measurements?|samples?|chemicals?|reagents?|substances?|ingredients?|solutions?|fertili[sz]ers?|medicines?|medications?|doses?|feedings?)$/i;

/** What stands in a pasted sheet under this field. */
const cellsOf = ({ pasted }: ReadTable, field: ReadField): string[] => {
  const at = pasted?.fields.indexOf(field) ?? -1;
  return at < 0 ? [] : (pasted?.rows ?? []).flatMap((row) => row[at]?.trim() || []);
};

/** Usual options with what was pasted, in the person's own spelling; a column of many different cells offers none of them. */
function optionsWith(usual: readonly string[], cells: readonly string[]): string[] {
  const pasted = [...new Set(cells)];
  if (pasted.length > PASTED_OPTIONS_MAX) return [...usual];
  const spelt = (option: string) => pasted.find((cell) => cell.toLowerCase() === option.toLowerCase()) ?? option;
  return [...new Set([...usual.map(spelt), ...pasted])];
}
const PASTED_OPTIONS_MAX = 12;

/** What is pasted is no file: it is kept as the link or the name that it is. */
function storedIn(type: ReadType, label: string, cells: readonly string[]): Pick<Column, "type" | "format" | "digits"> {
  const stored = storedAs(type, label);
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (!isFile(stored) || filled.length === 0) return stored;
  return { type: filled.every((cell) => /^https?:\/\/\S+$/.test(cell)) ? "url" : "text" };
}

function giveColumn(sketch: Sketch, table: Table, field: ReadField, read: Map<Column, ReadType>, cells: readonly string[]): Column {
  const label = asLabel(field.label).slice(0, 60);
  const base = camelCase(field.name ?? field.label);
  const ref = field.ref && sketch.find(field.ref);
  const type = field.type.startsWith("reference") && !ref ? "text" : field.type;
  const stored = storedIn(type, label, cells);
  const column: Column = { name: uniqueName(base, table.columns), label, ...stored };
  if (type === "select" || type === "multiselect") {
    const given = (field.usual ? usualOptions(field.label, namesOf(table).one) : field.options) ?? field.options ?? [];
    const options = [...new Set((field.usual ? optionsWith(given, cells) : given).map((option) => option.slice(0, 80)))];
    if (options.length > 1) column.options = options;
    else column.type = "text";
    if (column.options && /^(?:status|state|stage|phase)$/i.test(column.name)) column.default = column.options[0];
  }
  if (ref) column.ref = ref.name;
  if (ref && field.required) column.required = true;
  if (type === "boolean") column.default = false;
  if (field.unique && column.type === "text") column.unique = true;
  if (isNumber(column)) Object.assign(column, boundsOf(field));
  const added = addColumn(table, column);
  if (added === column) read.set(column, type);
  return added;
}

/** The least and the greatest that were said of a number. */
export const boundsOf = ({ min, max }: ReadField): Pick<Column, "min" | "max"> => ({
  ...(min !== undefined && { min }),
  ...(max !== undefined && { max }),
});

function modelOf(tables: Table[], title: string, currency: string): AppModel {
  const name = upperFirst(title).slice(0, 60);
  const { icon, accent } = subjectOf(
    name,
    tables.map(({ label }) => label),
  );
  return {
    manifest: { name, icon: kindOf(inSentence(tables[0]!.label))?.icon ?? icon, visibility: "members" },
    schema: { tables },
    accent,
    currency,
    views: [],
    marks: [],
    fromToday: [],
  };
}

const titleOf = ({ tables }: Reading): string =>
  tables
    .slice(0, 2)
    .map(({ one }) => plural(one))
    .join(" and ");
