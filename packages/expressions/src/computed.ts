/** The computed fields of an app's tables: what each follows from, the order in which they are computed, and what is wrong with them. */
import { type AppSchema, type Column, isComputed, type Rollup, scaleOf, type Table } from "@edgewright/contracts";
import { type Compiled, compile } from "./compile.ts";
import { type Kind, kindOf } from "./kinds.ts";

/** A field that another one follows from. `of`: of the same row, or of rows that it is linked with. */
export type Source = { of: "row" | "others"; table: string; field: string };
/** `compiled`: its formula, or the condition of its rollup. */
export type ComputedField = { table: string; column: Column; sources: readonly Source[]; compiled: Compiled | null };

type Fault = { path: PropertyKey[]; message: string };
type Read = { field: ComputedField; path: PropertyKey[]; faults: Fault[] };

const known = new WeakMap<AppSchema, readonly ComputedField[]>();

/** Each comes after those that it follows from. What cannot be read is left out. */
export function computedFields(schema: AppSchema): readonly ComputedField[] {
  const before = known.get(schema);
  if (before) return before;
  const { fields } = inOrder(readAll(schema).filter(({ faults }) => faults.length === 0));
  known.set(schema, fields);
  return fields;
}

export function computedFaults(schema: AppSchema): Fault[] {
  const read = readAll(schema);
  const circles = inOrder(read).left.map(({ field, path }) => ({
    path,
    message: `"${field.column.name}" follows from itself, by way of ${namesOf(field.sources).join(", ")}.`,
  }));
  return [...read.flatMap(({ faults }) => faults), ...circles];
}

const namesOf = (sources: readonly Source[]): string[] => [...new Set(sources.map(({ table, field }) => `${table}.${field}`))];

function readAll(schema: AppSchema): Read[] {
  return schema.tables.flatMap((table, index) =>
    table.columns.flatMap((column, at) => {
      if (!isComputed(column)) return [];
      const path = ["tables", index, "columns", at];
      const read = readOne(schema, table, column);
      const own = [...idleProperties(column), ...severalWays(column)].map((message) => ({ path, message }));
      return [
        { ...read, path, faults: [...own, ...read.faults.map(({ path: within, message }) => ({ path: [...path, ...within], message }))] },
      ];
    }),
  );
}

/** Those whose sources come before them; `left`: those that follow from themselves. */
function inOrder(read: Read[]): { fields: ComputedField[]; left: Read[] } {
  const fields: ComputedField[] = [];
  let left = read;
  for (;;) {
    const waiting = new Set(left.map(({ field }) => `${field.table}.${field.column.name}`));
    const ready = left.filter(({ field }) => !namesOf(field.sources).some((name) => waiting.has(name)));
    if (ready.length === 0) return { fields, left };
    fields.push(...ready.map(({ field }) => field));
    left = left.filter((one) => !ready.includes(one));
  }
}

const IDLE = ["required", "default", "unique", "min", "max", "minLength", "maxLength", "pattern"] as const;

const idleProperties = (column: Column): string[] => {
  const idle = IDLE.filter((property) => column[property] !== undefined);
  const written = column.policy?.write === undefined ? [] : ["policy.write"];
  const all = [...idle, ...written];
  return all.length === 0
    ? []
    : [`"${column.name}" is computed, and nobody writes it: leave out ${all.map((one) => `"${one}"`).join(", ")}.`];
};

const severalWays = ({ name, formula, lookup, rollup }: Column): string[] =>
  [formula, lookup, rollup].filter((way) => way !== undefined).length > 1
    ? [`"${name}" is computed in one way: by "formula", "lookup" or "rollup".`]
    : [];

type Found = { field: ComputedField; faults: Fault[] };

function readOne(schema: AppSchema, table: Table, column: Column): Found {
  if (column.formula !== undefined) return readFormula(table, column, column.formula);
  return column.rollup ? readRollup(schema, table, column, column.rollup) : readLookup(schema, table, column);
}

const FORMULA_KINDS: Partial<Record<Column["type"], Kind>> = {
  ...{ text: "string", longtext: "string", boolean: "bool", date: "Day", datetime: "Instant", time: "Time" },
  ...{ number: "double", integer: "double", decimal: "double", money: "double", duration: "double" },
};

function readFormula(table: Table, column: Column, text: string): Found {
  const gives = FORMULA_KINDS[column.type];
  const read = compile(text, { columns: table.columns, old: false, user: false, lasting: true, gives: gives ?? "string" });
  const sources = read.ok ? [...read.value.fields].map((field): Source => ({ of: "row", table: table.name, field })) : [];
  const field = { table: table.name, column, sources, compiled: read.ok ? read.value : null };
  if (!gives)
    return { field, faults: [typeFault(`No formula gives a ${column.type}: types are ${Object.keys(FORMULA_KINDS).join(", ")}.`)] };
  if (read.ok) return { field, faults: [] };
  const message = `The formula "${text}" ${read.problem.message} (at character ${read.problem.at + 1}).`;
  return { field, faults: [{ path: ["formula"], message }] };
}

const typeFault = (message: string): Fault => ({ path: ["type"], message });

function readLookup({ tables }: AppSchema, table: Table, column: Column): Found {
  const { through = "", column: wanted = "" } = column.lookup ?? {};
  const faults: Fault[] = [];
  const reference = table.columns.find(({ name, type }) => name === through && type === "reference");
  const other = tables.find(({ name }) => name === reference?.ref);
  const source = other?.columns.find(({ name }) => name === wanted);
  if (!reference) faults.push({ path: ["lookup", "through"], message: `"${through}" is no field of type reference of ${table.name}.` });
  else if (other && !source) faults.push({ path: ["lookup", "column"], message: unknownIn(other, wanted) });
  else if (source && !isLike(source, column))
    faults.push(typeFault(`"${column.name}" shows ${other?.name}.${wanted}, so it is ${wordsOf(source)}, not ${wordsOf(column)}.`));
  const sources: Source[] = [{ of: "row", table: table.name, field: through }];
  if (other) sources.push({ of: "others", table: other.name, field: wanted });
  return { field: { table: table.name, column, sources, compiled: null }, faults };
}

const unknownIn = ({ name, columns }: Table, field: string): string =>
  `${name} has no field "${field}"; fields: ${columns.map((column) => column.name).join(", ")}.`;

const wordsOf = (column: Column): string => (column.type === "money" ? `money in ${column.currency}` : column.type);

/** Whether a field can hold the values of another as they are. A text holds any that is one. */
function isLike(source: Column, column: Column): boolean {
  if (column.type === "text" && kindOf(source) === "string") return true;
  return (
    source.type === column.type && scaleOf(source) === scaleOf(column) && source.currency === column.currency && source.ref === column.ref
  );
}

const NUMBERS: ReadonlySet<Column["type"]> = new Set(["number", "integer", "money", "decimal", "rating", "duration"]);
const TIMES: ReadonlySet<Column["type"]> = new Set(["date", "datetime", "time"]);

function readRollup({ tables }: AppSchema, table: Table, column: Column, rollup: Rollup): Found {
  const faults: Fault[] = [];
  const fault = (property: keyof Rollup, message: string) => faults.push({ path: ["rollup", property], message });
  const other = tables.find(({ name }) => name === rollup.table);
  const reference = other?.columns.find(({ name }) => name === rollup.through);
  const source = other?.columns.find(({ name }) => name === rollup.column);
  const leads = (reference?.type === "reference" || reference?.type === "references") && reference.ref === table.name;
  if (!other) fault("table", `There is no table "${rollup.table}"; tables: ${tables.map(({ name }) => name).join(", ")}.`);
  else if (!leads) fault("through", `"${rollup.through}" is no field of ${other.name} that refers to ${table.name}.`);
  else if (rollup.of === "count" && rollup.column !== undefined)
    fault("column", `A count is of rows: leave out "column"; which of them count is said by "where", such as has(row.${rollup.column}).`);
  else if (rollup.of !== "count" && rollup.column === undefined) fault("of", `The ${rollup.of} is of a field: say which by "column".`);
  else if (rollup.column !== undefined && !source) fault("column", unknownIn(other, rollup.column));
  else faults.push(...unfitting(column, rollup, source));
  const where =
    other && rollup.where !== undefined ? compile(rollup.where, { columns: other.columns, old: false, user: false, lasting: true }) : null;
  if (where && !where.ok)
    fault("where", `The condition "${rollup.where}" ${where.problem.message} (at character ${where.problem.at + 1}).`);
  const compiled = where?.ok ? where.value : null;
  const read = new Set([rollup.through, ...(rollup.column === undefined ? [] : [rollup.column]), ...(compiled?.fields ?? [])]);
  const sources = other ? [...read].map((field): Source => ({ of: "others", table: other.name, field })) : [];
  return { field: { table: table.name, column, sources, compiled }, faults };
}

function unfitting(column: Column, { of, column: name }: Rollup, source: Column | undefined): Fault[] {
  if (!source)
    return column.type === "integer" || column.type === "number" ? [] : [typeFault(`A count is of type integer, not ${column.type}.`)];
  const [measured, words] = of === "earliest" || of === "latest" ? [TIMES, "dates or times"] : [NUMBERS, "numbers"];
  if (!measured.has(source.type))
    return [{ path: ["rollup", "column"], message: `"${name}" is of type ${source.type}, and the ${of} is of ${words}.` }];
  if (measured === TIMES && source.type !== column.type)
    return [typeFault(`The ${of} of "${name}" is of type ${source.type}, not ${column.type}.`)];
  if (!measured.has(column.type) || column.type === "rating") return [typeFault(`The ${of} of "${name}" is a number, not ${column.type}.`)];
  return column.type === "money" && source.type === "money" && source.currency !== column.currency
    ? [typeFault(`"${name}" is ${wordsOf(source)}, so its ${of} is not ${wordsOf(column)}.`)]
    : [];
}
