/** What a clause wants added up: which field of which table, of which rows, and by what. */
import type { Column, Table } from "@edgewright/contracts";
import { type ChartOf, type Condition, type FigureOf, isMoney, isNumber } from "../app-model.ts";
import { readCondition } from "../describe/conditions.ts";
import { camelCase, inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { conditionFor } from "./condition.ts";
import { distance } from "./spelling.ts";

/** A chart where it is wanted by something, else one number. */
export type Sum = { table: Table } & ({ chart: ChartOf } | { figure: FigureOf });
export type SumKind = "total" | "average" | "count";

const COMMON =
  /^(?:total|totals|average|count|number|sum|want|need|show|each|every|what|much|many|have|with|that|from|this|month|year|week|date|price|name)$/;
const stems = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 2 && !COMMON.test(word))
    .map((word) => word.replace(/(?:ies|es|s)$/, ""));

const isDay = ({ type }: Column): boolean => type === "date" || type === "datetime";
/** Numbers that say which, and not how many. */
const NO_MEASURE = /\b(?:year|number|no|floor|age|level|minimum|min|max|maximum|round|copies)\b/i;
/** Whole numbers by which one groups. */
const NO_SUM =
  /^(?:hall|row|room|floor|year|level|age|class|grade|aisle|rack|zone|round|team|group|section|block|house|gate|lane|table|week|size|number of rooms)$/i;
const MONEY = /\b(?:money|spen[dt]|cost|costs|owe|owes|owed|paid|unpaid|pay|earn|revenue|income|turnover|takings|outstanding|sales)\b/i;
const BY = /\b(?:per|by|of each|for each|of every|for every|each|every|of)\s+(?:the\s+|each\s+|every\s+|a\s+)?([\w-]+)/gi;
const PERIOD = /^(?:month|months|year|week|day|date|quarter)$/;

export function sumFor(kind: SumKind, clause: string, meant: Table, tables: readonly Table[]): Sum | null {
  const words = new Set(stems(clause));
  const found = tables
    .map((table) => {
      const measure = kind === "count" ? null : measureOf(table, clause, words);
      const by = groupOf(table, clause);
      const named = stems(namesOf(table).many).some((stem) => words.has(stem));
      const score = (measure ? 2 + measure.score : 0) + (by ? 2 : 0) + (table === meant ? 1 : 0) + (named ? (kind === "count" ? 3 : 1) : 0);
      return { table, column: measure?.column ?? null, by, score };
    })
    .filter(({ column }) => kind === "count" || column !== null)
    .sort((a, b) => b.score - a.score)[0];
  if (!found) return null;
  const { table, column, by } = found;
  if (by) return { table, chart: { by: by.name, sum: column?.name ?? null, ...(kind === "average" && { mean: true as const }) } };
  return isGrouped(clause) ? null : { table, figure: figureOf(kind, table, column, clause) };
}

function measureOf(table: Table, clause: string, words: ReadonlySet<string>): { column: Column; score: number } | null {
  const numbers = table.columns.filter((column) => isNumber(column) && !NO_MEASURE.test(column.label));
  const scored = numbers.map((column) => ({ column, score: namedBy(stems(column.label), words) })).sort((a, b) => b.score - a.score);
  if (scored[0] && scored[0].score > 0) return scored[0];
  const money = numbers.find(isMoney);
  if (money && (MONEY.test(clause) || numbers.length === 1 || /\b(?:sum|total)\b/i.test(clause))) return { column: money, score: 0 };
  return numbers.length === 1 ? { column: numbers[0]!, score: 0 } : null;
}

/** How much of a name is said; what is only said with a letter wrong counts less. */
const namedBy = (name: readonly string[], words: ReadonlySet<string>): number =>
  name.reduce((sum, stem) => sum + (words.has(stem) ? 1 : [...words].some((word) => isMisspelt(word, stem)) ? 0.5 : 0), 0);

const isMisspelt = (word: string, stem: string): boolean =>
  Math.min(word.length, stem.length) > 3 && word[0] === stem[0] && distance(word, stem, 1) <= 1;

const groupsSaid = (clause: string): string[] => [...clause.toLowerCase().matchAll(BY)].map(([, word]) => word!);

/** Whether it asks for more than one number, by whatever. */
const isGrouped = (clause: string): boolean => /\b(?:per|by|for each|of each|of every|for every)\s+\w/i.test(clause);

function groupOf(table: Table, clause: string): Column | null {
  for (const word of groupsSaid(clause)) {
    if (PERIOD.test(word)) {
      const day = table.columns.find(isDay);
      if (day) return day;
      continue;
    }
    const [stem] = stems(word);
    if (!stem) continue;
    const column = table.columns.find(
      (one) =>
        (!isNumber(one) || (one.type === "integer" && NO_SUM.test(one.label))) &&
        !isDay(one) &&
        one.type !== "longtext" &&
        one.type !== "boolean" &&
        stems(`${one.label} ${one.ref ?? ""}`).includes(stem),
    );
    if (column) return column;
  }
  return null;
}

const OF = { total: "sum", average: "avg", count: "count" } as const;

function figureOf(kind: SumKind, table: Table, column: Column | null, clause: string): FigureOf {
  const meant = conditionFor(table, clause) ?? statedIn(table, clause);
  const what = column ? inSentence(column.label) : namesOf(table).many;
  const said = meant ? `${inSentence(meant.title)} ` : "";
  const label = kind === "count" ? upperFirst(`${said}${what}`) : `${kind === "total" ? "Total" : "Average"} ${said}${what}`;
  return { name: camelCase(label), label, of: OF[kind], column: column?.name ?? null, where: meant?.where ?? [] };
}

/** A yes or no, or an option, that the clause names. */
function statedIn(table: Table, clause: string): { where: Condition[]; title: string } | null {
  const found = readCondition(table, clause);
  return found?.where.every(({ op }) => op === "eq" || op === "ne") ? found : null;
}
