/** A screen with the rows of a table: searched, filtered and sorted; all of them, or those that meet a condition. */
import type { Column, Table } from "@edgewright/contracts";
import { type AppModel, displayColumn, findTable, type ListTool, type ListView } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { attribute, code, element } from "./code.ts";
import { optionsName } from "./data-file.ts";
import { figureTiles } from "./figures.ts";
import { SourceFile } from "./source-file.ts";
import { writesInPlace } from "./table-file.ts";
import { lookupName } from "./values.ts";
import { addButton, componentOf, editDialog, editState, emptyState, opening, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

const FILTERS_MAX = 3;

export function listView(model: AppModel, view: ListView): string {
  const table = viewTable(model, view);
  const names = namesOf(table);
  const file = new SourceFile();
  file.use("../lib/rows", "useRowFilter");
  file.component("Page");
  const filtered = view.where.map((condition) => condition.column);
  const filters = filterColumns(table).filter((column) => !filtered.includes(column.name));
  const choosers = filters.map((column) => filterElement(model, file, table, column));
  const state = editState(file, table);
  const { before, open } = opening(model, file, table);
  const figures = figureTiles(file, table, view.figures, view.where);
  const rows = element(
    file.use(`../tables/${names.Type}Table`, `${names.Type}Table`),
    [
      writesInPlace(table) && `${names.rows}={${names.rows}}`,
      "rows={rows}",
      `onOpen={${open}}`,
      view.group !== undefined && `group="${view.group}"`,
      (view.hidden?.length ?? 0) > 0 && `hide={[${view.hidden?.map((name) => `"${name}"`).join(", ")}]}`,
    ],
    [],
    8,
  );
  return file.print(code`
    /** ${describe(view, names.many)} */
    export function ${componentOf(view)}() {
      ${before}
      const ${names.rows} = ${tableCall(file, table, view.where, view.sort)};
      const { rows, search${filters.length > 0 ? ", choice" : ""} } = useRowFilter(${names.rows}.rows);
      ${figures.hooks}
      ${filters.flatMap((column) => referenceOptions(model, file, column))}
      ${state}
      const add = ${addButton(file, table)};
      ${emptyFor(file, view, names)}

      return (
        ${element(
          "Page",
          [titleAttribute(file, view), "actions={add}"],
          [
            figures.tiles,
            element(file.component("Toolbar"), ["search={search}"], [...choosers, ...view.tools.map((tool) => toolElement(file, tool))], 6),
            element(file.component("Loaded"), [`of={${names.rows}}`, "empty={empty}"], [rows], 6),
            editDialog(file, names),
          ],
          4,
        )}
      );
    }
  `);
}

const toolElement = (file: SourceFile, tool: ListTool): string =>
  `<${file.component(tool === "csv" ? "CsvButton" : "PrintButton", "tools")} />`;

const describe = (view: ListView, many: string) => (view.where.length > 0 ? `${view.title}: ${many} that need a look.` : `All ${many}.`);

const emptyFor = (file: SourceFile, view: ListView, names: ReturnType<typeof namesOf>): string =>
  view.where.length === 0
    ? emptyState(file, names)
    : `const empty = <${file.component("EmptyState")} title="Nothing here">No ${names.many} fall under this right now.</EmptyState>`.concat(
        ";",
      );

/** A list is narrowed by its lists of options, its references and its yes or no. */
export const filterColumns = (table: Table): Column[] =>
  table.columns
    .filter((column) => (column.type === "select" && column.options) || column.type === "reference" || column.type === "boolean")
    .slice(0, FILTERS_MAX);

function referenceOptions(model: AppModel, file: SourceFile, column: Column): string[] {
  const target = column.type === "reference" ? findTable(model, column.ref ?? "") : undefined;
  if (!target) return [];
  file.use("../lib/references", "useReference");
  return [`const ${lookupName(column)} = useReference("${target.name}", "${displayColumn(target).name}");`];
}

function filterElement(model: AppModel, file: SourceFile, table: Table, column: Column): string {
  const chosen = `{...choice("${column.name}")}`;
  if (column.type === "boolean")
    return element(file.component("YesNoFilter", "Toolbar"), [attribute("label", column.label), chosen], [], 8);
  if (column.type === "reference" && !findTable(model, column.ref ?? "")) return "";
  const options = column.type === "reference" ? `${lookupName(column)}.options` : file.use(`../data/${table.name}`, optionsName(column));
  return element(file.component("Filter", "Toolbar"), [attribute("label", column.label), `options={${options}}`, chosen], [], 8);
}
