/** Lists of rows by what belongs to them: "frames that were never sold", "trees without a check for a year", "calibration due every 12 months". */
import type { Column, Table } from "@edgewright/contracts";
import type { Meant } from "../read/condition.ts";
import { inSentence, singular, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { belonging } from "./belonging.ts";
import { extreme } from "./extremes.ts";
import { rollUp } from "./per-parent.ts";

const NONE = /\b(?:never|without (?:an?y? )?|(?:has|have|had|with) (?:no|not (?:yet )?(?:been )?|never (?:been )?)|not yet|no)\b/;
const NUMBERS: Record<string, number> = { a: 1, one: 1, two: 2, three: 3, four: 4, six: 6, twelve: 12 };
const UNITS: Record<string, number> = { day: 1, week: 7, month: 30, year: 365 };
const SPAN =
  /\b(?:for|since|in|over|more than|every|within|after|last)\s+(?:more than\s+|over\s+|the last\s+|at least\s+)?(\d+|a|one|two|three|four|six|twelve)\s+(day|week|month|year)s?\b/;
const WAITS = /\b(?:not|never|without|no|due|over|every|last|older|overdue)\b/;

export function missingIn(parent: Table, clause: string, tables: readonly Table[]): Meant | null {
  const text = clause.toLowerCase().replace(/’/g, "'");
  for (const { child, through } of belonging(parent, tables)) {
    const found = tooLongAgo(text, parent, child, through) ?? noneAt(text, parent, child, through);
    if (found) return found;
  }
  return null;
}

/** The last of them is longer ago than that. */
function tooLongAgo(text: string, parent: Table, child: Table, through: Column): Meant | null {
  const [, count = "", unit = ""] = SPAN.exec(text) ?? [];
  const days = (NUMBERS[count] ?? Number(count)) * (UNITS[unit] ?? Number.NaN);
  const day = child.columns.find(({ type }) => type === "date" || type === "datetime");
  if (!Number.isFinite(days) || days === 0 || !day || !WAITS.test(text)) return null;
  const { one } = namesOf(child);
  const last = extreme("latest", "Last", parent, { child, through, of: day });
  return { where: [{ column: last.name, op: "lt", days: -days }], title: `${upperFirst(one)} due` };
}

/** None of them is there: they are named, or what they are made by is, as in "never sold" of sales. */
function noneAt(text: string, parent: Table, child: Table, through: Column): Meant | null {
  if (!NONE.test(text)) return null;
  const { one, many } = namesOf(child);
  const words = text.split(/[^\p{L}]+/u).map(singular);
  const isNamed = one.split(" ").every((word) => words.includes(word)) || (MADE_BY[one]?.test(text) ?? false);
  if (!isNamed) return null;
  const count = rollUp("count", { parent, through }, child, null);
  return { where: [{ column: count.name, op: "eq", value: 0 }], title: `Without ${inSentence(many)}` };
}

const MADE_BY: Record<string, RegExp> = {
  sale: /\bsold\b/,
  visit: /\bvisited\b/,
  loan: /\b(?:lent|borrowed|loaned)\b/,
  booking: /\bbooked\b/,
  reservation: /\breserved\b/,
  order: /\bordered\b/,
  payment: /\bpaid\b/,
  inspection: /\binspected\b/,
  calibration: /\bcalibrated\b/,
  repair: /\brepaired\b/,
  check: /\bchecked\b/,
  control: /\bcontrolled\b/,
  review: /\breviewed\b/,
  answer: /\banswer(?:ed)?\b/,
};
