/** What is told of a row by a day of its and today: an age, the days since something, the days until something. */
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import type { FromToday } from "../app-model.ts";
import { asLabel, inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { called } from "./found.ts";

const AGE = /\b(?:age|ages|how old)\b/;
const UNTIL =
  /\bdays? (?:are )?(?:left|remaining|until|till|to go)\b|\bdays? (?:it|they|he|she|that) (?:has|have) left\b|\bhow (?:long|many days) (?:until|till|before)\b|\bcountdown\b/;
const SINCE =
  /\bdays? (?:since|ago|open|overdue|late|in (?:the |our )?\w+|on (?:the )?\w+)\b|\bhow (?:long|many days) (?:ago|since|has|have|is|are|it has|they have)\b|\bhow long\b.*\b(?:since|been|waiting|here)\b/;

const BORN = /\b(?:birth|birthday|born|dob)\b/;
const AHEAD = /\b(?:due|deadline|until|expir\w*|valid|end|ends|return|renewal|best before|next|departure|event|wedding)\b/;

/** Null where no day of the tables tells it. The meant table is asked first. */
export function fromTodayFor(clause: string, meant: Table, tables: readonly Table[]): FromToday | null {
  const text = clause.toLowerCase();
  for (const table of [meant, ...tables.filter((other) => other !== meant)]) {
    const days = table.columns.filter(({ type }) => type === "date");
    const born = days.find((column) => BORN.test(called(column)));
    if (AGE.test(text) && born) return { table: table.name, label: "Age", what: "yearsSince", column: born.name };
    const named = days.find((column) => text.includes(column.label.toLowerCase().replace(/ (?:date|day|on)$/, "")));
    const ahead = named ?? days.find((column) => AHEAD.test(called(column))) ?? (days.length === 1 ? days[0] : undefined);
    if (UNTIL.test(text) && ahead) return { table: table.name, label: "Days left", what: "daysUntil", column: ahead.name };
    const past = named ?? days.find((column) => column !== born && !AHEAD.test(called(column)));
    if (SINCE.test(text) && past) return { table: table.name, label: sinceLabel(text, past), what: "daysSince", column: past.name };
  }
  return null;
}

const sinceLabel = (text: string, day: Column): string =>
  asLabel(/\bdays? (?:open|overdue|late|in (?:the |our )?\w+|on (?:the )?\w+)\b/.exec(text)?.[0] ?? `days since ${inSentence(day.label)}`);

/** A field that people would have to keep up with the days themselves is none any more. */
export function countFromToday(tables: readonly Table[], { table: name, label, what, column }: FromToday): string {
  const table = tables.find((one) => one.name === name);
  const typed = table?.columns.find((one) => one.label === label && one.name !== column && !isComputed(one));
  if (table && typed) table.columns.splice(table.columns.indexOf(typed), 1);
  const day = inSentence(table?.columns.find((one) => one.name === column)?.label ?? column);
  const many = table ? namesOf(table).many : name;
  return `“${label}” of ${many} follows from the ${day} and today${what === "yearsSince" ? ", in years" : ""}.`;
}
