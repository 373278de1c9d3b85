/** A clause that says how things are shown: "a board by stage", "spending by category and month", "a low-stock view". */
import type { Column, Table } from "@edgewright/contracts";
import {
  type BoardView,
  type CalendarView,
  type ChartOf,
  type ChartView,
  type Condition,
  type FreeView,
  isMoney,
  isNumber,
  type ListView,
  type OverviewView,
} from "../app-model.ts";
import { asLabel, camelCase, singular } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { periodOf } from "../write/data-file.ts";
import { type ConditionReading, mentions, readCondition } from "./conditions.ts";
import { usualOptions } from "./options.ts";
import { addColumn } from "./sketch.ts";

type Unplaced<V> = Omit<V, "key" | "path">;
export type ViewWish =
  | Unplaced<OverviewView>
  | Unplaced<BoardView>
  | Unplaced<CalendarView>
  | Unplaced<ChartView>
  | Unplaced<ListView>
  | Unplaced<FreeView>;

const BOARD = /\b(board|kanban|pipeline|swim ?lanes?|drag(?:ged|ging)?)\b|\bcolumns (?:by|per|for)\b/i;
const CALENDAR = /\b(calendar|month view|schedule view)\b/i;
const CHART =
  /\b(charts?|graphs?|plot|diagram|breakdown|trends?|statistics|bar ?charts?|analytics)\b|\b(?:totals?|sums?|spending|costs?|revenue|sales|hours|reports?|expenses|number|count|amount)\b.*\b(?:by|per|for each|over (?:the )?(?:time|months?|years?))\b/i;
const LISTED = /\b(view|list|page|screen|tab|section|only|filtered?|show|display|see|highlight|warn|alert|report|overview)\b/i;

export const isViewClause = (clause: string): boolean =>
  BOARD.test(clause) || CALENDAR.test(clause) || CHART.test(clause) || LISTED.test(clause);
export const isFindingClause = (clause: string): boolean =>
  /^(?:with\s+)?(?:also\s+)?(?:filter|filters|filtering|search|searching|searchable|sort|sorting|sortable)\b/i.test(clause);

/** `main` is the table that is meant where a clause names none. */
export function readView(tables: readonly Table[], main: Table, clause: string): ViewWish | null {
  if (BOARD.test(clause)) return board(tables, main, clause);
  if (CALENDAR.test(clause)) return calendar(tables, main, clause);
  const drawn = CHART.test(clause) ? chart(tables, main, clause) : null;
  if (drawn) return drawn;
  return LISTED.test(clause) || /\bless than|below|overdue/i.test(clause) ? filtered(tables, main, clause) : null;
}

/** The tables in the order in which the clause suggests them: those it names come first. */
function candidates(tables: readonly Table[], main: Table, clause: string): Table[] {
  const words = clause.toLowerCase();
  const named = tables.filter((table) =>
    [namesOf(table).one, namesOf(table).many].some((name) => new RegExp(`\\b${name.toLowerCase()}\\b`).test(words)),
  );
  return [...new Set([...named, main, ...tables])];
}

const columnNamed = (table: Table, phrase: string): Column | undefined => {
  const name = camelCase(phrase.replace(/^(?:the|their|its|each)\s+/i, ""));
  return (
    table.columns.find((column) => column.name === name || column.name === singular(name)) ??
    table.columns.find((column) => new RegExp(`\\b${singular(phrase.toLowerCase())}`).test(column.label.toLowerCase()))
  );
};

const STATES = /^(stage|status|state|phase|priority|category|type)$/i;

/** `null` for a board by what is not chosen from a few values, such as a date. */
function board(tables: readonly Table[], main: Table, clause: string): ViewWish | null {
  const by = /\b(?:by|per|for each|with a column for each|grouped by|columns? (?:by|for|per))\s+(?:the\s+|each\s+)?([\w-]+(?: [\w-]+)?)/i
    .exec(clause)?.[1]
    ?.replace(/\s+(?:with|and|where|so|cards?|that).*$/i, "");
  const all = candidates(tables, main, clause);
  const found = all
    .flatMap((table) => {
      const column = by
        ? columnNamed(table, by)
        : (table.columns.find(({ name, type }) => type === "select" && STATES.test(name)) ??
          table.columns.find(({ type }) => type === "select"));
      return column ? [{ table, column }] : [];
    })
    .sort((a, b) => Number(b.column.type === "select") - Number(a.column.type === "select"))[0];
  const table = found?.table ?? all[0]!;
  const column = found?.column ?? addColumn(table, stateColumn(table, by));
  if (column.type !== "select") return null;
  return { kind: "board", table: table.name, by: column.name, title: "Board", icon: "board" };
}

function stateColumn(table: Table, by = "status"): Column {
  const { one } = namesOf(table);
  const options = usualOptions(by, one) ?? usualOptions("status", one) ?? ["open", "in progress", "done"];
  return { name: camelCase(by), label: asLabel(by), type: "select", options, default: options[0] };
}

export const isDay = (column: Column): boolean => column.type === "date" || column.type === "datetime";

function calendar(tables: readonly Table[], main: Table, clause: string): ViewWish {
  const all = candidates(tables, main, clause);
  const table = all.find((candidate) => candidate.columns.some(isDay)) ?? all[0]!;
  const named = table.columns.find((column) => isDay(column) && mentions(clause, column));
  const period = named ? null : periodOf(table);
  const day =
    named ??
    period?.start ??
    table.columns.find(({ name, type }) => type === "date" && /due|deadline/i.test(name)) ??
    table.columns.find(isDay);
  const start = day ?? addColumn(table, { name: "date", label: "Date", type: "date", required: true });
  return { kind: "calendar", table: table.name, start: start.name, end: period?.end.name ?? null, title: "Calendar", icon: "calendar" };
}

const MONEY =
  /\b(spending|spent|spend|costs?|revenue|income|sales|money|amounts?|value|expenses|budget|price|turnover|earnings|donations)\b/i;

function chart(tables: readonly Table[], main: Table, clause: string): ViewWish | null {
  for (const table of candidates(tables, main, clause)) {
    const charts = chartsOf(table, clause);
    if (charts.length > 0)
      return {
        kind: "chart",
        table: table.name,
        charts,
        title: MONEY.test(clause) && /spending/i.test(clause) ? "Spending" : "Charts",
        icon: "chart",
      };
  }
  return null;
}

export function chartsOf(table: Table, clause: string): ChartOf[] {
  const measured = /\b(?:number of|count of|how many)\b/i.test(clause) ? null : measureOf(table, clause);
  const after = /\b(?:by|per|for each|over|across)\s+(.+)$/i.exec(clause)?.[1] ?? "";
  const groups = after
    .replace(/\b(?:by|per|for each|each|over|the|a|time)\b/gi, " ")
    .split(/\s*,\s*|\s+and\s+|\s{2,}/)
    .map((word) => word.trim())
    .filter(Boolean)
    .flatMap((word) => groupOf(table, word) ?? []);
  const day = /\btime\b/.test(after) ? table.columns.find(isDay) : undefined;
  const chosen = groups.length > 0 ? groups : day ? [day.name] : after === "" ? usualGroups(table) : [];
  const mean = measured !== null && !addsUp(measured) && day !== undefined;
  return [...new Set(chosen)].slice(0, 4).map((by) => ({ by, sum: measured?.name ?? null, ...(mean && { mean: true as const }) }));
}

/** A weight or a temperature of two days is nothing together. */
const addsUp = (column: Column): boolean =>
  isMoney(column) ||
  /\b(?:hours?|minutes|quantity|amount|distance|km|miles|sold|pages|steps|calories|kwh|litres|liters)\b/i.test(column.label);

function measureOf(table: Table, clause: string): Column | null {
  const before = clause.replace(/\b(?:by|per|for each)\s.*$/i, "");
  const numbers = table.columns.filter((column) => isNumber(column) && column.format !== "percent");
  const words = before
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .map(singular);
  const named =
    numbers.find((column) => mentions(before, column)) ??
    numbers.find((column) => new RegExp(`\\b${singular(column.name.toLowerCase())}`).test(before.toLowerCase())) ??
    // "mites over time", of a mite count
    numbers.find(({ label }) => words.includes(singular(label.toLowerCase().split(" ")[0] ?? "")));
  return named ?? numbers.find(isMoney) ?? (numbers.length === 1 && MONEY.test(clause) ? numbers[0]! : null);
}

function groupOf(table: Table, word: string): string | undefined {
  if (/^(?:month|months|monthly|week|year|date|day|quarter)$/i.test(word) && !table.columns.some(({ name }) => name === word))
    return table.columns.find(isDay)?.name;
  const column = columnNamed(table, word);
  return column && !isNumber(column) && !["longtext", "json"].includes(column.type) ? column.name : undefined;
}

const usualGroups = (table: Table): string[] =>
  [
    table.columns.find(({ type }) => type === "select") ?? table.columns.find(({ type }) => type === "reference"),
    table.columns.find(isDay),
  ].flatMap((column) => column?.name ?? []);

function filtered(tables: readonly Table[], main: Table, clause: string): ViewWish | null {
  for (const table of candidates(tables, main, clause)) {
    const reading = readCondition(table, clause);
    if (reading) return conditionView(table, reading);
  }
  return null;
}

const ALARMING = /low|overdue|expir|late|unpaid|urgent|critical|under|missing/i;

export const conditionView = (table: Table, { where, title }: ConditionReading): Unplaced<ListView> => ({
  kind: "list",
  table: table.name,
  where,
  sort: sortFor(where, table),
  figures: [],
  tools: [],
  title,
  icon: ALARMING.test(title) ? "alert" : "list",
});

/** What is nearest to its limit comes first. */
const sortFor = (where: Condition[], table: Table): ListView["sort"] => {
  const [first] = where;
  const ordered = first && first.op !== "eq" && first.op !== "ne" ? first.column : table.columns.find(isDay)?.name;
  return ordered
    ? [{ column: ordered, direction: first?.op === "gt" || first?.op === "gte" ? (first.days === undefined ? "desc" : "asc") : "asc" }]
    : [];
};
