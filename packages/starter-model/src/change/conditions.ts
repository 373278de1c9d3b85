/** Which rows a follow-up means: one or several conditions on the fields of a table, with a title for them. */
import type { Table } from "@edgewright/contracts";
import type { Condition } from "../app-model.ts";
import { readCondition } from "../describe/conditions.ts";
import { conditionFor } from "../read/condition.ts";
import { asLabel, inSentence } from "../words/inflect.ts";

export type RowsMeant = { where: Condition[]; title: string };

const UNITS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };
const AGO = /\b(?:more|longer|older) than (?:an?|(\d+)) (day|week|month|year)s?(?: ago| old)?\b/i;
const SINCE = /\b(?:in|within|from|during|of) the (?:last|past) (\d+)? ?(day|week|month|year)s?\b/i;
const NOT = /\b(?:not|aren'?t|isn'?t|hasn'?t|haven'?t|never|without|un(?=\w)|except|other than|rest|everything but)\b/i;

export function rowsMeant(table: Table, text: string): RowsMeant | null {
  const parts = text.split(/\s+(?:and|but)\s+/i);
  const read = parts.flatMap((part) => oneCondition(table, part) ?? []);
  const all = read.length > 0 ? read : [oneCondition(table, text)].filter((part) => part !== null);
  const [first] = all;
  if (!first) return null;
  const where = all.flatMap((part) => part.where);
  return {
    where: where.filter((one, index) => where.findIndex(({ column }) => column === one.column) === index || one.op !== "eq"),
    title: first.title,
  };
}

function oneCondition(table: Table, text: string): RowsMeant | null {
  return aged(table, text) ?? stated(table, text) ?? readCondition(table, text) ?? conditionFor(table, text);
}

/** "received more than 30 days ago", "in the last 7 days". */
function aged(table: Table, text: string): RowsMeant | null {
  const days = table.columns.filter(({ type }) => type === "date" || type === "datetime");
  const column = days.find(({ label }) => text.toLowerCase().includes(label.toLowerCase())) ?? days[0];
  const [ago, since] = [AGO.exec(text), SINCE.exec(text)];
  if (!column || (!ago && !since)) return null;
  const found = ago ?? since;
  const count = Number(found?.[1] ?? 1) * (UNITS[(found?.[2] ?? "day").toLowerCase()] ?? 1);
  return {
    where: [{ column: column.name, op: ago ? "lt" : "gte", days: -count }],
    title: ago ? `Older than ${count} days` : `Last ${count} days`,
  };
}

/** A yes or no, or an option, by its name: "unpaid", "not returned", "the free ones", "everything but reported". */
function stated(table: Table, text: string): RowsMeant | null {
  const words = text.toLowerCase();
  for (const column of table.columns) {
    if (column.type === "boolean") {
      const label = column.label.toLowerCase();
      const at = new RegExp(
        `\\b(un|not |not yet |isn'?t |aren'?t |hasn'?t been |haven'?t been |never |no |still )?(?:be )?${escaped(label)}\\b`,
      ).exec(words);
      const isOpen = /^(?:done|completed?|finished)$/.test(label) && /\b(?:open|unfinished|incomplete|to do|outstanding)\b/.test(words);
      const isDone =
        /^(?:done|completed?|finished)$/.test(label) && /\b(?:finished|completed?|ticked(?: off)?)\b/.test(words) && !/\bun/.test(words);
      if (!at && !isOpen && !isDone) continue;
      const value = isDone || (at !== null && at[1] === undefined);
      return {
        where: [{ column: column.name, op: "eq", value }],
        title: value ? column.label : isOpen || /^(?:done|complete)/.test(label) ? "Open" : asLabel(`not ${label}`),
      };
    }
    const option = column.options?.find((value) => new RegExp(`\\b${escaped(value.toLowerCase())}s?\\b`).test(words));
    if (!option) continue;
    const isNot = NOT.test(words.slice(0, words.indexOf(option.toLowerCase())));
    return {
      where: [{ column: column.name, op: isNot ? "ne" : "eq", value: option }],
      title: isNot ? asLabel(`not ${option}`) : titled(option, inSentence(column.label)),
    };
  }
  return null;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const titled = (option: string, label: string): string =>
  /^(?:low|medium|high|critical|\d+)$/i.test(option) ? asLabel(`${option} ${label}`) : asLabel(option);

const OPPOSITE = { eq: "ne", ne: "eq", lt: "gte", gte: "lt", gt: "lte", lte: "gt" } as const;

/** The others: of several conditions the first is turned round. */
export const opposite = (where: readonly Condition[]): Condition[] =>
  where.slice(0, 1).map((condition) => {
    if (typeof condition.value === "boolean") return { ...condition, value: !condition.value };
    return condition.op in OPPOSITE ? { ...condition, op: OPPOSITE[condition.op as keyof typeof OPPOSITE] } : condition;
  });
