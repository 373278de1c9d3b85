/**
 * The start page of an app with several tables: how many there are of what, what is late, what comes next, what was added last.
 * All of it follows from the app's model, so that nothing of it is read back.
 */
import type { Column, Table } from "@edgewright/contracts";
import {
  type AppModel,
  type Condition,
  displayColumn,
  findColumn,
  hasPage,
  isMoney,
  type ListView,
  type OverviewView,
  tableOf,
} from "../app-model.ts";
import { inSentence, upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { chartElement } from "./chart-view.ts";
import { attribute, code, element } from "./code.ts";
import { optionsName } from "./data-file.ts";
import { formatted, totalsCall } from "./figures.ts";
import { comingUp, lateRows, stageOf } from "./overview-parts.ts";
import { SourceFile } from "./source-file.ts";
import { lookups, shownValue, textValue } from "./values.ts";
import { addButton, componentOf, editDialog, editState, tableCall, titleAttribute } from "./view-parts.ts";

const [TILES_MAX, TABLES_MAX, ROWS, CHARTS_MAX] = [8, 4, 5, 2];

type Shown = { table: Table; list: ListView };

export function overviewView(model: AppModel, view: OverviewView): string {
  const file = new SourceFile();
  const main = tableOf(model, view.table);
  const shown = listedTables(model, main);
  const hooks: string[] = [];
  const tiles = [...shown.map((one) => countTile(file, hooks, one)), ...model.views.flatMap((one) => specialTile(model, file, hooks, one))];
  const late = shown.filter((one) => !listsLate(model, one)).flatMap((one) => lateTile(file, hooks, one));
  const sums = shown.flatMap((one) => sumTiles(file, hooks, one));
  const panels = shown.map((one) => panel(model, file, hooks, one));
  const breakdown = shown
    .filter(({ table }) => stageOf(table))
    .slice(0, 1)
    .flatMap((one) => stages(file, hooks, one));
  const drawn = charts(model, file, hooks, shown);
  const names = namesOf(main);
  const state = editState(file, main);
  file.use("../screens", "screens");
  return file.print(code`
    /** How things stand, over all that the app keeps. */
    export function ${componentOf(view)}() {
      ${hooks}
      ${state}

      return (
        ${element(
          file.component("Page"),
          [titleAttribute(file, view), `actions={${addButton(file, main)}}`],
          [
            element(file.component("Figures", "Figure"), [], [...tiles, ...late, ...sums].slice(0, TILES_MAX), 6),
            element(file.component("Panels", "Panel"), [], [...panels.slice(0, 1), ...breakdown, ...drawn, ...panels.slice(1)], 6),
            editDialog(file, names),
          ],
          4,
        )}
      );
    }
  `);
}

/** Those that have a list, the main one first. */
function listedTables({ schema, views }: AppModel, main: Table): Shown[] {
  const all = [main, ...schema.tables.filter((table) => table !== main)];
  return all
    .flatMap((table): Shown[] => {
      const list = views.find((view): view is ListView => view.kind === "list" && view.table === table.name && view.where.length === 0);
      return list ? [{ table, list }] : [];
    })
    .slice(0, TABLES_MAX);
}

const COUNT = { name: "count", label: "", of: "count" as const, column: null, where: [] };

/** A number that leads to its list. */
function tile(file: SourceFile, { label, value, to, alarming }: { label: string; value: string; to: string; alarming?: boolean }): string {
  return element(
    file.component("Figure"),
    [attribute("label", label), `value={${value}}`, `to={screens.${to}.path}`, alarming && "alarming"],
    [],
    8,
  );
}

function counted(file: SourceFile, hooks: string[], table: Table, where: Condition[], name: string): string {
  file.use("@edgewright/app-kit", "useTotals");
  hooks.push(`const ${name} = ${totalsCall(file, table, [COUNT], where)};`);
  return formatted(file, undefined, `${name}.all?.count`);
}

const countTile = (file: SourceFile, hooks: string[], { table, list }: Shown): string =>
  tile(file, { label: list.title, value: counted(file, hooks, table, [], `${namesOf(table).row}Totals`), to: list.key });

/** A list of those that need a look has its number here. */
function specialTile(model: AppModel, file: SourceFile, hooks: string[], view: AppModel["views"][number]): string[] {
  if (view.kind !== "list" || view.where.length === 0) return [];
  const value = counted(file, hooks, tableOf(model, view.table), view.where, `${view.key}Totals`);
  return [tile(file, { label: view.title, value, to: view.key, alarming: view.icon === "alert" })];
}

/** What stands above the table's list, else what its amounts of money come to. */
function sumTiles(file: SourceFile, hooks: string[], { table, list }: Shown): string[] {
  const { many, row } = namesOf(table);
  const own = list.figures.filter(({ of, where }) => of !== "count" && where.length === 0);
  const amount = table.columns.find(isAmount);
  const usual = amount && {
    name: "sum",
    label: `${amount.label} of ${many}`,
    of: "sum" as const,
    column: amount.name,
    where: [],
  };
  const figures = own.length > 0 ? own : usual ? [usual] : [];
  if (figures.length === 0) return [];
  hooks.push(`const ${row}Sums = ${totalsCall(file, table, figures, [])};`);
  return figures.map(({ label, name, column }) => {
    const of = column === null ? undefined : findColumn(table, column);
    return tile(file, { label, value: formatted(file, of, `${row}Sums.all?.${name}`), to: list.key });
  });
}

/** A price of one piece adds up to nothing. */
const isAmount = ({ type, format, label }: Column): boolean =>
  (type === "money" || format === "currency") && !/\b(?:price|rate|per|unit|rent|fee|salary|cost price)\b/i.test(label);

/** There is a list of those that are late, which has its own number. */
const listsLate = ({ views }: AppModel, { table }: Shown): boolean =>
  views.some((view) => view.kind === "list" && view.table === table.name && view.where.some(({ days }) => days !== undefined));

function lateTile(file: SourceFile, hooks: string[], { table, list }: Shown): string[] {
  const where = lateRows(table);
  if (!where) return [];
  const { many, row } = namesOf(table);
  const value = counted(file, hooks, table, where, `${row}OverdueTotals`);
  return [tile(file, { label: `Overdue ${many}`, value, to: list.key, alarming: true })];
}

/** What comes next where there are days ahead, else what was added last. */
function panel(model: AppModel, file: SourceFile, hooks: string[], { table, list }: Shown): string {
  const { many, row, rows } = namesOf(table);
  const next = comingUp(table);
  const title = next ? `Next ${many}` : `Latest ${many}`;
  const name = displayColumn(table);
  const aside = next?.day ?? table.columns.find(isTelling);
  const latest = aside?.type === "date" && !/\bbirth|\bborn\b/i.test(aside.label) ? aside.name : "createdAt";
  const sort = [next ? { column: next.day.name, direction: "asc" as const } : { column: latest, direction: "desc" as const }];
  const note = table.columns.find((column) => column !== name && column !== aside && isNote(column));
  const call = tableCall(file, table, next?.where, sort, ROWS);
  hooks.push(
    ...lookups(model, file, [name, ...(note ? [note] : []), ...(aside ? [aside] : [])]).filter((line) => !hooks.includes(line)),
    `const ${rows} = ${call};`,
  );
  const shownBy = (column: Column): string => {
    const value = shownValue(file, table.name, column, row);
    return `{(${row}) => ${value}}`;
  };
  return element(
    file.component("Panel"),
    [
      attribute("title", title),
      `more={screens.${list.key}}`,
      `of={${rows}}`,
      attribute("none", next ? `No ${many} are ahead.` : `No ${many} yet.`),
      hasPage(model, table.name) ? `href={(${row}) => \`/${table.name}/\${${row}.id}\`}` : `href={() => screens.${list.key}.path}`,
      `name={(${row}) => ${textValue(file, name, row)}}`,
      note && `note=${shownBy(note)}`,
      aside && `aside=${shownBy(aside)}`,
    ],
    [],
    8,
  );
}

/** Those of its own screens; else what its amounts come to from month to month. */
function charts(model: AppModel, file: SourceFile, hooks: string[], shown: readonly Shown[]): string[] {
  const own = model.views.flatMap((view) =>
    view.kind === "chart" ? view.charts.map((chart) => ({ table: tableOf(model, view.table), chart })) : [],
  );
  const usual = shown.flatMap(({ table }) => {
    const amount = table.columns.find(isAmount);
    const day = table.columns.find(({ type }) => type === "date" || type === "datetime");
    return amount && day ? [{ table, chart: { by: day.name, sum: amount.name } }] : [];
  });
  return (own.length > 0 ? own : usual.slice(0, 1)).slice(0, CHARTS_MAX).map(({ table, chart }) => {
    const all = `all${namesOf(table).Types}`;
    const group = findColumn(table, chart.by);
    const call = `const ${all} = ${tableCall(file, table)};`;
    const needed = [...(group ? lookups(model, file, [group]) : []), call];
    hooks.push(...needed.filter((line) => !hooks.includes(line)));
    return chartElement(file, table, chart, `${all}.rows`);
  });
}

/** What fits at the end of a line: how much it is, when it is. */
const isTelling = (column: Column): boolean => column.type === "date" || isMoney(column);
const isNote = ({ type, name }: Column): boolean => type === "reference" || type === "email" || (type === "text" && !/id$/i.test(name));

/** How many there are at each stage. */
function stages(file: SourceFile, hooks: string[], { table, list }: Shown): string[] {
  const stage = stageOf(table);
  if (!stage || !findColumn(table, stage.name)) return [];
  const { many, row } = namesOf(table);
  const name = `${row}Stages`;
  file.use("@edgewright/app-kit", "useTotals");
  hooks.push(`const ${name} = useTotals("${table.name}", { figures: { count: { of: "count" } }, by: [{ column: "${stage.name}" }] });`);
  return [
    element(
      file.component("Breakdown", "Panel"),
      [
        attribute("title", `${upperFirst(many)} by ${inSentence(stage.label)}`),
        `more={screens.${list.key}}`,
        `options={${file.use(`../data/${table.name}`, optionsName(stage))}}`,
        `of={${name}}`,
        `by="${stage.name}"`,
      ],
      [],
      8,
    ),
  ];
}
