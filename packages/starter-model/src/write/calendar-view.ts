/** A screen with the days of a month and the rows that fall on them. */
import type { Column, Table } from "@edgewright/contracts";
import { type AppModel, type CalendarView, displayColumn, findColumn } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { code, element } from "./code.ts";
import { SourceFile } from "./source-file.ts";
import { lookups, textValue } from "./values.ts";
import { addButton, componentOf, editDialog, editState, opening, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

export function calendarView(model: AppModel, view: CalendarView): string {
  const table = viewTable(model, view);
  const names = namesOf(table);
  const { row, rows } = names;
  const file = new SourceFile();
  const state = editState(file, table);
  const { before, open } = opening(model, file, table);
  const start = findColumn(table, view.start)!;
  const shown = labelColumns(table);
  const calendar = element(
    file.component("Calendar"),
    [
      `rows={${rows}.rows}`,
      `start={(${row}) => ${row}.${view.start}}`,
      view.end && `end={(${row}) => ${row}.${view.end}}`,
      `onOpen={${open}}`,
      `mayAdd={${rows}.can.create}`,
      `onAdd={(day) => setEdited({ ${view.start}: ${dayValue(file, start)} })}`,
    ],
    [`{(${row}) => ${labelOf(file, start, shown, row)}}`],
    8,
  );
  return file.print(code`
    /** ${names.many.charAt(0).toUpperCase()}${names.many.slice(1)} on the days of a month. */
    export function ${componentOf(view)}() {
      ${before}
      const ${rows} = ${tableCall(file, table)};
      ${lookups(model, file, shown)}
      ${state}

      return (
        ${element(
          file.component("Page"),
          [titleAttribute(file, view), `actions={${addButton(file, table)}}`],
          [element(file.component("Loaded"), [`of={${rows}}`], [calendar], 6), editDialog(file, names)],
          4,
        )}
      );
    }
  `);
}

const dayValue = (file: SourceFile, start: Column): string =>
  start.type === "datetime" ? `${file.use("../lib/dates", "atNine")}(day)` : `${file.use("../lib/dates", "dateOf")}(day)`;

/** The name and, beside it, who or what it is about. */
function labelColumns(table: Table): Column[] {
  const first = displayColumn(table);
  const second =
    table.columns.find((column) => column !== first && column.type === "reference") ??
    (table.columns.length <= 5 ? table.columns.find((column) => column !== first && column.type === "text") : undefined);
  const references =
    first.type === "reference" || !second ? [first, second] : second.type === "reference" ? [second, first] : [first, second];
  return references.filter((column) => column !== undefined);
}

function labelOf(file: SourceFile, start: Column, columns: Column[], row: string): string {
  const time = start.type === "datetime" ? [`${file.use("../lib/format", "formatTime")}(${row}.${start.name})`] : [];
  const parts = [...time, ...columns.map((column) => textValue(file, column, row))];
  return parts.length === 1
    ? parts[0]!
    : `\`${parts.map((part, index) => `${index === 0 ? "" : index === 1 && time.length > 0 ? " " : ", "}\${${part}}`).join("")}\``;
}
