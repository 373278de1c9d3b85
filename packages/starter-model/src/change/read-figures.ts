/** Wishes about what a list shows beside its rows: numbers above it, rows that stand out, buttons to print it and to take it along. */
import type { Table } from "@edgewright/contracts";
import type { FigureOf } from "../app-model.ts";
import { chartsOf } from "../describe/view-reading.ts";
import { fromTodayFor } from "../needs/from-today.ts";
import { markFor } from "../read/marked.ts";
import { type SumKind, sumFor } from "../read/sums.ts";
import { inSentence } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { listFor } from "./apply-lists.ts";
import { type Clause, tableMeant } from "./clause.ts";
import { type ClauseReading, done, type Operation, refused } from "./operation.ts";

const FIGURE =
  /\b(?:totals?|sums?|sum up|add up|averages?|mean|counts?|count(?:er)?|how many|(?:the|a|^) ?number of|tiles?|(?:key )?figures?|kpis?|dashboard|subtotals?|balance)\b/i;
const KINDS: [RegExp, SumKind][] = [
  [/\b(?:averages?|mean)\b/i, "average"],
  [/\b(?:counts?|counter|how many|(?:the|a|^) ?number of)\b/i, "count"],
  [/\b(?:totals?|sums?|sum up|add up|subtotals?|balance|how much)\b/i, "total"],
];
const MARK =
  /\b(?:mark|highlight|flag|colou?r|paint|show|turn|make)\b.*\b(?:red|green|yellow|orange|bold|coloured?|colored?|in colou?r|differently|stand out)\b|^(?:mark|highlight|flag)\b|\bhighlight/i;
const NO_MARK = /\b(?:stop|no longer|don'?t|no more|without|remove|not)\b/i;
const MARKING = /\b(?:mark(?:s|ed|ing)?|highlight(?:s|ed|ing)?|colou?ring|stands? out)\b/i;

export function mark(clause: Clause): ClauseReading | null {
  const { text, mentions, act, draft } = clause;
  const table = tableMeant(clause);
  const { tables } = draft.model.schema;
  if (MARKING.test(text) && (act === "remove" || NO_MARK.test(text)) && draft.model.marks.length > 0) {
    const marked = draft.model.marks.find((one) => one.table === table.name) ?? draft.model.marks[0];
    return marked ? done({ do: "mark", table: marked.table, mark: null }) : null;
  }
  if (!MARK.test(text) || act === "add") return null;
  const found = markFor(text, table, mentions.some((mention) => mention.table) ? [] : tables);
  if (found?.when.every((terms) => terms.length > 0)) return done({ do: "mark", table: found.table, mark: found });
  if (mentions.length === 0) return null;
  return refused(
    `I did not find which ${namesOf(table).many} should stand out. Say it by a field and a value, or by a date that has passed. They have ${fieldsOf(table)}.`,
  );
}

/** "show how old each dog is", "add the days left until the return" */
export function sinceToday(clause: Clause): ClauseReading | null {
  const { act, text, draft } = clause;
  if (act !== "show" && act !== "add") return null;
  const counted = fromTodayFor(text, tableMeant(clause), draft.model.schema.tables);
  return counted && done({ do: "count-from-today", counted });
}

/** "show the workouts by month" */
export function byMonth(clause: Clause): ClauseReading | null {
  const { act, text } = clause;
  const table = tableMeant(clause);
  const day = table.columns.find(({ type }) => type === "date" || type === "datetime");
  if (act !== "show" || !day || !/\b(?:by|per|each|every) (?:month|week|year)\b/i.test(text)) return null;
  const charts = chartsOf(table, text);
  const chart = charts.length > 0 ? charts : [{ by: day.name, sum: null }];
  return done({ do: "add-screen", wish: { kind: "chart", table: table.name, charts: chart, title: "Charts", icon: "chart" } });
}

export function figure(clause: Clause): ClauseReading | null {
  const { text, act } = clause;
  if (!FIGURE.test(text) || /\bfields?\b|\bcolumns?\b/i.test(text)) return null;
  if (act === "remove") return withoutFigures(clause);
  if (act !== "show" && act !== "add" && act !== "move" && act !== null) return null;
  if (act === "add" && !/\b(?:totals?|sums?|averages?|counts?|number of|tiles?|figures?|kpis?|dashboard)\b/i.test(text)) return null;
  const table = tableMeant(clause);
  const kinds = KINDS.filter(([pattern]) => pattern.test(text)).map(([, kind]) => kind);
  return kinds.length > 0 ? ofKinds(clause, kinds, table) : usualOf(table);
}

function ofKinds({ text, draft }: Clause, kinds: readonly SumKind[], table: Table): ClauseReading {
  const sums = kinds.map((kind) => sumFor(kind, text, table, draft.model.schema.tables));
  const operations = sums.flatMap((sum): Operation[] =>
    !sum
      ? []
      : "figure" in sum
        ? [{ do: "add-figures", table: sum.table.name, figures: [sum.figure] }]
        : [
            {
              do: "add-screen",
              wish: { kind: "chart", table: sum.table.name, charts: [sum.chart], title: "Charts", icon: "chart" },
            },
          ],
  );
  if (operations.length > 0) return done(...operations);
  return refused(
    `I did not find what of ${namesOf(table).many} should be added up: they have ${fieldsOf(table)}. Name a field of numbers, or say “count ${namesOf(table).many}”.`,
  );
}

/** "some key figures": how many there are, and what their amounts come to. */
function usualOf(table: Table): ClauseReading {
  const sums = (["count", "total"] as const).map((kind) => sumFor(kind, namesOf(table).many, table, [table]));
  const figures = sums.flatMap((sum): FigureOf[] => (sum && "figure" in sum ? [sum.figure] : []));
  return done({ do: "add-figures", table: table.name, figures });
}

/** Those whose names the clause says; all where it says none. */
function withoutFigures(clause: Clause): ClauseReading | null {
  const { draft, text } = clause;
  const table = tableMeant(clause);
  const figures = listFor(draft, table.name)?.figures ?? [];
  const words = text.toLowerCase();
  const named = figures.filter(({ label }) => words.includes(label.toLowerCase()));
  const ofKind = figures.filter(({ of }) => KINDS.some(([pattern, kind]) => OF[kind] === of && pattern.test(text)));
  const gone = named.length > 0 ? named : ofKind.length > 0 ? ofKind : figures;
  if (gone.length === 0) return null;
  return done({ do: "remove-figures", table: table.name, names: gone.map(({ name }) => name) });
}

const OF: Record<SumKind, FigureOf["of"]> = { total: "sum", average: "avg", count: "count" };
const fieldsOf = (table: Table): string => table.columns.map(({ label }) => inSentence(label)).join(", ");

const PRINT = /\bprint(?:ed|able|ing|out)?\b/i;
const CSV = /\bcsv\b/i;

export function listTool(clause: Clause): ClauseReading | null {
  const { text, act } = clause;
  if (act === "remove" || act === "rename" || /\bimport/i.test(text)) return null;
  const table = tableMeant(clause);
  if (PRINT.test(text)) return done({ do: "list-tool", table: table.name, tool: "print" });
  return CSV.test(text) ? done({ do: "list-tool", table: table.name, tool: "csv" }) : null;
}
