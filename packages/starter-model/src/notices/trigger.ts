/** When a mail goes out, read from a person's words about the fields that there are: what a row becomes, a day that comes near, a row that comes or goes, a schedule. */
import type { Column, Table, When } from "@edgewright/contracts";
import type { AppModel } from "../app-model.ts";
import { type Mention, mentionsIn } from "../change/mentions.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { scheduleOf } from "./schedule.ts";

/** `event`: what happened, for a subject: "is shipped". */
export type Trigger = { when: When; if?: string; table: Table | null; event: string };
export type TriggerReading = Trigger | { why: string };

const NUMBERS: Record<string, number> = {
  ...{
    a: 1,
    an: 1,
    one: 1,
    the: 1,
    two: 2,
    three: 3,
    four: 4,
    five: 5,
    six: 6,
    seven: 7,
    eight: 8,
    nine: 9,
    ten: 10,
    fourteen: 14,
    thirty: 30,
  },
};
const UNITS: Record<string, number> = { day: 1, week: 7, month: 30, fortnight: 14 };
const AWAY =
  /\b(\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|fourteen|thirty|the)\s+(?:working\s+)?(day|week|month|fortnight)s?\s+(before|ahead|in advance|prior|early|after|past)\b/i;
const OVERDUE = /\b(?:is|are|becomes?|gets?|goes|has become)\s+(?:over ?due|late|past due|expired|out of date)\b|\bover ?due\b/i;
const ON_DAY =
  /\b(?:is|are|becomes?|comes?|falls?|gets?)\s+due\b|\bexpires?\b|\bruns? out\b|\bends?\b|\b(?:on|at) (?:the|its|their) (?:day|date|due date)\b|\bis today\b/i;
const ADDED =
  /\b(?:is|are|gets?|has been|have been|was)\s+(?:added|created|entered|submitted|reported|placed|made|booked|registered|received|filed|sent in|handed in|opened|logged|requested)\b|\bcomes? in\b|\barrives?\b|\bnew\b|\b(?:adds?|creates?|submits?|reports?|books?|files?|enters?|sends? in|orders?|signs? up|registers?)\b|^(?:for |about )?(?:every|each|any)\b/i;
const DELETED = /\b(?:is|are|gets?|has been|was)\s+(?:deleted|removed)\b|\bdeletes?\b/i;
const CHANGED = /\b(?:changes?|is changed|gets changed|is updated|is edited|is modified|updates?|moves?)\b/i;
const ASSIGNED = /\b(?:is|are|gets?|has been)\s+assigned\b|\bassigns?\b/i;
const BELOW =
  /\b(?:below|under|less than|fewer than|lower than|drops? to|falls? to|at most|down to)\s+(?:the |its )?(-?\d+(?:[.,]\d+)?|[\p{L} ]{3,40})/iu;
const ABOVE =
  /\b(?:above|over|more than|greater than|higher than|exceeds?|at least)\s+(?:the |its )?(?:[\u20ac$\u00a3]\s?)?(-?\d+(?:[.,]\d+)?|[\p{L} ]{3,40})/iu;
const NOT = /\b(?:not|no longer|isn'?t|aren'?t|hasn'?t|un)\b/i;

/** `clause`: all that was said. */
export function triggerOf({ when, clause }: { when: string; clause: string }, hint: string | null, model: AppModel): TriggerReading {
  const schedule = scheduleOf(when, clause);
  const mentions = mentionsIn(model, when);
  const table = tableMeant(mentions, hint, model);
  if (schedule && !mentions.some(({ options, fields }) => options.length > 0 || fields.length > 0))
    return "why" in schedule ? schedule : { when: { event: "schedule", cron: schedule.cron }, table: null, event: schedule.said };
  if (!table) return { why: "there is no table that this could be about" };
  const away = AWAY.exec(when);
  if (away || /\bday (?:before|after)\b/i.test(when)) return due(when, mentions, table, model, daysIn(when, away));
  return (
    option(when, mentions, table) ??
    yesOrNo(when, mentions, table) ??
    (OVERDUE.test(when) ? due(when, mentions, table, model, -1) : null) ??
    compared(when, mentions, table) ??
    assigned(when, mentions, table) ??
    (DELETED.test(when) ? { when: { event: "deleted", table: table.name }, table, event: "was deleted" } : null) ??
    (ADDED.test(when) ? { when: { event: "created", table: table.name }, table, event: "is new" } : null) ??
    (ON_DAY.test(when) ? due(when, mentions, table, model, 0) : null) ??
    (CHANGED.test(when) ? changed(mentions, table) : null) ?? { why: `I do not see in the fields of ${namesOf(table).many} when that is` }
  );
}

function daysIn(when: string, away: RegExpExecArray | null): number {
  const [, count = "one", unit = "day", side = /\bday after\b/i.test(when) ? "after" : "before"] = away ?? [];
  const days = (Number(count) || (NUMBERS[count.toLowerCase()] ?? 1)) * (UNITS[unit.toLowerCase()] ?? 1);
  return /after|past/i.test(side) ? -days : days;
}

/** The table that is named, else the one of a field or an option that is named, else the one that the wish was said about. */
function tableMeant(mentions: readonly Mention[], hint: string | null, { schema }: AppModel): Table | undefined {
  const called = (name: string | null) => schema.tables.find((table) => table.name === name);
  return (
    mentions.find(({ table }) => table)?.table ??
    mentions.find(({ options }) => options.length > 0)?.options[0]?.table ??
    mentions.find(({ fields }) => fields.length > 0)?.fields[0]?.table ??
    called(hint) ??
    schema.tables[0]
  );
}

function due(when: string, mentions: readonly Mention[], table: Table, { schema }: AppModel, daysBefore: number): TriggerReading {
  const isDay = ({ type }: Column) => type === "date" || type === "datetime";
  const named = mentions.flatMap(({ fields }) => fields).filter(({ column }) => isDay(column));
  const [own] = named.filter((one) => one.table === table);
  const place = own ?? named[0] ?? likely(when, table, isDay) ?? schema.tables.flatMap((one) => likely(when, one, isDay) ?? [])[0];
  if (!place) return { why: `${namesOf(table).many} have no date that could come near: say “add a due date to ${namesOf(table).many}”` };
  const { column } = place;
  return {
    when: { event: "due", table: place.table.name, field: column.name, daysBefore, at: "08:00" },
    ...unfinished(place.table, daysBefore),
    table: place.table,
    event: daysBefore < 0 ? "is overdue" : `: ${inSentence(column.label)} {${column.name}}`,
  };
}

const DUE = /\b(?:due|deadline|expir\w*|until|valid|ends?|return\w*|renew\w*|next|end|pay\w*|by)\b/i;

/** The day that the words share a stem with, else one that is called as what comes due is, else the only one. */
function likely(when: string, table: Table, isDay: (column: Column) => boolean): { table: Table; column: Column } | undefined {
  const days = table.columns.filter(isDay);
  const stems =
    when
      .toLowerCase()
      .match(/\p{L}{4,}/gu)
      ?.map((word) => word.slice(0, 5)) ?? [];
  const column =
    days.find(({ label }) => stems.some((stem) => label.toLowerCase().includes(stem))) ??
    days.find(({ label }) => DUE.test(label)) ??
    (days.length === 1 ? days[0] : undefined);
  return column && { table, column };
}

const FINISHED = /^(?:done|paid|completed?|closed|returned|finished|resolved|cancell?ed|delivered|shipped|settled|archived|sold|fixed)$/i;

/** Nobody is reminded of what is done. */
function unfinished({ columns }: Table, daysBefore: number): { if?: string } {
  const yes = columns.find(({ type, label }) => type === "boolean" && FINISHED.test(label.trim()));
  if (yes) return { if: `!has(row.${yes.name}) || !row.${yes.name}` };
  const choice = columns.find(({ type, options = [] }) => type === "select" && options.some((option) => FINISHED.test(option)));
  const over = choice?.options?.filter((option) => FINISHED.test(option)) ?? [];
  if (!choice || over.length === 0 || (daysBefore > 0 && over.length === choice.options?.length)) return {};
  return { if: `!has(row.${choice.name}) || !(row.${choice.name} in [${over.map(quoted).join(", ")}])` };
}

function option(when: string, mentions: readonly Mention[], table: Table): Trigger | null {
  const optional = mentions.filter(({ options }) => options.length > 0);
  if (optional.length > 0 && ADDED.test(when) && optional.every((mention) => isBefore(when, mention))) return added(when, mentions, table);
  const found = mentions.flatMap(({ options }) => options);
  const meant = found.find((one) => one.table === table) ?? found[0];
  if (!meant) return null;
  const { column, option: value } = meant;
  const isList = column.type === "multiselect";
  const is = isList ? `${quoted(value)} in row.${column.name}` : `row.${column.name} == ${quoted(value)}`;
  const not = NOT.test(when);
  const change = /\bfrom\b/i.test(when) && !isList;
  if (change && found.length > 1 && found[1]?.column === column)
    return {
      when: { event: "changed", table: meant.table.name, field: column.name, from: value, to: found[1].option },
      table: meant.table,
      event: `is ${found[1].option}`,
    };
  return {
    when: { event: "becomes", table: meant.table.name },
    if: not ? `!(${is})` : is,
    table: meant.table,
    event: `is ${not ? "no longer " : ""}${inSentence(value)}`,
  };
}

/** "A new order", "a critical ticket": what is said before a thing is what it is from the first. */
const isBefore = (when: string, { from }: Mention): boolean =>
  !/\b(?:is|are|becomes?|gets?|goes|turns?|marked|set|to|as|reaches|was|has been)\s+(?:now\s+|marked\s+|set\s+|as\s+|to\s+)*$/i.test(
    when.slice(0, from),
  );

function added(when: string, mentions: readonly Mention[], table: Table): Trigger | null {
  const said = mentions.flatMap(({ options, text }) => (/^new$/i.test(text) ? [] : options)).find((one) => one.table === table);
  if (DELETED.test(when)) return null;
  const is =
    said &&
    `${said.column.type === "multiselect" ? `${quoted(said.option)} in row.${said.column.name}` : `row.${said.column.name} == ${quoted(said.option)}`}`;
  return {
    when: { event: "created", table: table.name },
    ...(is && { if: is }),
    table,
    event: said ? `is new, and ${inSentence(said.option)}` : "is new",
  };
}

function yesOrNo(when: string, mentions: readonly Mention[], table: Table): Trigger | null {
  const field = mentions.flatMap(({ fields }) => fields).find((one) => one.table === table && one.column.type === "boolean");
  if (!field) return null;
  const not = NOT.test(when);
  const { name, label } = field.column;
  return {
    when: { event: "becomes", table: table.name },
    if: not ? `!row.${name}` : `row.${name}`,
    table,
    event: `is ${not ? "not " : ""}${inSentence(label)}`,
  };
}

const NUMERIC: ReadonlySet<Column["type"]> = new Set(["number", "integer", "money", "decimal", "rating"]);

function compared(when: string, mentions: readonly Mention[], table: Table): TriggerReading | null {
  const [below, above] = [BELOW.exec(when), ABOVE.exec(when)];
  const found = below ?? above;
  if (!found) return null;
  const numbers = table.columns.filter(({ type, formula }) => NUMERIC.has(type) || formula !== undefined);
  const named = mentions.flatMap(({ fields }) => fields).filter((one) => one.table === table && NUMERIC.has(one.column.type));
  const said = (found[1] ?? "").trim();
  const limit = Number(said.replace(",", "."));
  const column = named[0]?.column ?? (numbers.length === 1 ? numbers[0] : undefined);
  const other = Number.isNaN(limit)
    ? numbers.find(({ name, label }) => name !== column?.name && label.toLowerCase().includes(said.toLowerCase().split(" ")[0] ?? ""))
    : undefined;
  if (!column || (Number.isNaN(limit) && !other)) return { why: `I do not see which numbers of ${namesOf(table).many} are compared` };
  const op = below ? (/drops? to|falls? to|at most|down to/i.test(found[0]) ? "<=" : "<") : /at least/i.test(found[0]) ? ">=" : ">";
  const side = other ? `row.${other.name}` : String(limit);
  return {
    when: { event: "becomes", table: table.name },
    if: `row.${column.name} ${op} ${side}`,
    table,
    event: `: ${inSentence(column.label)} ${below ? "below" : "above"} ${other ? inSentence(other.label) : limit}`,
  };
}

function assigned(when: string, mentions: readonly Mention[], table: Table): Trigger | null {
  if (!ASSIGNED.test(when)) return null;
  const named = mentions
    .flatMap(({ fields }) => fields)
    .find((one) => one.table === table && ["user", "reference"].includes(one.column.type));
  const column =
    named?.column ??
    table.columns.find(
      ({ type, label }) => (type === "user" || type === "reference") && /assign|responsib|owner|technician|agent|person/i.test(label),
    ) ??
    table.columns.find(({ type }) => type === "user");
  return column
    ? { when: { event: "becomes", table: table.name }, if: `has(row.${column.name})`, table, event: `is assigned to {${column.name}}` }
    : null;
}

function changed(mentions: readonly Mention[], table: Table): Trigger {
  const field = mentions.flatMap(({ fields }) => fields).find((one) => one.table === table)?.column;
  return {
    when: { event: "changed", table: table.name, ...(field && { field: field.name }) },
    table,
    event: field ? `: ${inSentence(field.label)} is now {${field.name}}` : "was changed",
  };
}

/** A text in CEL. */
export const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
