/** Wishes about single fields: new ones, ones that go, another name, type, place or rule. */
import type { Column, Table } from "@edgewright/contracts";
import { listed } from "../decide/beyond.ts";
import { DOWN, UP } from "../knowledge/change-words.ts";
import { storedAs } from "../read/model.ts";
import { asLabel, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { at, type Clause, fieldMeant, fieldsNamed, focusField, meansTable, saysIt, tableMeant } from "./clause.ts";
import { type Mention, mentionsIn } from "./mentions.ts";
import { columnsFrom, sameField, typeIn } from "./new-fields.ts";
import { type ClauseReading, done, type Operation, refused } from "./operation.ts";
import { hiddenField } from "./read-lists.ts";

const REQUIRED =
  /\b(?:required|mandatory|compulsory|obligatory|must (?:always )?be (?:filled|entered|given|set|there)|(?:has|have) to be (?:filled|entered|given|set)|(?:can(?:'t|not)|may not|must not|never) be (?:left )?(?:empty|blank)|not (?:be )?(?:left )?(?:empty|blank)|always be (?:filled|given)|there (?:must|has to|should) (?:always )?be)\b/i;
const OPTIONAL =
  /\b(?:optional|not required|not mandatory|(?:can|may) be (?:left )?(?:empty|blank)|need not be filled|no longer required)\b/i;
const UNIQUE =
  /\b(?:unique|only once|no duplicates?|no (?:two|double)\b.*|(?:not|never) (?:be )?(?:twice|the same|repeated|used twice)|may(?: only)? appear once|one (?:address|number|entry|name) only once|distinct)\b/i;

export function fieldRule(clause: Clause): ClauseReading | null {
  const { body, act } = clause;
  const optional = OPTIONAL.test(body);
  const required = !optional && REQUIRED.test(body);
  const unique = !optional && !required && UNIQUE.test(body);
  if ((!optional && !required && !unique) || (act === "add" && !unique)) return null;
  const named = fieldsNamed(clause);
  const fields = named.length > 0 ? named : [fieldMeant(clause)].filter((found) => found !== undefined);
  if (fields.length === 0) return null;
  return done(
    ...fields.map(
      (found): Operation => (unique ? { do: "unique", at: at(found), on: true } : { do: "require", at: at(found), on: required }),
    ),
  );
}

const DEFAULT =
  /\b(?:by default|default|unless (?:i|we|somebody|someone) says? otherwise|to begin with|at first|initially|pre-?selected|starts? (?:as|with|out))\b/i;

/** "status should be free by default", "the default priority is medium". */
export function defaultValue({ text, mentions, act }: Clause): ClauseReading | null {
  if (!DEFAULT.test(text) || act === "hide" || act === "only" || act === "show") return null;
  const option = mentions.flatMap(({ options }) => options).at(-1);
  return option ? done({ do: "default", at: at(option), value: option.option }) : null;
}

const TYPED =
  /^(?:to\s+)?(?:be\s+|should\s+be\s+|must\s+be\s+|is\s+|become\s+|into\s+|to\s+|in\s+|as\s+|should\s+|must\s+|has\s+to\s+be\s+)*(?:an?\s+|only\s+)?/i;

/** "make the price a whole number", "the due date should have a time too", "the deposit is money". */
export function retype(clause: Clause): ClauseReading | null {
  const { act, body } = clause;
  if (act !== "change" && act !== null) return null;
  const field = fieldMeant(clause);
  if (!field || clause.mentions.some(({ view }) => view)) return null;
  const named = fieldsNamed(clause)[0]?.mention;
  const rest = (named ? body.slice(named.to) : body.replace(/^\S+/, "")).trim();
  const choice =
    /\b(?:drop-?down|select|choice|picklist|list of options|list to choose from)\b(?:.*?(?:with|of|:)\s+(?:the\s+)?(?:options\s+)?(.+))?/i.exec(
      rest,
    );
  if (choice) {
    const [column] = columnsFrom(`${field.column.label}: ${choice[1] ?? ""}`, field.table);
    if (!column?.options)
      return refused(
        `“${field.column.label}” can become a list to choose from once I know the options: “${inSentence(field.column.label)} should be one of a, b or c”.`,
      );
    return done({ do: "retype-field", at: at(field), as: { type: "select", options: column.options }, said: "a list of options" });
  }
  const said = rest
    .replace(/^(?:fields?|columns?)\s+/i, "")
    .replace(/^(?:of|in|on|for)\s+(?:the\s+)?\S+\s+/i, "")
    .replace(TYPED, "");
  const type = typeIn(said);
  if (!type || said.split(" ").length > 7) return null;
  return done({ do: "retype-field", at: at(field), as: storedAs(type, field.column.label), said: TYPE_NAMES[type] ?? inSentence(said) });
}

const TYPE_NAMES: Partial<Record<string, string>> = {
  integer: "a whole number",
  number: "a number",
  money: "an amount of money",
  percent: "a percentage",
  boolean: "a yes or no",
  datetime: "a date with a time",
  date: "a date",
  longtext: "a long text",
  text: "a text",
  url: "a link",
  email: "an e-mail address",
};

const PLACE = /\b(before|above|in front of|after|below|behind|under|next to|right after)\s+(?:the\s+)?/i;
const END = /\b(?:to the (?:end|bottom)|last|at the (?:end|bottom)|to the back)\b/i;
const FRONT = /\b(?:(?:to |at |on )?(?:the )?(?:top|front|beginning|start)|first)\b/i;

/** "put phone before e-mail", "move the status to the top". */
export function moveField(clause: Clause): ClauseReading | null {
  const { act, body } = clause;
  if (act !== "move" && !(act === null && /\b(?:should|must|has to|needs? to|ought to)\s+(?:come|go|be|stand)\b/i.test(body))) return null;
  if (DOWN.test(body) || UP.test(body)) return null;
  const fields = fieldsNamed(clause);
  const field = fields[0] ?? fieldMeant(clause);
  if (!field || /\b(?:menu|navigation|screen|page|board|calendar|chart)\b/i.test(body)) return null;
  const place = PLACE.exec(body);
  const other = fields.find(({ column, table }) => column !== field.column && table === field.table);
  const { columns } = field.table;
  if (place && other) {
    const index = columns.indexOf(other.column);
    const isBefore = /before|above|front/i.test(place[1] ?? "");
    const following = columns.slice(index + 1).find((column) => column !== field.column);
    return done({ do: "move-field", at: at(field), before: isBefore ? other.column.name : (following?.name ?? null) });
  }
  if (END.test(body)) return done({ do: "move-field", at: at(field), before: null });
  if (FRONT.test(body)) return done({ do: "move-field", at: at(field), before: columns[0]?.name ?? null });
  return null;
}

/** Where a clause adds something, the words that are not the table it is added to. */
function listOf(clause: Clause, table: Table): string {
  const { body, mentions, act } = clause;
  const names = mentions.filter((mention) => mention.table === table);
  const receiver = names.find(({ from }) => /^(?:to|for|in|on)\s+(?:(?:the|each|every|all|our)\s+)*$/i.test(body.slice(0, from)));
  if (receiver) return body.slice(receiver.to).replace(HAVING, "");
  const prefix = names.find(({ from }) => /^(?:(?:the|an?|each|every|all|our|to|for)\s+)*$/i.test(body.slice(0, from)));
  if (prefix && (act === null || /\bgive\b/i.test(clause.text))) return body.slice(prefix.to).replace(HAVING, "");
  // "we need the frame number of every bike", "add a colour to bikes"
  for (const { from, to } of [...names].reverse()) {
    const before = /\s*,?\s+(?:to|for|in|on|into|of|at|with|per)\s+(?:(?:the|each|every|all|our|an?)\s+)*$/i.exec(body.slice(0, from));
    const after = /^(?:'s)?\s*(?:table|list|form|page|screen)?\s*,?/i.exec(body.slice(to))?.[0].length ?? 0;
    if (before) return `${body.slice(0, before.index)}${body.slice(to + after).replace(/^\s*$/, "")}`;
    if (/^(?:(?:the|an?|each|every|all|our)\s+)*$/i.test(body.slice(0, from)) && /^\s+\S/.test(body.slice(to))) return body.slice(to);
  }
  return body;
}

const HAVING =
  /^\s*(?:(?:should|must|can|could|may|also|now|have|has|needs?|gets?|get|include|show|store|to|a field|fields?|be able to|then|still|each|all|got|carry|record|with)\s+)+(?:also\s+)?|^\s*:\s*/i;

const SAID_REQUIRED =
  /,?\s*(?:please,?\s*)?(?:\b(?:that|which|and|it)\s+(?:is|are|must be|should be|has to be)\s+(?:required|mandatory|compulsory)|\(required\)|\brequired$)/i;

/** "replace notes with condition (good, worn, broken)": one field goes and another comes. */
export function replaceField(clause: Clause): ClauseReading | null {
  const found = /^(?:replace|swap|exchange|substitute)\s+(.+?)\s+(?:with|by|for|against)\s+(.+)$/i.exec(clause.text);
  const [field] = fieldsNamed(clause);
  if (!found || !field || !(found[1] ?? "").includes(field.mention.text)) return null;
  const columns = columnsFrom(found[2] ?? "", field.table).filter((column) => !sameField(field.table, column));
  return columns.length > 0 ? done({ do: "add-fields", table: field.table.name, columns }, { do: "remove-field", at: at(field) }) : null;
}

const ELSEWHERE =
  /\b(?:should (?:be|go|stand)|must (?:be|go)|belongs?|goes|is|needs to (?:be|go)|(?:move|put|shift)\b.*?)\s+(?:on|to|in|into|at|with|onto)\s+(?:(?:the|each|every|an?)\s+)*$/i;

/** "the price should be on the rental, not on the bike", "move the technician to the tests" */
export function fieldElsewhere(clause: Clause): ClauseReading | null {
  const text = clause.text;
  const mentions = mentionsIn(clause.draft.model, text);
  const to = mentions.find(({ table, from }) => table && ELSEWHERE.test(text.slice(0, from)));
  const target = to?.table;
  const from = mentions.find(({ table }) => table && table !== target)?.table;
  const fields = mentions
    .filter((mention) => to && mention.from < to.from && (mention.table === undefined || mention.fields.some(({ whole }) => whole)))
    .flatMap((mention) => mention.fields.filter(({ table }) => table !== target));
  const found = fields.find(({ table }) => table === from) ?? fields[0];
  if (
    !target ||
    !found ||
    found.column.ref === target.name ||
    /\b(?:totals?|sum|average|count|per|number of|how many|before|after|front|top|end|list of)\b/i.test(text)
  )
    return null;
  const { required: _, was: __, ...column } = found.column;
  const isThere = sameField(target, column) !== undefined;
  return done(...(isThere ? [] : [{ do: "add-fields" as const, table: target.name, columns: [column] }]), {
    do: "remove-field",
    at: at(found),
  });
}

export function addFields(clause: Clause): ClauseReading | null {
  const { act, body } = clause;
  if (
    act !== "add" &&
    !(act === null && (HAVING.test(afterSubject(clause)) || (saysIt(clause) && /\b(?:have|has|needs?|gets?)\b/i.test(body))))
  )
    return null;
  const table = (act === null ? subjectOf(clause) : undefined) ?? tableMeant(clause);
  const list = saysIt(clause) ? withoutIt(listOf(clause, table)) : listOf(clause, table);
  const there = clause.mentions.find((mention) => mention.table && list.toLowerCase().trim() === mention.text.toLowerCase());
  if (there?.table)
    return refused(
      `There is a table “${there.table.label}” already. Say what it should have beside ${listed(there.table.columns.map(({ label }) => inSentence(label)))}.`,
    );
  const isRequired = SAID_REQUIRED.test(list);
  const columns = columnsFrom(list.replace(SAID_REQUIRED, ""), table);
  if (columns.length === 0 || columns.some(({ label }) => /^be(?:en)?\b/i.test(label))) return null;
  const fresh = columns.filter((column) => !sameField(table, column));
  const known = columns.filter((column) => sameField(table, column));
  if (fresh.length > 0)
    return done(
      { do: "add-fields", table: table.name, columns: fresh },
      ...(isRequired ? fresh.map(({ name }): Operation => ({ do: "require", at: { table: table.name, column: name }, on: true })) : []),
      ...known.flatMap((column) => moreOptions(table, column)),
    );
  const more = known.flatMap((column) => moreOptions(table, column));
  if (more.length > 0) return done(...more);
  return refused(
    `${asLabel(namesOf(table).many)} already have ${listed(known.map((column) => `“${sameField(table, column)?.label ?? column.label}”`))}.`,
  );
}

/** A list of options that is named again may have new ones. */
function moreOptions(table: Table, column: Column): Operation[] {
  const known = sameField(table, column);
  const fresh = (column.options ?? []).filter((option) => !known?.options?.includes(option));
  if (!known || fresh.length === 0 || !column.options) return [];
  const there = { table: table.name, column: known.name };
  if (!known.options)
    return known.type === "text"
      ? [{ do: "retype-field", at: there, as: { type: "select", options: column.options }, said: "a list of options" }]
      : [];
  return [{ do: "set-options", at: there, options: [...known.options, ...fresh] }];
}

const withoutIt = (list: string): string =>
  list
    .replace(/\s*\b(?:to|for|in|on|of)\s+(?:it|that|this|them|these|those|there)\b(?:\s+(?:table|list|one)\b)?/gi, "")
    .replace(/^(?:it|that|this|they|them|these|those)\b/i, "")
    .replace(HAVING, "");

/** The table with which the clause begins. */
const firstOf = ({ body, mentions }: Clause): Mention | undefined =>
  mentions.find(({ from, table }) => table && /^(?:(?:the|an?|each|every|all|our)\s+)*$/i.test(body.slice(0, from)));

/** What is said of it. */
function afterSubject(clause: Clause): string {
  const first = firstOf(clause);
  return first ? clause.body.slice(first.to) : "";
}

const subjectOf = (clause: Clause): Table | undefined => (HAVING.test(afterSubject(clause)) ? firstOf(clause)?.table : undefined);

export const EXCEPT = /\b(?:except|but(?: not)?|other than|apart from|besides)\b/i;

/** "remove all fields of customers except the name": what is named after that word stays. */
function removeOthers(clause: Clause): ClauseReading | null {
  const { body } = clause;
  if (!/\b(?:all|every|everything|the other|any)\b/i.test(body)) return null;
  const from = body.search(EXCEPT);
  const table = tableMeant(clause);
  const kept = clause.mentions.filter((mention) => mention.from > from).flatMap(({ fields }) => fields.map(({ column }) => column));
  const gone = table.columns.filter((column) => !kept.includes(column));
  if (kept.length === 0 || gone.length === 0 || gone.length === table.columns.length) return null;
  return done(...gone.map((column): Operation => ({ do: "remove-field", at: { table: table.name, column: column.name } })));
}

/** Fields, tables, options and screens may go in one breath; each is told apart by what it names. */
export function removeFields(clause: Clause): ClauseReading | null {
  if (clause.act !== "remove") return null;
  if (/\b(?:from|out of|off|in) (?:the |its |their )?(?:lists?|overview|table view)$/i.test(clause.text)) return hiddenField(clause);
  if (EXCEPT.test(clause.body)) return removeOthers(clause);
  const fields = fieldsNamed(clause).filter(({ mention }) => !meansTable(clause, mention));
  if (fields.length > 0) return done(...fields.map((found): Operation => ({ do: "remove-field", at: at(found) })));
  const isTable = clause.mentions.some((mention) => meansTable(clause, mention));
  const spoken = saysIt(clause) && !isTable ? focusField(clause) : undefined;
  return spoken ? done({ do: "remove-field", at: at(spoken) }) : null;
}
