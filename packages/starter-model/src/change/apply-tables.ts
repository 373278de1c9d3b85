/** Does what operations ask of tables. Each returns why it cannot, or null. */
import type { Table } from "@edgewright/contracts";
import { listed } from "../decide/beyond.ts";
import { addReference } from "../describe/completion.ts";
import { addColumn, uniqueName } from "../describe/sketch.ts";
import { listOf, overviewOf, placed } from "../describe/view-placing.ts";
import { asLabel, camelCase, kebabCase, plural } from "../words/inflect.ts";
import { namesOf, withArticle } from "../words/table-names.ts";
import { dropColumn, fieldAt, renameColumn } from "./apply-fields.ts";
import { tableByName } from "./clause.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";
import { renameTableIn } from "./rename-in-rules.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;
type Applied = string | null;

export function addTables(draft: Draft, { tables, fields }: Of<"add-tables">): Applied {
  const { model } = draft;
  const added = structuredClone(tables);
  model.schema.tables.push(...added);
  for (const table of added) model.views.push(placed(model.views, model.schema.tables, listOf(table)));
  if (added.length > 0)
    draft.told.push(
      `There ${added.length === 1 ? "is a new table" : "are new tables"}: ${listed(added.map((table) => `${namesOf(table).many} (${table.columns.map(({ label }) => label.toLowerCase()).join(", ")})`))}.`,
    );
  for (const more of fields) {
    const table = tableByName(draft, more.table);
    const columns = more.columns.map((column) => addColumn(table, { ...column, name: uniqueName(column.name, table.columns) }));
    draft.told.push(`${asLabel(namesOf(table).many)} now have ${listed(columns.map(({ label }) => `“${label}”`))}.`);
  }
  return null;
}

export function relate(draft: Draft, { from, to, many }: Of<"relate">): Applied {
  const [child, parent] = [tableByName(draft, from), tableByName(draft, to)];
  if (child.columns.some(({ ref }) => ref === to))
    return `Each ${namesOf(child).one} belongs to ${withArticle(namesOf(parent).one)} already.`;
  const called = child.columns.find(
    ({ label, type }) => /^(?:long)?text$/.test(type) && label.toLowerCase() === namesOf(parent).one.toLowerCase(),
  );
  if (called && child.columns.length > 1) dropColumn(draft, { table: child, column: called });
  if (many) {
    const label = asLabel(namesOf(parent).many);
    addColumn(child, { name: uniqueName(camelCase(label), child.columns), label, type: "references", ref: to });
    draft.told.push(
      `Each ${namesOf(child).one} can now have several ${namesOf(parent).many}, and ${withArticle(namesOf(parent).one)}'s page shows its ${namesOf(child).many}.`,
    );
    return null;
  }
  addReference({ from: child, to: parent, required: false });
  draft.told.push(
    `Each ${namesOf(child).one} can now belong to ${withArticle(namesOf(parent).one)}, and ${withArticle(namesOf(parent).one)}'s page shows its ${namesOf(child).many}.`,
  );
  return null;
}

export function removeTable(draft: Draft, { table: name }: Of<"remove-table">): Applied {
  const { model } = draft;
  const table = tableByName(draft, name);
  if (model.schema.tables.length === 1)
    return `“${table.label}” is the only table of the app, so it has to stay. Rename it, or add another table first.`;
  for (const other of model.schema.tables) {
    if (other === table) continue;
    for (const column of other.columns.filter(({ ref }) => ref === table.name)) dropColumn(draft, { table: other, column });
  }
  model.schema.tables = model.schema.tables.filter((other) => other !== table);
  for (const view of model.views)
    if (view.kind === "overview" && view.table === table.name) view.table = overviewOf(model.schema.tables).table;
  model.views = model.views.filter(
    (view) => view.kind === "foreign" || (view.table !== table.name && !(view.kind === "free" && view.taken === table.name)),
  );
  model.marks = model.marks.filter((mark) => mark.table !== table.name);
  model.fromToday = model.fromToday.filter((counted) => counted.table !== table.name);
  const [first] = model.views;
  if (first && !model.views.some(({ path }) => path === "/")) first.path = "/";
  draft.told.push(`“${table.label}” and its screens are gone; the rows are kept aside in case it comes back.`);
  return null;
}

export function renameTable(draft: Draft, { table: former, to }: Of<"rename-table">): Applied {
  const table = tableByName(draft, former);
  const label = asLabel(plural(to));
  const name = camelCase(label);
  if (draft.model.schema.tables.some((other) => other !== table && other.name === name))
    return `There is already a table called “${label}”.`;
  const before = { ...table };
  table.label = label;
  if (name !== table.name) moveTable(draft, table, name, namesOf(before).one);
  renameViews(draft, before, table);
  draft.told.push(`“${before.label}” are now called “${label}”; their rows stay.`);
  return null;
}

function moveTable(draft: Draft, table: Table, name: string, one: string): void {
  const former = table.name;
  renameTableIn(draft.model.schema.tables, { from: former, to: name });
  draft.movedTables.set(name, former);
  for (const other of draft.model.schema.tables) {
    for (const column of other.columns) {
      if (column.ref !== name) continue;
      const now = camelCase(namesOf(table).one);
      if (column.name !== camelCase(one) || other.columns.some((taken) => taken.name === now)) continue;
      renameColumn(draft, other, column, now);
      column.label = asLabel(namesOf(table).one);
    }
  }
  for (const view of draft.model.views) {
    if (view.kind !== "foreign" && view.table === former) view.table = name;
    if (view.kind === "free" && view.taken === former) view.taken = name;
  }
  for (const counted of draft.model.fromToday) if (counted.table === former) counted.table = name;
  for (const mark of draft.model.marks) if (mark.table === former) mark.table = name;
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

/** The field goes, and points at a table that keeps what it said, one row each. Values are texts no longer, so they are kept aside. */
export function fieldToTable(draft: Draft, { at, called, columns }: Of<"field-to-table">): Applied {
  const { table, column } = fieldAt(draft, at);
  const { model } = draft;
  if (model.schema.tables.some(({ label }) => label === called))
    return `There is already a table called “${called}”. Say that ${namesOf(table).many} belong to it.`;
  if (model.views.some((view) => view.kind === "board" && view.table === table.name && view.by === column.name))
    return `“${column.label}” has to stay a list of options, since a board has a column for each. Remove the board first.`;
  const own: Table = {
    name: uniqueName(camelCase(called), model.schema.tables),
    label: called,
    columns: [{ name: "name", label: "Name", type: "text", required: true }, ...columns.filter(({ name }) => name !== "name")],
  };
  const { label, required } = column;
  const index = table.columns.indexOf(column);
  const options = column.options ?? [];
  dropColumn(draft, { table, column });
  draft.told.pop();
  const name = uniqueName(`${column.name}Entry`, table.columns);
  model.schema.tables.push(own);
  table.columns.splice(index, 0, { name, label, type: "reference", ref: own.name, ...(required && { required }) });
  model.views.push(placed(model.views, model.schema.tables, listOf(own)));
  draft.told.push(
    `“${called}” is now a table of its own, and each ${namesOf(table).one} points at one of its rows. What ${namesOf(table).many} had as “${label}” is kept aside${options.length > 0 ? `; add ${listed(options.map((option) => `“${option}”`))} as rows` : ""}.`,
  );
  return null;
}
