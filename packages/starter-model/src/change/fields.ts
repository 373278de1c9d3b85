/** Follow-ups about fields: adding, renaming and removing them, their options, their type, and whether they must be filled in. */
import type { Column, Table } from "@edgewright/contracts";
import type { View } from "../app-model.ts";
import { listed } from "../decide/beyond.ts";
import { recognizeReferences } from "../describe/completion.ts";
import { typeBySaying } from "../describe/field-types.ts";
import { readAside, readField } from "../describe/fields.ts";
import { addColumn } from "../describe/sketch.ts";
import { itemsOf, takeAside } from "../describe/text.ts";
import { asLabel, camelCase, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { type Draft, type Found, findField, findTableIn, tableMeant } from "./draft.ts";

export const named = (column: Column) => `“${column.label}”`;

const ADD =
  /^(?:please\s+)?(?:(?:can|could) you\s+)?(?:i|we)?\s*(?:also\s+|want\s+to\s+|need\s+to\s+|want\s+|need\s+|would like\s+(?:to\s+)?)*(?:add|include|append|insert|store|record|track|keep|give|put)\s+(?:in\s+|also\s+)?(.+)$/i;
const NEEDS = /^(?:i|we)\s+(?:also\s+)?(?:need|want)\s+(.+)$/i;
const SHOULD =
  /^(?:an?|the|each|every|all)?\s*([\w-]+(?: [\w-]+)?)\s+(?:should|must|could|can|also|now)?\s*(?:also\s+)?(?:have|has|needs?|gets?|get|include|store)\s+(?:also\s+)?(.+)$/i;

export function addFields(draft: Draft, clause: string, asides: readonly string[]): boolean {
  const should = SHOULD.exec(clause);
  const owner = should && findTableIn(draft, should[1]!);
  if (should && owner) return addTo(draft, owner, should[2]!, asides);
  const asked = ADD.exec(clause)?.[1] ?? NEEDS.exec(clause)?.[1];
  if (asked === undefined) return false;
  const given = /^(?:the\s+|each\s+|every\s+)?([\w-]+(?: [\w-]+)?)\s+(an?\s+.+)$/i.exec(asked);
  const receiver = given && /\bgive\b/i.test(clause) ? findTableIn(draft, given[1]!) : undefined;
  if (receiver && given) return addTo(draft, receiver, given[2]!, asides);
  const { table, rest } = withoutTable(draft, asked);
  return addTo(draft, table ?? tableMeant(draft, clause), rest, asides);
}

const TO = /\s+(?:to|for|in|on|into|of)\s+(?:the\s+|each\s+|every\s+|all\s+|our\s+|an?\s+)*([\w-]+(?: [\w-]+)?)(?=$|,|\s+and\b)/gi;

/** "an estimate to issues and a due date" are two fields of issues. */
function withoutTable(draft: Draft, list: string): { table: Table | undefined; rest: string } {
  for (const [whole, phrase] of list.matchAll(TO)) {
    const table = findTableIn(draft, phrase!);
    if (table) return { table, rest: list.replace(whole, "") };
  }
  return { table: undefined, rest: list.replace(/\s+for\s+(?:the\s+|our\s+)?(?:team|members?|admins?|us|everyone)$/i, "") };
}

function addTo(draft: Draft, table: Table, list: string, asides: readonly string[]): boolean {
  const text = list
    .replace(
      /^(?:(?:an?|the|some|another|two|three|new|more|extra)\s+)*(?:fields?|columns?|attributes?)\s*(?:for|called|named|:|with)?\s+/i,
      "",
    )
    .replace(/\s+(?:fields?|columns?)(?=$|,|\s+and\b)/gi, "");
  const added = itemsOf(text).flatMap((item) => {
    const column = readField(item, asides, namesOf(table).one);
    if (!column) return [];
    const known = findField(draft, column.label, table);
    if (known && known.column.name === column.name) {
      draft.refused.push(`${asLabel(namesOf(table).many)} already have a field ${named(known.column)}.`);
      return [];
    }
    // Rows that are there have no value for it yet.
    const { required: _, ...optional } = column;
    return [addColumn(table, optional)];
  });
  if (added.length === 0) return draft.refused.length > 0;
  recognizeReferences(draft.model.schema.tables, table);
  draft.told.push(
    `${asLabel(namesOf(table).many)} now ${namesOf(table).one.endsWith("entry") ? "has" : "have"} ${listed(added.map(named))}.`,
  );
  return true;
}

const RETYPED = /^(?:an?\s+)?(?:drop-?down|select|choice|list of|check ?box|long text)\b/i;

/** "company" is the table rather than the field that points at it, unless a field is asked for; "contacts" always is. */
function meansTable(draft: Draft, clause: string, phrase: string, { column }: Found): boolean {
  const table = findTableIn(draft, phrase);
  if (!table || /\b(?:field|column|label)\b/i.test(clause)) return false;
  return column.ref === table.name || phrase.toLowerCase() === table.label.toLowerCase();
}

const RENAME =
  /^(?:please\s+)?(?:rename|relabel|change|call|label)\s+(?:the\s+)?(?:(?:name|label|title)\s+(?:of\s+)?(?:the\s+)?)?(?:(?:field|column)\s+)?["']?(.+?)["']?(?:\s+(?:field|column|label))?(?:\s+(?:in|of|on|for|from)\s+(?:the\s+)?([\w-]+(?: [\w-]+)?))?\s+(?:to|into|as)\s+["']?([^"']+?)["']?(?:\s+instead)?$/i;
const CALL = /^(?:please\s+)?call\s+(?:the\s+)?(?:field\s+|column\s+)?["']?([\w -]+?)["']?\s+["']([^"']+)["'](?:\s+instead)?$/i;

export function renameField(draft: Draft, clause: string): boolean {
  const call = CALL.exec(clause);
  const found = RENAME.exec(clause);
  const [phrase, within, to] = call ? [call[1]!, undefined, call[2]!] : found ? [found[1]!, found[2], found[3]!] : [];
  if (!phrase || !to || typeBySaying(to) || RETYPED.test(to) || /^(?:required|optional|mandatory)$/i.test(to)) return false;
  const field = findField(draft, phrase, within ? findTableIn(draft, within) : undefined);
  if (!field || (!within && meansTable(draft, clause, phrase, field))) return false;
  const labelOnly = /\blabel\b/i.test(clause) && !/\bfield\b|\bcolumn\b/i.test(clause);
  rename(draft, field, to, labelOnly);
  return true;
}

function rename(draft: Draft, { table, column }: Found, to: string, labelOnly: boolean): void {
  const name = camelCase(to);
  const before = named(column);
  const taken = table.columns.some((other) => other !== column && other.name === name);
  if (taken) {
    draft.refused.push(`${asLabel(namesOf(table).many)} already have a field called “${to}”.`);
    return;
  }
  if (!labelOnly && name !== column.name) renameColumn(draft, table, column, name);
  column.label = asLabel(to);
  draft.told.push(`${before} is now called ${named(column)}${labelOnly ? "" : "; the values in it stay"}.`);
}

export function renameColumn(draft: Draft, table: Table, column: Column, name: string): void {
  const from = column.name;
  column.was = [...(column.was ?? []).filter((former) => former !== name), from];
  column.name = name;
  draft.movedColumns.push({ table: table.name, from, to: name });
  for (const view of draft.model.views) if (view.kind !== "foreign" && view.table === table.name) renameInView(view, from, name);
}

function renameInView(view: View, from: string, to: string): void {
  const named = (name: string) => (name === from ? to : name);
  if (view.kind === "board") view.by = named(view.by);
  if (view.kind === "calendar") {
    view.start = named(view.start);
    view.end = view.end && named(view.end);
  }
  if (view.kind === "chart") view.charts = view.charts.map(({ by, sum }) => ({ by: named(by), sum: sum && named(sum) }));
  if (view.kind === "list") {
    view.where = view.where.map((condition) => ({ ...condition, column: named(condition.column) }));
    view.sort = view.sort.map((sort) => ({ ...sort, column: named(sort.column) }));
  }
}

export const REMOVE =
  /^(?:please\s+)?(?:can you\s+)?(?:remove|delete|drop|get rid of|take out|take away|we (?:do not|don't|no longer) need|i (?:do not|don't|no longer) need|no more)\s+(?:the\s+)?(.+?)(?:\s+any ?more)?$/i;

export function removeField(draft: Draft, clause: string): boolean {
  const found = REMOVE.exec(clause);
  if (!found) return false;
  const from = /^(.+?)\s+(?:from|in|of|on)\s+(?:the\s+|all\s+|each\s+)?([\w-]+(?: [\w-]+)?)$/i.exec(found[1]!);
  const table = from ? findTableIn(draft, from[2]!) : undefined;
  const items = itemsOf(table && from ? from[1]! : found[1]!);
  // "Projects" is the table; "project" is the field that points at it.
  if (!table && items.every((item) => draft.model.schema.tables.some(({ label }) => label.toLowerCase() === item.toLowerCase())))
    return false;
  const fields = items.map((item) => findField(draft, item, table));
  if (fields.length === 0 || fields.some((field) => field === undefined)) return false;
  for (const field of fields) if (field) dropColumn(draft, field);
  return true;
}

export function dropColumn(draft: Draft, { table, column }: Found): void {
  if (table.columns.length === 1) {
    draft.refused.push(`${named(column)} is the only field of ${namesOf(table).many}, so it has to stay.`);
    return;
  }
  table.columns.splice(table.columns.indexOf(column), 1);
  draft.movedColumns.push({ table: table.name, from: column.name, to: null });
  draft.told.push(`${named(column)} is gone from ${namesOf(table).many}; its values are kept aside in case it comes back.`);
  draft.model.views = draft.model.views.filter((view) => {
    if (view.kind === "foreign" || view.table !== table.name || withoutColumn(view, column.name)) return true;
    draft.told.push(`“${view.title}” was built on it and went with it.`);
    return false;
  });
}

/** Whether a view makes sense without the column. */
function withoutColumn(view: Exclude<View, { kind: "foreign" }>, name: string): boolean {
  if (view.kind === "board") return view.by !== name;
  if (view.kind === "calendar") {
    if (view.end === name) view.end = null;
    return view.start !== name;
  }
  if (view.kind === "chart") {
    view.charts = view.charts.filter(({ by, sum }) => by !== name && sum !== name);
    return view.charts.length > 0;
  }
  if (view.kind === "list") {
    view.sort = view.sort.filter(({ column }) => column !== name);
    return !view.where.some(({ column }) => column === name);
  }
  return true;
}

const NEEDED =
  /^(?:please\s+)?(?:make|set|mark)\s+(?:the\s+)?(.+?)\s+(?:to be\s+|as\s+)?(required|mandatory|optional|compulsory)$|^(?:the\s+)?(.+?)\s+(?:should be|must be|is|has to be)\s+(required|mandatory|optional|compulsory)$/i;
const RETYPE =
  /^(?:please\s+)?(?:make|turn|change|convert|set)\s+(?:the\s+)?(.+?)\s+(?:field\s+)?(?:(?:in|of|on)\s+(?:the\s+)?([\w-]+)\s+)?(?:a|an|to|into|to be|be|as)\s+(?:an?\s+)?(.+)$/i;

export function changeField(draft: Draft, clause: string, asides: readonly string[]): boolean {
  const needed = NEEDED.exec(clause);
  const field = needed && findField(draft, needed[1] ?? needed[3]!);
  if (needed && field) {
    const optional = /optional/i.test(needed[2] ?? needed[4]!);
    if (optional) delete field.column.required;
    else field.column.required = true;
    draft.told.push(`${named(field.column)} ${optional ? "may now be left empty" : "must now be filled in"}.`);
    return true;
  }
  const retype = RETYPE.exec(clause);
  const typed = retype && findField(draft, retype[1]!, retype[2] ? findTableIn(draft, retype[2]) : undefined);
  if (!retype || !typed) return false;
  return retyped(draft, typed, retype[3]!, asides);
}

function retyped(draft: Draft, { table, column }: Found, said: string, asides: readonly string[]): boolean {
  const taken = takeAside(said, asides);
  const choice = /\b(drop-?down|select|choice|list of options|list)\b/i.test(taken.text);
  const options = taken.aside
    ? readAside(taken.aside).options
    : choice
      ? itemsOf(said.replace(/^.*?\b(?:with|of)\b(?: options)?:?\s*/i, ""))
      : null;
  const type = choice ? null : typeBySaying(taken.text);
  if (!type && !(choice && options && options.length > 1)) return false;
  const { name, label, required, was } = column;
  for (const key of Object.keys(column) as (keyof Column)[]) delete column[key];
  Object.assign(column, {
    name,
    label,
    ...(type ?? { type: "select", options }),
    ...(required && { required }),
    ...(was && { was }),
    ...(type?.type === "boolean" && { default: false }),
  });
  draft.told.push(
    `${named(column)} of ${namesOf(table).many} is now ${type ? inSentence(taken.text.replace(/^(?!an? )/i, "a ")) : "a list of options"}; values that do not fit stay until they are changed.`,
  );
  return true;
}
