/** Questions about the app, and about what can be done with it, are answered and change nothing. */
import type { Table } from "@edgewright/contracts";
import { type AppModel, hasPage, referrers, type View } from "../app-model.ts";
import { clauseOf, tableMeant } from "../change/clause.ts";
import { draftOf } from "../change/draft.ts";
import { POLITE } from "../knowledge/change-words.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf, withArticle } from "../words/table-names.ts";
import { listed } from "./beyond.ts";

const ASKS =
  /^(?:(?:and|so|but|hey|hi|hello|ok|oh|well|now|also|wait|hmm|sorry),?\s+)*(?:what(?:'s| is| are| do| does| can| did| happens?| happened| else| kind| fields?| tables?| options?| screens?| colou?rs?)?\b|which\b|how\b|why\b|who\b|where\b|when\b|whose\b|(?:does|do|did|is|are|was|were|has|have|am|will)\b|can (?:i|we|people|anyone|members|visitors|it|they|others|my)\b|could (?:i|we|people|it)\b|tell me\b|explain\b|describe\b|(?:can|could) you (?:tell|explain|describe|export|import|send|do)\b|i (?:don'?t|do not) (?:understand|get|know)\b|help\b)/i;
/** A wish in the form of a question. */
const WISH =
  /^(?:what about|how about|why (?:not|don'?t)|what if|can (?:i|we) (?:have|get|add|also|see|please|make|rename|change|remove)|could (?:i|we) (?:have|get|add|also|see|please|make)|is it possible to|do you think you|will you)\b/i;

export function isQuestion(said: string): boolean {
  const text = said.trim();
  if (WISH.test(text.replace(POLITE, "")) || WISH.test(text)) return false;
  // "How worn it is, from 1 to 5" is a field.
  if (/\b(?:from|between) \d+ (?:to|and) \d+\b/.test(text) && !/\?\s*$/.test(text)) return false;
  // "How many came in per month?" is a chart, and "who does it: Ann, Ben or Cleo" a field.
  if (/^(?:how (?:many|much)|what)\b.*\bper \w+/i.test(text) || /^\w[^:?]*: .*(?:,|\/| or )/.test(text)) return false;
  return (
    ASKS.test(text) &&
    (/\?\s*$/.test(text) || /^(?:what|which|how|why|who|where|tell me|explain|describe|help|i (?:don'?t|do not))\b/i.test(text))
  );
}

type Answer = { asked: RegExp; say: (model: AppModel, table: Table | null) => string };

export const ABILITIES =
  "add, rename, remove, retype and reorder fields and tables, change what a field offers to choose from, show rows as a list, a board, a calendar or a chart, sort, filter, group and split lists, leave fields out of them, add a start page with figures, show totals, averages and counts above them, mark rows that need a look, make a form that anyone with the link can send, say who may see, add, change or delete, change the app's name, icon, colour, style and currency, put sample rows in and out, and take changes back";

const ANSWERS: Answer[] = [
  {
    asked:
      /\bwhat (?:all |else )?(?:can|could|do) you (?:do|change|build|know)\b|\bwhat are you\b|\bwho are you\b|\bhelp\b|\bhow do(?:es)? (?:this|you) work\b|\bwhat (?:is|are) possible\b|\bwhat can i (?:say|ask|type|do)\b/i,
    say: () => `I can ${ABILITIES}. Say it in your own words, several things in one message if you like.`,
  },
  {
    asked: /\b(?:export|get my data out|download|back ?up|csv|excel)\b/i,
    say: () =>
      "Say “let us download the list as CSV”, and the list has a button for it. The project's menu downloads the app with its code, without its rows.",
  },
  {
    asked: /\b(?:import|upload|paste|get (?:my|the|our) data in)\b/i,
    say: () =>
      "The rows of a sheet that is pasted into the description of a new app are its first rows. Later ones are added one by one so far, in the app or in its Data tab.",
  },
  {
    asked: /\b(?:undo|go back|revert|take back|earlier version|previous version)\b/i,
    say: () =>
      "Say “undo”, and the last change is taken back; “redo” brings it again. History has every version, and restores any of them.",
  },
  {
    asked: /\b(?:share|publish|send (?:it|this) to|link|invite|others? use|people use|outside)\b/i,
    say: ({ manifest }) =>
      manifest.visibility === "link"
        ? "Anyone with the link may open this app: Share gives you the link. “Close the link” ends that."
        : "Members of the organization can open it at once. Say “let anyone with the link open this app” and Share gives you a link for others.",
  },
  {
    asked: /\b(?:why)\b/i,
    say: (model, table) =>
      table
        ? whyTable(model, table)
        : `I made what your description named: ${listed(model.schema.tables.map((one) => namesOf(one).many))}, with a screen for each. Say what should be otherwise.`,
  },
  {
    asked: /\bhow many (?:tables|lists|kinds)\b|\b(?:which|what) tables\b/i,
    say: ({ schema: { tables } }) =>
      `It has ${tables.length} ${tables.length === 1 ? "table" : "tables"}: ${listed(tables.map((one) => namesOf(one).many))}.`,
  },
  {
    asked: /\bhow many (?:screens|pages|views)\b|\b(?:which|what) (?:screens|pages|views)\b/i,
    say: ({ views }) =>
      `It has ${views.length} ${views.length === 1 ? "screen" : "screens"}: ${listed(views.map(({ title }) => `“${title}”`))}.`,
  },
  {
    asked: /\b(?:who|can (?:anyone|members|people|visitors|viewers|i|we))\b.*\b(?:see|read|add|change|edit|delete|open|access)\b/i,
    say: (model, table) => whoMay(model, table),
  },
  {
    asked: /\bhow many\b/i,
    say: (_, table) =>
      table
        ? `How many ${namesOf(table).many} there are stands above their list, and in the Data tab: I see the app, not its rows. ${fieldsOf(table)}`
        : "I see how the app is made, not the rows in it. The Data tab counts them.",
  },
  {
    asked: /\bcolou?rs?\b|\baccent\b/i,
    say: ({ accent }) => `Buttons and links are ${accent === "own" ? "in a colour of your own" : accent}. “Make it teal” takes another.`,
  },
  {
    asked: /\bcost|price of|tokens?|model|\bai\b/i,
    say: () =>
      "I am the model that is built into Edgewright: I cost nothing and use no service. Settings → Models connects another one for what I cannot build.",
  },
];

/** What is asked of the app, in words; of what is there where nothing else fits. */
export function answerTo(question: string, model: AppModel): string {
  const clause = clauseOf(draftOf(model), { table: null, field: null, view: null }, question);
  const [view] = clause.mentions.flatMap(({ view: named, table }) => (named && !table ? [named] : []));
  const named = clause.mentions.length > 0 ? tableMeant(clause) : null;
  const found = ANSWERS.find(({ asked }) => asked.test(question));
  if (found) return found.say(model, named);
  const kind = /\b(board|calendar|chart|form)\b/i.exec(question)?.[1]?.toLowerCase();
  const shown = view ?? model.views.find((candidate) => candidate.kind === kind);
  if (shown) return viewSaid(model, shown);
  const option = clause.mentions.flatMap(({ fields }) => fields).find(({ column }) => column.options);
  if (option && !clause.mentions.some(({ table }) => table))
    return `“${option.column.label}” of ${namesOf(option.table).many} is one of ${listed(option.column.options ?? [], "or")}.`;
  if (named) return fieldsOf(named);
  return `I know how this app is made, and not more: ${model.schema.tables.map(fieldsOf).join(" ")} If you want something changed, say what, such as “add a notes field”.`;
}

const fieldsOf = (table: Table): string => `${table.label} have ${listed(table.columns.map(({ label }) => inSentence(label)))}.`;

const SHOWN: Record<View["kind"], string> = {
  overview: "shows how things stand, starting with",
  list: "lists",
  board: "shows on a board",
  calendar: "shows on a calendar",
  chart: "draws",
  form: "is a form for",
  poll: "has people vote on",
  daily: "has a box for each day of the",
  free: "shows, between two days, the free ones of the",
  foreign: "shows",
};

function viewSaid({ schema }: AppModel, view: View): string {
  if (view.kind === "foreign") return `“${view.title}” is a screen that was written by hand; I do not know what it shows.`;
  const table = schema.tables.find(({ name }) => name === view.table);
  if (!table) return `“${view.title}” shows nothing yet.`;
  const label = (name: string) => inSentence(table.columns.find((column) => column.name === name)?.label ?? name);
  const how =
    view.kind === "board"
      ? `, a column for each ${label(view.by)}: ${listed(table.columns.find(({ name }) => name === view.by)?.options ?? [])}`
      : view.kind === "calendar"
        ? ` by ${label(view.start)}`
        : view.kind === "chart"
          ? ` by ${listed(view.charts.map(({ by }) => label(by)))}`
          : view.kind === "list" && view.where.length > 0
            ? `, only those of which ${listed(view.where.map(({ column }) => label(column)))} is as its title says`
            : "";
  return `“${view.title}” ${SHOWN[view.kind]} ${namesOf(table).many}${how}.`;
}

function whyTable(model: AppModel, table: Table): string {
  const { many, one } = namesOf(table);
  const to = table.columns.flatMap(({ ref }) => model.schema.tables.filter(({ name }) => name === ref && name !== table.name));
  const from = referrers(model, table.name).map((other) => namesOf(other.table).many);
  const because =
    to.length > 0
      ? `since there can be many of them, and each belongs to ${listed(to.map((other) => withArticle(namesOf(other).one)))}`
      : from.length > 0
        ? `since ${listed(from)} point at them`
        : "since your description named them as something to keep";
  return `${table.label} are a table of their own, ${because}. ${hasPage(model, table.name) ? `Each ${one} has a page. ` : ""}If you do not want that, say “remove ${many}”.`;
}

const WHO: Record<string, string> = { anyone: "anyone with the link", member: "members", owner: "whoever added it" };
/** In words, or as the condition that it is. */
const whoOf = (rule = "member"): string => WHO[rule] ?? `those of whom “${rule}” is true`;

function whoMay({ schema, manifest }: AppModel, table: Table | null): string {
  const tables = table ? [table] : schema.tables;
  const open =
    manifest.visibility === "link" ? "Anyone with the link may open the app." : "Only members of the organization may open the app.";
  const rules = tables.map(
    ({ label, policy }) =>
      `${label}: seen by ${whoOf(policy?.read)}, added by ${whoOf(policy?.create)}, changed by ${whoOf(policy?.update)}, deleted by ${whoOf(policy?.delete)}.`,
  );
  return [open, ...rules].join(" ");
}
