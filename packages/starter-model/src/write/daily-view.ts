/** A screen of what is done each day: a box for today, and for how many days on end each was ticked off. */
import { type AppModel, type DailyView, displayColumn, tableOf } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { code, element } from "./code.ts";
import { SourceFile } from "./source-file.ts";
import { textValue } from "./values.ts";
import { addButton, componentOf, editDialog, editState, emptyState, opening, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

export function dailyView(model: AppModel, view: DailyView): string {
  const table = viewTable(model, view);
  const done = tableOf(model, view.ticks);
  const names = namesOf(table);
  const ticks = namesOf(done);
  const { row, rows, Type } = names;
  const file = new SourceFile();
  const today = `${file.use("../lib/dates", "inDays")}(0)`;
  const state = editState(file, table);
  const { before, open } = opening(model, file, table);
  const list = element(
    file.component("DailyList"),
    [
      `rows={${rows}.rows}`,
      `name={(${row}) => ${textValue(file, displayColumn(table), row)}}`,
      `daysOf={(${row}) => ticksOf(${row}).map(({ ${view.day} }) => ${view.day})}`,
      "onTick={tick}",
      `onOpen={${open}}`,
    ],
    [],
    8,
  );
  return file.print(code`
    /** What is done each day. */
    export function ${componentOf(view)}() {
      ${before}
      const ${rows} = ${tableCall(file, table, [], [{ column: displayColumn(table).name, direction: "asc" }])};
      const ${ticks.rows} = ${tableCall(file, done)};
      ${state}
      const add = ${addButton(file, table)};
      ${emptyState(file, names)}
      const ticksOf = (${row}: ${file.use(`../data/${table.name}`, `type ${Type}Row`)}) => ${ticks.rows}.rows.filter((${ticks.row}) => ${ticks.row}.${view.by} === ${row}.id);
      const tick = (${row}: ${Type}Row, isDone: boolean) =>
        isDone
          ? ${ticks.rows}.create({ ${view.by}: ${row}.id, ${view.day}: ${today} })
          : Promise.all(ticksOf(${row}).flatMap(({ id, ${view.day} }) => (${view.day} === ${today} ? ${ticks.rows}.remove(id) : [])));

      return (
        ${element(
          file.component("Page"),
          [titleAttribute(file, view), "actions={add}"],
          [element(file.component("Loaded"), [`of={${rows}}`, "empty={empty}"], [list], 6), editDialog(file, names)],
          4,
        )}
      );
    }
  `);
}
