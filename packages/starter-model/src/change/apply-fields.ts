/** Does what operations ask of fields. Each returns why it cannot, or null. */
import type { Column, Table } from "@edgewright/contracts";
import { type FigureOf, findColumn, isMoney, isNumber, type Mark, type View } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { addColumn, uniqueName } from "../describe/sketch.ts";
import { ruleOf } from "../needs/audience.ts";
import { countFromToday } from "../needs/from-today.ts";
import { writtenBy } from "../needs/rules.ts";
import { saidOfAll } from "../needs/who.ts";
import { asLabel, camelCase } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { tableByName } from "./clause.ts";
import { declareRoles } from "./declare-roles.ts";
import type { Draft } from "./draft.ts";
import type { Found } from "./mentions.ts";
import type { FieldAt, Operation } from "./operation.ts";
import { renameInRules } from "./rename-in-rules.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;
type Applied = string | null;

const named = (column: Column) => `“${column.label}”`;
const many = (table: Table) => namesOf(table).many;

export function fieldAt(draft: Draft, at: FieldAt): Found {
  const table = tableByName(draft, at.table);
  const column = findColumn(table, at.column);
  if (!column) throw new Error(`${at.table} has no field ${at.column}`);
  return { table, column };
}

export function addFields(draft: Draft, { table: name, columns }: Of<"add-fields">): Applied {
  const table = tableByName(draft, name);
  const added = columns.map((column) => addColumn(table, { ...column, name: uniqueName(column.name, table.columns) }));
  for (const column of added) pointAtTable(draft, table, column);
  draft.told.push(`${asLabel(many(table))} now have ${listed(added.map(described))}.`);
  return null;
}

export function countDays({ model, told }: Draft, { counted }: Of<"count-from-today">): Applied {
  if (model.fromToday.some(({ table, label }) => table === counted.table && label === counted.label))
    return `“${counted.label}” is shown already.`;
  model.fromToday.push(counted);
  told.push(countFromToday(model.schema.tables, counted));
  return null;
}

const TYPES: Partial<Record<Column["type"], string>> = {
  boolean: "a yes or no",
  date: "a date",
  datetime: "a date with a time",
  number: "a number",
  integer: "a whole number",
};

const described = (column: Column): string => {
  const kind =
    column.min !== undefined && column.max !== undefined
      ? `${column.min} to ${column.max}`
      : column.options
        ? column.options.join(", ")
        : isMoney(column)
          ? "an amount of money"
          : column.format === "percent"
            ? "a percentage"
            : TYPES[column.type];
  return kind ? `${named(column)} (${kind})` : named(column);
};

/** A field that is called like another table points at it. */
function pointAtTable({ model }: Draft, table: Table, column: Column): void {
  const target =
    column.type === "text"
      ? model.schema.tables.find((other) => other !== table && namesOf(other).one === column.label.toLowerCase())
      : undefined;
  if (target) Object.assign(column, { type: "reference", ref: target.name });
}

export function removeField(draft: Draft, { at }: Of<"remove-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  if (table.columns.length === 1)
    return `${named(column)} is the only field of ${many(table)}, so it has to stay. Remove the whole table instead.`;
  dropColumn(draft, { table, column });
  return null;
}

export function dropColumn(draft: Draft, { table, column }: Found): void {
  table.columns.splice(table.columns.indexOf(column), 1);
  draft.movedColumns.push({ table: table.name, from: column.name, to: null });
  draft.told.push(`${named(column)} is gone from ${many(table)}; its values are kept aside in case it comes back.`);
  const { model } = draft;
  dropMarks(draft, table, column.name);
  model.fromToday = model.fromToday.filter((counted) => counted.table !== table.name || counted.column !== column.name);
  model.views = model.views.filter((view) => {
    if (view.kind === "foreign" || (view.table !== table.name && !isTakenBy(view, table)) || withoutColumn(view, column.name)) return true;
    draft.told.push(`“${view.title}” was built on it and went with it.`);
    return false;
  });
  const [first] = model.views;
  if (first && !model.views.some(({ path }) => path === "/")) first.path = "/";
}

/** Rows stood out by what is now gone, or is of another type. */
function dropMarks({ model, told }: Draft, table: Table, name: string): void {
  const isAbout = (mark: Mark) =>
    mark.table === table.name && mark.when.flat().some(({ column, other }) => column === name || other === name);
  if (!model.marks.some(isAbout)) return;
  model.marks = model.marks.filter((mark) => !isAbout(mark));
  told.push(`No ${many(table)} stand out any more, since it went by that field.`);
}

/** What is free follows from the fields of what takes it. */
const isTakenBy = (view: View, table: Table): boolean => view.kind === "free" && view.taken === table.name;

/** Whether a view makes sense without the column. */
function withoutColumn(view: Exclude<View, { kind: "foreign" }>, name: string): boolean {
  if (view.kind === "board") return view.by !== name;
  if (view.kind === "calendar") {
    if (view.end === name) view.end = null;
    return view.start !== name;
  }
  if (view.kind === "free") return ![view.by, view.start, view.end].includes(name);
  if (view.kind === "chart") {
    view.charts = view.charts.filter(({ by, sum }) => by !== name && sum !== name);
    return view.charts.length > 0;
  }
  if (view.kind === "list") {
    view.sort = view.sort.filter(({ column }) => column !== name);
    if (view.group === name) delete view.group;
    if (view.hidden?.includes(name)) view.hidden = view.hidden.filter((hidden) => hidden !== name);
    view.figures = view.figures.filter((figure) => !isOf(figure, name));
    return !view.where.some(({ column }) => column === name);
  }
  return true;
}

const isOf = ({ column, where }: FigureOf, name: string): boolean =>
  column === name || where.some((condition) => condition.column === name);

export function renameField(draft: Draft, { at, to }: Of<"rename-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  const name = camelCase(to);
  const before = named(column);
  if (table.columns.some((other) => other !== column && other.name === name))
    return `${asLabel(many(table))} already have a field called “${asLabel(to)}”.`;
  if (name !== column.name) renameColumn(draft, table, column, uniqueName(name, table.columns));
  column.label = asLabel(to);
  draft.told.push(`${before} is now called ${named(column)}; the values in it stay.`);
  return null;
}

export function renameColumn(draft: Draft, table: Table, column: Column, name: string): void {
  const from = column.name;
  column.was = [...(column.was ?? []).filter((former) => former !== name), from];
  column.name = name;
  draft.movedColumns.push({ table: table.name, from, to: name });
  renameInRules(draft.model.schema.tables, { table: table.name, from, to: name });
  for (const view of draft.model.views)
    if (view.kind !== "foreign" && (view.table === table.name || isTakenBy(view, table))) renameInView(view, from, name);
  for (const counted of draft.model.fromToday) if (counted.table === table.name && counted.column === from) counted.column = name;
  for (const { when } of draft.model.marks.filter((mark) => mark.table === table.name))
    for (const term of when.flat()) {
      if (term.column === from) term.column = name;
      if (term.other === from) term.other = name;
    }
}

function renameInView(view: View, from: string, to: string): void {
  const renamed = (name: string) => (name === from ? to : name);
  if (view.kind === "board") view.by = renamed(view.by);
  if (view.kind === "free") Object.assign(view, { by: renamed(view.by), start: renamed(view.start), end: renamed(view.end) });
  if (view.kind === "calendar") {
    view.start = renamed(view.start);
    view.end = view.end && renamed(view.end);
  }
  if (view.kind === "chart")
    view.charts = view.charts.map((chart) => ({ ...chart, by: renamed(chart.by), sum: chart.sum && renamed(chart.sum) }));
  if (view.kind === "list") {
    if (view.group !== undefined) view.group = renamed(view.group);
    if (view.hidden) view.hidden = view.hidden.map(renamed);
    view.where = view.where.map((condition) => ({ ...condition, column: renamed(condition.column) }));
    view.sort = view.sort.map((sort) => ({ ...sort, column: renamed(sort.column) }));
    view.figures = view.figures.map((figure) => ({
      ...figure,
      column: figure.column && renamed(figure.column),
      where: figure.where.map((condition) => ({ ...condition, column: renamed(condition.column) })),
    }));
  }
}

export function retypeField(draft: Draft, { at, as, said }: Of<"retype-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  if (column.type === as.type && column.format === as.format && !as.options)
    return `${named(column)} of ${many(table)} is ${said} already.`;
  const board = draft.model.views.find((view) => view.kind === "board" && view.table === table.name && view.by === column.name);
  if (board && as.type !== "select")
    return `${named(column)} has to stay a list of options, since the board “${board.title}” has a column for each.`;
  dropMarks(draft, table, column.name);
  for (const view of draft.model.views)
    if (view.kind === "list" && view.table === table.name) view.figures = view.figures.filter((figure) => !isOf(figure, column.name));
  const { name, label, required, was } = column;
  for (const key of Object.keys(column) as (keyof Column)[]) delete column[key];
  Object.assign(column, {
    name,
    label,
    ...as,
    ...(required && { required }),
    ...(was && { was }),
    ...(as.type === "boolean" && { default: false }),
  });
  draft.told.push(`${named(column)} of ${many(table)} is now ${said}; values that do not fit stay until they are changed.`);
  return null;
}

export function requireField(draft: Draft, { at, on }: Of<"require">): Applied {
  const { column } = fieldAt(draft, at);
  if (on) column.required = true;
  else delete column.required;
  draft.told.push(`${named(column)} ${on ? "must now be filled in" : "may now be left empty"}.`);
  return null;
}

export function boundField(draft: Draft, { at, min, max }: Of<"bound-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  if (!isNumber(column))
    Object.assign(column, { type: [min, max].every((bound) => bound === undefined || Number.isInteger(bound)) ? "integer" : "number" });
  Object.assign(column, { ...(min !== undefined && { min }), ...(max !== undefined && { max }) });
  const bounds = [min !== undefined ? `at least ${min}` : "", max !== undefined ? `at most ${max}` : ""].filter(Boolean);
  draft.told.push(
    `${named(column)} of ${many(table)} must now be ${bounds.join(" and ")}; rows that are there stay until they are changed.`,
  );
  return null;
}

export function uniqueField(draft: Draft, { at, on }: Of<"unique">): Applied {
  const { table, column } = fieldAt(draft, at);
  if (on) column.unique = true;
  else delete column.unique;
  draft.told.push(`No two ${many(table)} may have the same ${column.label.toLowerCase()} now.`);
  return null;
}

export function defaultValue(draft: Draft, { at, value }: Of<"default">): Applied {
  const { table, column } = fieldAt(draft, at);
  column.default = value;
  draft.told.push(
    `A new ${namesOf(table).one} begins with ${named(column)} ${typeof value === "boolean" ? (value ? "ticked" : "not ticked") : `“${String(value)}”`}.`,
  );
  return null;
}

export function moveField(draft: Draft, { at, before }: Of<"move-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  const rest = table.columns.filter((other) => other !== column);
  const index = before === null ? -1 : rest.findIndex(({ name }) => name === before);
  table.columns = rest.toSpliced(index < 0 ? rest.length : index, 0, column);
  const next = table.columns[table.columns.indexOf(column) + 1];
  draft.told.push(`${named(column)} now stands ${next ? `before ${named(next)}` : "last"} in forms and lists of ${many(table)}.`);
  return null;
}

export function setOptions(draft: Draft, { at, options, renamed }: Of<"set-options">): Applied {
  const { column } = fieldAt(draft, at);
  const known = column.options ?? [];
  column.options = options;
  if (renamed && column.default === renamed.from) column.default = renamed.to;
  if (column.default !== undefined && !options.includes(String(column.default))) column.default = options[0];
  const quoted = (list: readonly string[]) =>
    listed(
      list.map((option) => `“${option}”`),
      "or",
    );
  const [fresh, gone] = [options.filter((option) => !known.includes(option)), known.filter((option) => !options.includes(option))];
  if (renamed)
    draft.told.push(
      `${named(column)} says “${renamed.to}” instead of “${renamed.from}”; rows that have it keep the old word until they are changed.`,
    );
  else if (fresh.length > 0 && gone.length > 0)
    draft.told.push(`${named(column)} is now one of ${quoted(options)}; rows keep what they have until they are changed.`);
  else if (gone.length > 0)
    draft.told.push(`${named(column)} no longer offers ${quoted(gone)}; rows that have it keep it until they are changed.`);
  else draft.told.push(`${named(column)} can now also be ${quoted(fresh)}.`);
  if (renamed) renameValue(draft, at, renamed);
  return null;
}

/** Wherever rows are told by an option that has another word now. */
function renameValue({ model }: Draft, at: FieldAt, { from, to }: { from: string; to: string }): void {
  const rename = (one: { column: string; value?: unknown }) => {
    if (one.column === at.column && one.value === from) one.value = to;
  };
  for (const view of model.views)
    if (view.kind === "list" && view.table === at.table)
      for (const one of [...view.where, ...view.figures.flatMap(({ where }) => where)]) rename(one);
  for (const mark of model.marks) if (mark.table === at.table) for (const term of mark.when.flat()) rename(term);
}

/** Who sees a field, or who sets it while all see it. */
export function fieldPolicy(draft: Draft, { at, action, who }: Of<"field-policy">): Applied {
  const { table, column } = fieldAt(draft, at);
  const does = action === "read" ? "see" : "change";
  if (who === null) {
    delete column.policy?.[action];
    if (Object.keys(column.policy ?? {}).length === 0) delete column.policy;
    draft.told.push(`All who ${does} ${many(table)} ${does} ${named(column)} of them.`);
    return null;
  }
  const rule = action === "read" ? ruleOf(who) : writtenBy(column, who);
  if (column.policy?.[action] === rule) return `That is so already: only ${saidOfAll(who)} ${does} ${named(column)} of ${many(table)}.`;
  column.policy = { ...column.policy, [action]: rule };
  // Who cannot fill it in need not.
  if (action === "read" || rule === ruleOf(who)) delete column.required;
  draft.told.push(`Only ${saidOfAll(who)} can now ${does} ${named(column)} of ${many(table)}.`);
  declareRoles(draft, who);
  return null;
}
