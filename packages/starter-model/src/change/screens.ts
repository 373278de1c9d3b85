/** Follow-ups about screens: new ones, their titles, their order, and how lists are sorted and filtered. */
import type { RowSort, Table } from "@edgewright/contracts";
import type { ListView, View } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { readCondition } from "../describe/conditions.ts";
import { itemsOf } from "../describe/text.ts";
import { formOf, placed } from "../describe/view-placing.ts";
import { isViewClause, readView } from "../describe/view-reading.ts";
import { asLabel, inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { type Draft, findField, findTableIn, findView, mainTable, tableMeant } from "./draft.ts";
import { REMOVE } from "./fields.ts";

const listsOf = (draft: Draft, table: Table): ListView[] =>
  draft.model.views.filter((view): view is ListView => view.kind === "list" && view.table === table.name);

const SORT =
  /^(?:please\s+)?(?:always\s+)?(?:sort|order|show|list|put)\s+(?:the\s+|all\s+)?(.*?)\s*(?:sorted\s+|ordered\s+)?\bby\s+(?:the\s+|their\s+)?(.+)$/i;
const DOWN = /\b(desc(?:ending)?|newest|latest|most recent|highest|largest|biggest|most expensive|reverse|z ?- ?a)\b/i;
const UP = /\b(asc(?:ending)?|oldest|earliest|soonest|lowest|smallest|cheapest|a ?- ?z|alphabetical(?:ly)?)\b/i;

export function sortList(draft: Draft, clause: string): boolean {
  const first =
    /^(?:please\s+)?(?:show|list|put|sort)\s+(?:the\s+)?(newest|latest|most recent|oldest)\s*([\w-]+)?\s+(?:first|on top|at the top)/i.exec(
      clause,
    );
  if (first)
    return sorted(
      draft,
      (first[2] && findTableIn(draft, first[2])) || mainTable(draft),
      [{ column: "createdAt", direction: DOWN.test(first[1]!) ? "desc" : "asc" }],
      `${first[1]} first`,
    );
  const found = SORT.exec(clause);
  if (!found || (!/\b(sort|order)/i.test(clause) && !DOWN.test(clause) && !UP.test(clause))) return false;
  const within = found[1] ? findTableIn(draft, found[1]) : undefined;
  const keys = itemsOf(found[2]!.replace(/\s+then\s+(?:by\s+)?/gi, ", ").replace(/\s+by default$/i, ""));
  const by = keys.flatMap((key) => {
    const words = key
      .replace(DOWN, " ")
      .replace(UP, " ")
      .replace(/\b(?:first|order|on top|in|from|to|with|the|by)\b/gi, " ")
      .replace(/[()]/g, " ")
      .replace(/\s+/g, " ")
      .trim();
    const field = findField(draft, words, within);
    return field ? [{ ...field, sort: { column: field.column.name, direction: DOWN.test(key) ? "desc" : "asc" } satisfies RowSort }] : [];
  });
  const table = by[0]?.table;
  if (!table) return false;
  return sorted(
    draft,
    table,
    by.filter((entry) => entry.table === table).map(({ sort }) => sort),
    `by ${listed(by.map(({ column }) => inSentence(column.label)))}`,
  );
}

function sorted(draft: Draft, table: Table, sort: RowSort[], how: string): boolean {
  const lists = listsOf(draft, table).filter((view) => view.where.length === 0);
  if (lists.length === 0) return false;
  for (const view of lists) view.sort = sort;
  const type = table.columns.find(({ name }) => name === sort[0]?.column)?.type ?? "text";
  const down =
    type === "date" || type === "datetime" ? ", newest first" : type === "number" || type === "integer" ? ", largest first" : ", backwards";
  const order = sort[0]?.direction === "desc" && !/first$/.test(how) ? down : "";
  draft.told.push(`${asLabel(namesOf(table).many)} are now sorted ${how}${order}.`);
  return true;
}

const HIDE = /^(?:please\s+)?(?:hide|leave out|do not show|don't show|exclude)\s+(?:the\s+|all\s+)?(.+)$/i;
const DEFAULT = /\bby default\b|\bonly\b.*\b(?:in|on)\s+the\s+(?:[\w-]+\s+)?list\b|^(?:the\s+)?[\w-]+\s+(?:list|screen)\s+should\s+only\b/i;
const OPPOSITE = { eq: "ne", ne: "eq", lt: "gte", gte: "lt", gt: "lte", lte: "gt" } as const;

/** What a list shows unless told otherwise. */
export function filterList(draft: Draft, clause: string): boolean {
  if (/\b(?:show all|remove (?:the )?(?:default )?filters?|no filters?|show everything)\b/i.test(clause)) return unfiltered(draft, clause);
  const hidden = HIDE.exec(clause);
  if (!hidden && !DEFAULT.test(clause)) return false;
  const table = tableMeant(draft, clause);
  const reading = readCondition(table, hidden ? hidden[1]! : clause);
  const list = listsOf(draft, table)[0];
  if (!reading || !list) return false;
  list.where = hidden
    ? reading.where.slice(0, 1).map((condition) => {
        if (typeof condition.value === "boolean") return { ...condition, value: !condition.value };
        return condition.op in OPPOSITE ? { ...condition, op: OPPOSITE[condition.op as keyof typeof OPPOSITE] } : condition;
      })
    : reading.where;
  draft.told.push(
    `“${list.title}” ${hidden ? "no longer shows" : "now shows only"} ${hidden ? hidden[1]!.replace(/\s+by default$/i, "") : inSentence(reading.title)}.`,
  );
  return true;
}

function unfiltered(draft: Draft, clause: string): boolean {
  const list = listsOf(draft, tableMeant(draft, clause))[0];
  if (!list || list.where.length === 0) return false;
  list.where = [];
  draft.told.push(`“${list.title}” shows all again.`);
  return true;
}

const PUBLIC =
  /\b(?:public|anyone|everyone|visitors?|people outside|customers)\b.*\b(?:form|fill|submit|send|add|sign up|register|apply)\b|\b(?:public|open)\s+(?:[\w-]+\s+)?form\b/i;

export function addView(draft: Draft, clause: string): boolean {
  if (PUBLIC.test(clause)) return addForm(draft, clause);
  if (!isViewClause(clause)) return false;
  const { model } = draft;
  const wish = readView(model.schema.tables, tableMeant(draft, clause), clause);
  if (!wish) return false;
  const twin = model.views.find(
    (view) =>
      view.kind === wish.kind &&
      JSON.stringify({ ...view, key: 0, path: 0, title: 0, sort: 0 }) === JSON.stringify({ ...wish, key: 0, path: 0, title: 0, sort: 0 }),
  );
  const same = twin ?? model.views.find((view) => sameView(view, wish));
  if (same) {
    draft.refused.push(`“${same.title}” already shows that.`);
    return true;
  }
  const called = /\b(?:called|named|titled)\s+["']?([^"',.]+?)["']?$/i.exec(clause)?.[1];
  const view = placed(model.views, model.schema.tables, called ? { ...wish, title: upperFirst(called) } : wish);
  model.views.push(view);
  draft.told.push(`There is a new screen “${view.title}”.`);
  return true;
}

function sameView(view: View, wish: Omit<View, "key" | "path">): boolean {
  const bare = ({ key: _key, path: _path, title: _title, ...rest }: View) => rest as Record<string, unknown>;
  const [a, b] = [bare(view), bare(wish as View)];
  return (
    Object.keys(b).every((name) => name === "sort" || name === "icon" || JSON.stringify(a[name]) === JSON.stringify(b[name])) &&
    a.kind === b.kind
  );
}

/** Opens a table to whoever has the link: they may add a row, and see nothing. */
function addForm(draft: Draft, clause: string): boolean {
  const { model } = draft;
  const table = tableMeant(draft, clause);
  if (model.views.some((view) => view.kind === "form" && view.table === table.name)) return false;
  table.policy = { read: "member", create: "anyone", update: "member", delete: "member" };
  model.manifest.visibility = "link";
  const view = placed(model.views, model.schema.tables, formOf(table));
  model.views.push(view);
  toFront(draft, view);
  draft.told.push(`“${view.title}” is a form that anyone with the link can send; the ${namesOf(table).many} are seen by members only.`);
  return true;
}

function toFront({ model }: Draft, view: View): void {
  const home = model.views.find(({ path }) => path === "/");
  if (home && home !== view) {
    home.path = view.path;
    view.path = "/";
  }
  model.views = [view, ...model.views.filter((other) => other !== view)];
}

const FRONT =
  /^(?:please\s+)?(?:put|move|show|make|open|start|use|set)\s+(?:with\s+|on\s+)?(?:the\s+)?(.+?)\s+(?:(?:to\s+)?(?:the\s+)?(?:first|front|top|home|start(?: page)?|home ?page|landing page|first screen|home screen)|as\s+(?:the\s+)?(?:home ?page|home(?: screen)?|first screen|start(?: page)?|landing page))$/i;

export function reorder(draft: Draft, clause: string): boolean {
  const found = FRONT.exec(clause);
  const view = found && (findView(draft, found[1]!) ?? listFor(draft, found[1]!));
  if (!view) return false;
  toFront(draft, view);
  draft.told.push(`“${view.title}” is now the first screen.`);
  return true;
}

function listFor(draft: Draft, phrase: string): View | undefined {
  const table = findTableIn(draft, phrase);
  return table && listsOf(draft, table)[0];
}

const RETITLE =
  /^(?:please\s+)?(?:rename|call|change|retitle)\s+(?:the\s+)?(?:(?:title|name|label)\s+of\s+(?:the\s+)?)?["']?(.+?)["']?(?:\s+(?:view|screen|page|tab))?(?:\s+(?:to|into|as)|(?=\s+["']))\s+["']?([^"']+?)["']?(?:\s+instead)?$/i;

export function retitleView(draft: Draft, clause: string): boolean {
  const found = RETITLE.exec(clause);
  const view = found && findView(draft, found[1]!);
  if (!found || !view) return false;
  const before = view.title;
  view.title = upperFirst(found[2]!.trim());
  draft.told.push(`“${before}” is now called “${view.title}”.`);
  return true;
}

export function removeView(draft: Draft, clause: string): boolean {
  const found = REMOVE.exec(clause);
  const view = found && findView(draft, found[1]!);
  if (!view) return false;
  const { model } = draft;
  if (model.views.length === 1) {
    draft.refused.push(`“${view.title}” is the only screen, so it has to stay.`);
    return true;
  }
  model.views = model.views.filter((other) => other !== view);
  if (view.path === "/") model.views[0]!.path = "/";
  draft.told.push(`The screen “${view.title}” is gone; its data is still there.`);
  return true;
}
