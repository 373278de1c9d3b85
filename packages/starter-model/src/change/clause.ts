/** One clause of a follow-up, looked at from all sides: what it wants done, and what of the app it names. */
import type { Table } from "@edgewright/contracts";
import { tableOf, type View } from "../app-model.ts";
import { ACT_WORDS, type Act, NEEDLESS, POLITE, PRONOUN } from "../knowledge/change-words.ts";
import { namesOf } from "../words/table-names.ts";
import { type Draft, mainTable } from "./draft.ts";
import { type Found, type Mention, mentionsIn } from "./mentions.ts";
import type { FieldAt } from "./operation.ts";

/** What was spoken of last: what "it" and "that" mean. */
export type Focus = { table: string | null; field: FieldAt | null; view: string | null };

export type Clause = {
  /** As the person wrote it, without courtesies. */
  text: string;
  act: Act | null;
  /** What follows the verb; all of it where none begins it. */
  body: string;
  mentions: Mention[];
  /** "on the customers, …" */
  within: Table | null;
  draft: Draft;
  focus: Focus;
};

const ACTS = Object.entries(ACT_WORDS)
  .flatMap(([act, words]) => words.split(/\|(?![^(]*\))/).map((word) => ({ act: act as Act, word })))
  .sort((a, b) => b.word.length - a.word.length)
  .map(({ act, word }) => ({ act, pattern: new RegExp(`^(?:also\\s+)?(?:${word})(?=$|[\\s:,.?!])\\s*:?\\s*`, "i") }));

const MODAL =
  /^['"]?\s*(?:[-=]>|→|:|(?:should|must|can|could|may|shall|will|is|are|was|were|has|have|had|needs?|gets?|belongs?|also|now|doesn'?t|don'?t|isn'?t|aren'?t|can'?t|cannot|only)\b)/i;
const DETERMINERS = /^(?:(?:the|an?|each|every|all|all of|our|their|its|my|new|any)\s+)*/i;

export function clauseOf(draft: Draft, focus: Focus, said: string): Clause {
  const polite =
    said
      .replace(UNLESS, "only $1 can ")
      .replace(INVERTED, "$1 should $2 ")
      .replace(POLITE, "")
      .replace(PLEASE, "")
      .replace(/[\s?]+$/, "")
      .trim() || said;
  const { within, text } = placed(draft, polite);
  const all = mentionsIn(draft.model, text);
  const subject = DETERMINERS.exec(text)?.[0].length ?? 0;
  const first = all.find(({ from }) => from - subject <= 1 && from >= subject);
  const afterSubject = first ? text.slice(first.to) : PRONOUN.exec(text)?.index === 0 ? text.replace(PRONOUN, "") : null;
  const isStatement = afterSubject !== null && (MODAL.test(afterSubject) || /^\s+of\b/.test(afterSubject));
  const found = isStatement ? undefined : ACTS.find(({ pattern }) => pattern.test(text));
  const act = found ? null : actWithout(said, text, all.length > 0);
  if (act === "remove") {
    const body = text.replace(NEEDLESS, "").replace(/^no\s+/i, "");
    return { text, act, body, mentions: mentionsIn(draft.model, body), within, draft, focus };
  }
  if (!found) return { text, act, body: text, mentions: all, within, draft, focus };
  const body = text.replace(found.pattern, "");
  return { text, act: found.act, body, mentions: mentionsIn(draft.model, body), within, draft, focus };
}

/** "the phone isn't needed" removes, "also a pH value" adds, without a verb that says so. */
function actWithout(said: string, text: string, isNamed: boolean): Act | null {
  if (isNamed && (NEEDLESS.test(text) || /^no\s+\w+(?: \w+)?$/i.test(text))) return "remove";
  // "and a copy of the delivery note": what is handed in is new, whatever its words name.
  const isNew = !isNamed || /^(?:and|also|plus)?\s*(?:an?|the) (?:photo|picture|scan|copy|recording|drawing)s? of\b/i.test(text);
  return isNew && /^(?:also|plus|and|additionally|another|one more|oh and)\b/i.test(said) ? "add" : null;
}

/** "can the dogs have a photo too?" is a wish, said as a question. */
const INVERTED = /^(?:can|could|may|shall|should)\s+((?:the|each|every|all|our|an?)\s+[\w-]+(?:\s+[\w-]+)?)\s+(have|get|be|show)\s+/i;

/** "whoever isn't a lab lead can't delete": only they can. */
const UNLESS =
  /\b(?:whoever|(?:any|every)(?:one|body) who|people who|those who|who) (?:is|are)(?:n't| not) (?:(?:an?|the) )?([\w -]+?) (?:can't|cannot|can not|may not|must not|mustn't|should not|shouldn't) (?:be able to )?/i;

const PLEASE = /,?\s+(?:please|pls|plz|thanks|thank you|thx|if (?:you can|possible)|for me|would be (?:nice|great|good|cool))[.!]*$/i;
const WITHIN = /^(?:on|in|for|with|to|at|as for|about|over at)\s+(?:(?:the|our|each|every|all)\s+)*/i;

/** A table that is named before the wish: "on the customers put phone before e-mail". */
function placed(draft: Draft, text: string): { within: Table | null; text: string } {
  const lead = WITHIN.exec(text)?.[0];
  const first = lead === undefined ? undefined : mentionsIn(draft.model, text).find(({ from, table }) => table && from <= lead.length);
  const rest = first ? text.slice(first.to).replace(/^\s*(?:table|list|form|page|screen)?\s*[,:]?\s*/i, "") : "";
  return first?.table && rest !== "" ? { within: first.table, text: rest } : { within: null, text };
}

/** The clause with what was left to its focus said outright: "it" stands for the field or the table that was spoken of. */
export const saysIt = ({ body }: Clause): boolean => PRONOUN.test(body.replace(/\bthere(?:'s| is| are)\b/gi, ""));

export const textBetween = (clause: Clause, a: Mention, b: Mention): string => clause.body.slice(a.to, b.from);

/** The last table that is named as such, not only by one of its fields. */
export function tableNamed({ mentions }: Clause): Table | undefined {
  return mentions.filter(({ table, options }) => table && options.length === 0).at(-1)?.table;
}

/** The table that is meant: the one named, the one whose field or option is named, the one spoken of, the main one. */
export function tableMeant(clause: Clause): Table {
  const named = tableNamed(clause) ?? clause.within;
  if (named) return named;
  const { draft, focus } = clause;
  const holding = clause.mentions.flatMap(({ fields, options }) => [...fields, ...options].map(({ table }) => table));
  const spoken = focus.table === null ? undefined : draft.model.schema.tables.find(({ name }) => name === focus.table);
  if (holding.length > 0) return spoken && holding.includes(spoken) ? spoken : (holding[0] ?? mainTable(draft));
  return spoken ?? mainTable(draft);
}

/** The field that a mention names: in the table that the clause names, else where it is called exactly so. */
export function fieldFrom(clause: Clause, { fields }: Mention): Found | undefined {
  const tables = [
    ...(clause.within ? [clause.within] : []),
    ...clause.mentions.flatMap(({ table, fields: own }) => (table && own.every(({ column }) => column.ref === table.name) ? [table] : [])),
  ];
  const inNamed = fields.find(({ table }) => tables.includes(table));
  if (inNamed) return inNamed;
  const whole = fields.filter((field) => field.whole);
  const among = whole.length > 0 ? whole : fields;
  const { draft, focus } = clause;
  return among.find(({ table }) => table.name === focus.table) ?? among.find(({ table }) => table === mainTable(draft)) ?? among[0];
}

/** Fields that the clause names, in its order. Words that are only options are none. */
export const fieldsNamed = (clause: Clause): (Found & { mention: Mention })[] =>
  clause.mentions.flatMap((mention) => {
    const found = mention.fields.length > 0 && !meansTable(clause, mention) ? fieldFrom(clause, mention) : undefined;
    return found ? [{ ...found, mention }] : [];
  });

/** "companies" is the table; "company" the field that points at it, where there is one. */
export function meansTable({ mentions, body }: Clause, { table, fields, text }: Mention): boolean {
  if (!table) return false;
  const inTable = mentions.some((other) => other.table && other.table !== table && fields.some((field) => field.table === other.table));
  if (inTable || /\bfields?\b|\bcolumns?\b/i.test(body)) return false;
  return fields.length === 0 || text.toLowerCase() !== namesOf(table).one.toLowerCase();
}

/** The field named, or the one spoken of where the clause says "it". */
export function fieldMeant(clause: Clause): Found | undefined {
  const [named] = fieldsNamed(clause);
  return named ?? (saysIt(clause) ? focusField(clause) : undefined);
}

export function focusField({ draft, focus }: Clause): Found | undefined {
  const { field } = focus;
  if (field === null) return undefined;
  const table = draft.model.schema.tables.find(({ name }) => name === field.table);
  const column = table?.columns.find(({ name }) => name === field.column);
  return table && column ? { table, column } : undefined;
}

export const at = ({ table, column }: Found): FieldAt => ({ table: table.name, column: column.name });

export const viewInFocus = ({ draft, focus }: Clause): View | undefined => draft.model.views.find(({ key }) => key === focus.view);

export const tableByName = (draft: Draft, name: string): Table => tableOf(draft.model, name);
