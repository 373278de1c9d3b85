/** Which rows a view shows: "less than 10", "overdue", "unpaid", "only open ones", "in the next 30 days". */
import type { Column, RowCondition, Table } from "@edgewright/contracts";
import { type Condition, isNumber } from "../app-model.ts";
import { doneColumn } from "../write/table-file.ts";

const NUMBER = "(-?\\d+(?:[.,]\\d+)?)";
const COMPARISONS: [RegExp, RowCondition["op"]][] = [
  [new RegExp(`(?:at most|no more than|up to|<=|≤)\\s*${NUMBER}`, "i"), "lte"],
  [new RegExp(`(?:at least|no less than|>=|≥)\\s*${NUMBER}`, "i"), "gte"],
  [new RegExp(`(?:less than|lower than|fewer than|smaller than|below|under|<)\\s*${NUMBER}`, "i"), "lt"],
  [new RegExp(`(?:more than|greater than|higher than|larger than|above|over|exceeding|>)\\s*${NUMBER}`, "i"), "gt"],
  [new RegExp(`${NUMBER}\\s+or\\s+(?:less|fewer|lower)`, "i"), "lte"],
  [new RegExp(`${NUMBER}\\s+or\\s+(?:more|higher|greater)`, "i"), "gte"],
];

export const mentions = (text: string, column: Column): boolean => {
  const label = column.label.replace(/\s*\(.*\)$/, "").toLowerCase();
  return new RegExp(`\\b${escaped(label)}s?\\b`).test(text.toLowerCase());
};

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

export type ConditionReading = { where: Condition[]; title: string };

const WORDS = "one two three four five six seven eight nine ten eleven twelve".split(" ");
/** "fewer than three" */
const IN_WORDS = new RegExp(`(?<=\\b(?:than|under|below|over|above|least|most|to) )(?:${WORDS.join("|")})\\b`, "gi");

/** `null` where the clause names no condition that the table's fields can answer. */
export function readCondition(table: Table, said: string): ConditionReading | null {
  const clause = said.replace(IN_WORDS, (word) => String(WORDS.indexOf(word.toLowerCase()) + 1));
  return compared(table, clause) ?? dated(table, clause) ?? stated(table, clause);
}

function compared(table: Table, clause: string): ConditionReading | null {
  const numbers = table.columns.filter(isNumber);
  const found = COMPARISONS.map(([pattern, op]) => ({ op, match: pattern.exec(clause) })).find(({ match }) => match);
  const low = /\blow\b|\brunning out\b|\breorder\b/i.test(clause);
  const named = numbers.find((column) => mentions(clause, column));
  const column = named ?? numbers.find(({ name }) => /quantity|stock|qty|count|level/i.test(name)) ?? numbers[0];
  if (!column || (!found && !(low && /stock|quantity|qty|supply/i.test(clause)))) return null;
  const value = found ? Number(found.match![1]!.replace(",", ".")) : 10;
  const op = found?.op ?? "lt";
  const words = { lt: "under", lte: "up to", gt: "over", gte: "from" }[op as "lt" | "lte" | "gt" | "gte"];
  return {
    where: [{ column: column.name, op, value }],
    title: low || (op === "lt" && /quantity|stock|qty/i.test(column.name)) ? "Low stock" : `${column.label} ${words} ${value}`,
  };
}

/** What is over is not overdue. */
function notDone(table: Table): Condition[] {
  const done =
    doneColumn(table) ??
    table.columns.find((column) => column.type === "boolean" && /^(paid|returned|resolved|closed|sent)$/i.test(column.name));
  if (done) return [{ column: done.name, op: "eq", value: false }];
  const state = table.columns.find((column) => column.type === "select" && /status|stage|state/i.test(column.name));
  const over =
    state?.options?.filter((option) =>
      /^(done|closed|completed?|paid|resolved|returned|delivered|cancell?ed|finished|ended)$/i.test(option),
    ) ?? [];
  return over.slice(0, 1).map((value) => ({ column: state!.name, op: "ne", value }));
}

/** Days that lie behind, so that none of them is due. */
export const PAST = /\b(?:birth|born|bought|purchase|received|sold|joined|since|founded|hired|built|last)/i;

function dated(table: Table, clause: string): ConditionReading | null {
  const days = table.columns.filter((column) => column.type === "date" || column.type === "datetime");
  const due =
    days.find((column) => mentions(clause, column)) ??
    days.find(({ name }) => /due|deadline|expir|renew|return|end|until/i.test(name)) ??
    days.find(({ label }) => !PAST.test(label));
  if (!due) return null;
  const until = (count: number): Condition[] => [
    { column: due.name, op: "gte", days: 0 },
    { column: due.name, op: "lt", days: count + 1 },
  ];
  if (/\b(overdue|past due|late|missed|expired|lapsed)\b/i.test(clause))
    return { where: [{ column: due.name, op: "lt", days: 0 }, ...notDone(table)], title: /expired/i.test(clause) ? "Expired" : "Overdue" };
  const next = /(?:next|within|in)\s+(?:the\s+next\s+)?(\d+)?\s*(day|week|month)s?/i.exec(clause);
  const unit = { day: 1, week: 7, month: 30 }[(next?.[2] ?? "day").toLowerCase() as "day" | "week" | "month"];
  const count = next ? Number(next[1] ?? 1) * unit : 0;
  if (/\b(expir|renew|due|ending)\w*\s+soon\b/i.test(clause))
    return { where: until(30), title: /expir/i.test(clause) ? "Expiring soon" : "Due soon" };
  if (next && count > 0)
    return { where: until(count), title: /expir/i.test(clause) ? "Expiring soon" : `Next ${count === 1 ? "day" : `${count} days`}` };
  if (/\bthis week\b/i.test(clause)) return { where: until(7), title: "This week" };
  if (/\btoday('s)?\b/i.test(clause)) return { where: until(0), title: "Today" };
  if (/\b(upcoming|future|coming up)\b/i.test(clause)) return { where: [{ column: due.name, op: "gte", days: 0 }], title: "Upcoming" };
  if (/\b(past|previous)\b/i.test(clause)) return { where: [{ column: due.name, op: "lt", days: 0 }], title: "Past" };
  return null;
}

/** A yes or no, or one of the values of a list of options. */
function stated(table: Table, clause: string): ConditionReading | null {
  const text = clause.toLowerCase();
  for (const column of table.columns) {
    if (column.type === "boolean") {
      const word = column.label.toLowerCase();
      if (
        new RegExp(`\\b(?:not( yet)?|un|in|non-?)[- ]?${escaped(word)}\\b`).test(text) ||
        (column === doneColumn(table) && /\b(open|unfinished|incomplete|undone|remaining|still to do|outstanding)\b/.test(text))
      )
        return { where: [{ column: column.name, op: "eq", value: false }], title: column === doneColumn(table) ? "Open" : `Not ${word}` };
      if (new RegExp(`\\b${escaped(word)}\\b`).test(text))
        return { where: [{ column: column.name, op: "eq", value: true }], title: column.label };
    }
    const option = column.options?.find((value) => new RegExp(`\\b${escaped(value.toLowerCase())}s?\\b`).test(text));
    if (option) return { where: [{ column: column.name, op: "eq", value: option }], title: titled(option, column) };
    const unpaid = column.options?.find((value) => value === "paid");
    if (unpaid && /\bunpaid\b/.test(text)) return { where: [{ column: column.name, op: "ne", value: unpaid }], title: "Unpaid" };
  }
  return null;
}

const titled = (option: string, column: Column): string => {
  const words = option.charAt(0).toUpperCase() + option.slice(1);
  return /^(low|medium|high|critical)$/i.test(option) ? `${words} ${column.label.toLowerCase()}` : words;
};
