/** A screen with bars by category or month, and the totals above them. */
import type { Column, Table } from "@edgewright/contracts";
import { type AppModel, type ChartOf, type ChartView, findColumn, isMoney } from "../app-model.ts";
import { asLabel, inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { attribute, code, element, LINE_WIDTH, listing } from "./code.ts";
import { SourceFile } from "./source-file.ts";
import { lookups, textValue } from "./values.ts";
import { componentOf, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

export function chartView(model: AppModel, view: ChartView): string {
  const table = viewTable(model, view);
  const names = namesOf(table);
  const file = new SourceFile();
  const charts = view.charts.filter(({ by, sum }) => findColumn(table, by) && (sum === null || findColumn(table, sum)));
  const grouped = charts.map(({ by }) => findColumn(table, by)!);
  const empty = element(
    file.component("EmptyState"),
    [`title="Nothing to show yet"`],
    [`Once there are ${names.many}, this shows how they add up.`],
    8,
  );
  const loaded = element(
    file.component("Loaded"),
    [`of={${names.rows}}`, "empty={empty}"],
    [
      element(file.component("Figures", "Figure"), [], figures(file, table, charts), 8),
      element(
        "div",
        [`className="${charts.length > 1 ? "grid gap-4 lg:grid-cols-2" : "grid gap-4"}"`],
        charts.map((chart) => chartElement(file, table, chart, "rows")),
        8,
      ),
    ],
    6,
  );
  return file.print(code`
    /** ${upperFirst(names.many)} added up. */
    export function ${componentOf(view)}() {
      const ${names.rows} = ${tableCall(file, table)};
      const { rows } = ${names.rows};
      ${lookups(model, file, grouped)}
      const empty = ${empty};

      return (
        ${element(file.component("Page"), [titleAttribute(file, view)], [loaded], 4)}
      );
    }
  `);
}

const formatter = (file: SourceFile, column: Column): string => file.use("../lib/format", isMoney(column) ? "formatMoney" : "formatNumber");

/** The sum of each amount that is drawn, and how many rows there are. */
function figures(file: SourceFile, table: Table, charts: ChartOf[]): string[] {
  const { row, many } = namesOf(table);
  file.component("Figure");
  const sums = [...new Set(charts.filter(({ mean }) => !mean).map(({ sum }) => sum))]
    .filter((sum) => sum !== null)
    .map((sum) => findColumn(table, sum)!);
  return [
    ...sums.map((column) => {
      const total = `${file.use("../lib/rows", "sumOf")}(rows, (${row}) => ${row}.${column.name})`;
      return element(
        "Figure",
        [attribute("label", `Total ${inSentence(column.label)}`), `value={${formatter(file, column)}(${total})}`],
        [],
        10,
      );
    }),
    element("Figure", [attribute("label", upperFirst(many)), `value={${file.use("../lib/format", "formatNumber")}(rows.length)}`], [], 10),
  ];
}

/** `rows`: the expression of the rows that are added up. */
export function chartElement(file: SourceFile, table: Table, { by, sum, mean }: ChartOf, rows: string): string {
  const { row, many } = namesOf(table);
  const group = findColumn(table, by)!;
  const summed = sum === null ? undefined : findColumn(table, sum)!;
  const monthly = group.type === "date" || group.type === "datetime";
  const amount = summed ? [`(${row}) => ${row}.${summed.name}`] : [];
  const data = mean
    ? monthly
      ? call(file.use("../lib/rows", "monthlyAverages"), rows, [`(${row}) => ${row}.${by}`, ...amount])
      : call(file.use("../lib/rows", "averages"), rows, [`(${row}) => ${groupName(file, group, row)}`, ...amount])
    : monthly
      ? call(file.use("../lib/rows", "monthlyTotals"), rows, [`(${row}) => ${row}.${by}`, ...amount])
      : call(file.use("../lib/rows", "totals"), rows, [`(${row}) => ${groupName(file, group, row)}`, ...amount]);
  const title = `${mean ? `Average ${inSentence(summed?.label ?? "")}` : summed ? asLabel(summed.label) : upperFirst(many)} by ${monthly ? "month" : inSentence(group.label)}`;
  return element(
    file.component("Chart"),
    [attribute("title", title), `data={${data}}`, summed && isMoney(summed) && `format={${formatter(file, summed)}}`],
    [],
    10,
  );
}

/** With two functions, each argument has a line of its own. */
const call = (name: string, rows: string, functions: string[]): string =>
  listing(`${name}(`, [rows, ...functions], ")", functions.length > 1 ? LINE_WIDTH : 0);

function groupName(file: SourceFile, group: Column, row: string): string {
  const text = textValue(file, group, row);
  return group.type === "text" ? `${text} ?? ""` : text;
}
