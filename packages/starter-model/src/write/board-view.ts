/** A screen with a column for each option, and cards that are dragged between them. */
import type { Column, Table } from "@edgewright/contracts";
import { type AppModel, type BoardView, displayColumn } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { guardLines, guardOfSetting } from "./access.ts";
import { attribute, code, element } from "./code.ts";
import { SourceFile } from "./source-file.ts";
import { lookups, shownValue, textValue } from "./values.ts";
import { addButton, componentOf, editDialog, editState, emptyState, opening, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

const DETAILS_MAX = 3;

export function boardView(model: AppModel, view: BoardView): string {
  const table = viewTable(model, view);
  const names = namesOf(table);
  const { row, rows } = names;
  const file = new SourceFile();
  const [title, ...details] = cardColumns(table, view.by);
  const state = editState(file, table);
  const by = table.columns.find(({ name }) => name === view.by);
  const guard = by ? guardOfSetting(file, by) : null;
  const { before, open } = opening(model, file, table);
  const card = [
    `<span className="font-medium">{${textValue(file, title!, row)}}</span>`,
    ...details.flatMap((column) => cardLine(file, table, column, row).split("\n")),
  ];
  const board = element(
    file.component("Board"),
    [
      `rows={${rows}.rows}`,
      `groups={${file.use(`../data/${table.name}`, `${view.by}Options`)}}`,
      `groupOf={(${row}) => ${row}.${view.by}}`,
      `onMove={(${row}, ${view.by}) => ${rows}.update(${row}, { ${view.by} })}`,
      `onOpen={${open}}`,
      guard ? `mayMove={(${row}) => ${guard.is} && ${rows}.can.update(${row})}` : `mayMove={${rows}.can.update}`,
    ],
    [`{(${row}) => (`, "  <>", ...card.map((line) => `    ${line}`), "  </>", ")}"],
    8,
  );
  return file.print(code`
    /** ${names.many.charAt(0).toUpperCase()}${names.many.slice(1)} by ${view.by}; a card is dragged to where it belongs next. */
    export function ${componentOf(view)}() {
      ${before}
      ${guardLines([guard])}
      const ${rows} = ${tableCall(file, table)};
      ${lookups(model, file, [title!, ...details])}
      ${state}
      const add = ${addButton(file, table)};
      ${emptyState(file, names)}

      return (
        ${element(
          file.component("Page"),
          [titleAttribute(file, view), "actions={add}"],
          [element(file.component("Loaded"), [`of={${rows}}`, "empty={empty}"], [board], 6), editDialog(file, names)],
          4,
        )}
      );
    }
  `);
}

/** The name, then what tells most about a row in a line or two. */
function cardColumns(table: Table, by: string): Column[] {
  const first = displayColumn(table);
  const others = table.columns.filter(
    (column) =>
      column !== first && column.name !== by && !["longtext", "boolean", "url", "email", "json", "file", "files"].includes(column.type),
  );
  return [first, ...others.slice(0, DETAILS_MAX)];
}

function cardLine(file: SourceFile, table: Table, column: Column, row: string): string {
  const value = `${row}.${column.name}`;
  const shown = shownValue(file, table.name, column, row);
  if (shown.startsWith("<OptionBadge") || shown.startsWith("<Files")) return shown;
  const line = element(
    file.component("CardLine", "Board"),
    [attribute("label", column.label)],
    [shown.startsWith("<") ? shown : `{${shown}}`],
    16,
  );
  return shown.startsWith("<") ? `{${value} !== null && ${line}}` : line;
}
