/** Does what operations ask of a table's list: its order, its rows, the numbers above it, the rows that stand out in it. */
import type { Table } from "@edgewright/contracts";
import type { ListView } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { meetOne } from "../read/meet-one.ts";
import { asLabel, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { listColumns } from "../write/table-file.ts";
import { fieldAt } from "./apply-fields.ts";
import { tableByName } from "./clause.ts";
import type { Draft } from "./draft.ts";
import type { Operation } from "./operation.ts";

type Of<K extends Operation["do"]> = Extract<Operation, { do: K }>;
type Applied = string | null;

const listsOf = ({ model }: Draft, name: string): ListView[] =>
  model.views.flatMap((view) => (view.kind === "list" && view.table === name ? [view] : []));

/** The list of all of a table's rows, or the first there is. */
export const listFor = (draft: Draft, name: string): ListView | undefined => {
  const lists = listsOf(draft, name);
  return lists.find(({ where }) => where.length === 0) ?? lists[0];
};

const noList = (table: Table): string => `${asLabel(namesOf(table).many)} have no list that I wrote, so I cannot change how it is shown.`;

export function sort(draft: Draft, { table: name, sort: by }: Of<"sort">): Applied {
  const table = tableByName(draft, name);
  const lists = listsOf(draft, name);
  const plain = lists.filter(({ where }) => where.length === 0);
  const among = plain.length > 0 ? plain : lists;
  if (among.length === 0) return noList(table);
  for (const view of among) view.sort = by;
  const words = by.map(({ column, direction }) => {
    const field = table.columns.find((candidate) => candidate.name === column);
    return `${field ? inSentence(field.label) : "when they were added"}${direction === "desc" ? (DOWNWARDS[field?.type ?? "date"] ?? ", backwards") : ""}`;
  });
  draft.told.push(`${asLabel(namesOf(table).many)} are now sorted by ${listed(words, "then")}.`);
  return null;
}

const DOWNWARDS: Record<string, string> = {
  date: ", newest first",
  datetime: ", newest first",
  number: ", largest first",
  integer: ", largest first",
};

export function filter(draft: Draft, { table: name, where, title }: Of<"filter">): Applied {
  const [list] = listsOf(draft, name);
  if (!list) return noList(tableByName(draft, name));
  if (where.length === 0 && list.where.length === 0) return `“${list.title}” shows all already.`;
  list.where = where;
  draft.told.push(
    where.length === 0
      ? `“${list.title}” shows all again.`
      : `“${list.title}” now shows only what is ${wordsOf(where, tableByName(draft, name), title)}.`,
  );
  return null;
}

/** "not done", "free" */
function wordsOf(where: Of<"filter">["where"], table: Table, title: string): string {
  const [first] = where;
  const column = table.columns.find(({ name }) => name === first?.column);
  if (!first || !column || where.length > 1) return title;
  if (typeof first.value === "boolean") return `${first.value ? "" : "not "}${inSentence(column.label)}`;
  if (first.op === "eq" || first.op === "ne") return `${first.op === "ne" ? "not " : ""}“${String(first.value)}”`;
  return title;
}

export function addFigures(draft: Draft, { table: name, figures }: Of<"add-figures">): Applied {
  const list = listFor(draft, name);
  if (!list) return noList(tableByName(draft, name));
  const fresh = figures.filter((figure) => list.figures.every((known) => known.name !== figure.name));
  const quoted = (of: Of<"add-figures">["figures"]) => listed(of.map(({ label }) => `“${label}”`));
  if (fresh.length === 0) return `“${list.title}” shows ${quoted(figures)} already.`;
  list.figures.push(...fresh);
  draft.told.push(
    `${quoted(fresh)} ${fresh.length > 1 ? "stand" : "stands"} above “${list.title}” and ${fresh.length > 1 ? "are" : "is"} always up to date.`,
  );
  return null;
}

export function removeFigures(draft: Draft, { table: name, names }: Of<"remove-figures">): Applied {
  const list = listFor(draft, name);
  const gone = list?.figures.filter((figure) => names.includes(figure.name)) ?? [];
  if (!list || gone.length === 0) return `There are no figures above the list of ${namesOf(tableByName(draft, name)).many}.`;
  list.figures = list.figures.filter((figure) => !gone.includes(figure));
  draft.told.push(
    `${listed(gone.map(({ label }) => `“${label}”`))} no longer ${gone.length > 1 ? "stand" : "stands"} above “${list.title}”.`,
  );
  return null;
}

export function mark(draft: Draft, { table: name, mark: wanted }: Of<"mark">): Applied {
  const { model } = draft;
  const { many } = namesOf(tableByName(draft, name));
  const before = model.marks.find(({ table }) => table === name);
  if (!wanted && !before) return `No ${many} stand out in their lists.`;
  model.marks = [...model.marks.filter((other) => other !== before), ...(wanted ? [wanted] : [])];
  draft.told.push(
    wanted
      ? `In lists of ${many}, those that are “${wanted.title}” stand out${before ? `, and no longer those that are “${before.title}”` : ""}.`
      : `No ${many} stand out in their lists any more.`,
  );
  return null;
}

const TOOLS = { print: "can be printed from a button", csv: "can be taken along as a CSV file, which Excel opens" };

export function listTool(draft: Draft, { table: name, tool }: Of<"list-tool">): Applied {
  const list = listFor(draft, name);
  if (!list) return noList(tableByName(draft, name));
  if (list.tools.includes(tool)) return `“${list.title}” ${TOOLS[tool]} already.`;
  list.tools.push(tool);
  draft.told.push(`“${list.title}” ${TOOLS[tool]}.`);
  return null;
}

export function group(draft: Draft, { table: name, by }: Of<"group">): Applied {
  const table = tableByName(draft, name);
  const list = listFor(draft, name);
  if (!list) return noList(table);
  const column = table.columns.find((candidate) => candidate.name === by);
  if (!column) {
    if (list.group === undefined) return `“${list.title}” is not grouped.`;
    delete list.group;
    draft.told.push(`“${list.title}” is one list again.`);
    return null;
  }
  list.group = column.name;
  list.hidden = list.hidden?.filter((hidden) => hidden !== column.name);
  draft.told.push(`“${list.title}” is grouped by ${inSentence(column.label)}.`);
  return null;
}

export function hideField(draft: Draft, { at, on }: Of<"hide-field">): Applied {
  const { table, column } = fieldAt(draft, at);
  const lists = listsOf(draft, table.name);
  if (lists.length === 0) return noList(table);
  const others = listColumns(table).filter(({ name }) => name !== column.name && !lists.some(({ hidden }) => hidden?.includes(name)));
  if (on && others.length === 0) return `“${column.label}” is all that lists of ${namesOf(table).many} show, so it has to stay.`;
  if (on === lists.every(({ hidden }) => hidden?.includes(column.name) ?? false))
    return on
      ? `Lists of ${namesOf(table).many} do not show “${column.label}” as it is.`
      : `Lists of ${namesOf(table).many} show “${column.label}” already.`;
  for (const list of lists) {
    const hidden = [...(list.hidden ?? []).filter((name) => name !== column.name), ...(on ? [column.name] : [])];
    if (hidden.length > 0) list.hidden = hidden;
    else delete list.hidden;
    if (on && list.group === column.name) delete list.group;
  }
  draft.told.push(
    on
      ? `Lists of ${namesOf(table).many} no longer show “${column.label}”; it is in the form as before.`
      : `Lists of ${namesOf(table).many} show “${column.label}” again.`,
  );
  return null;
}

/** As a first description would have it. */
export function meet(draft: Draft, { kind, clause, table }: Of<"meet">): Applied {
  const said = meetOne(draft.model, { kind, clause, table });
  if (said === null) return "It is like that already.";
  draft.told.push(said);
  return null;
}
