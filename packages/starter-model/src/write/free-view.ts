/** A screen with what is free between two days. A press on a row books it. */
import { type AppModel, type FreeView, findColumn, tableOf } from "../app-model.ts";
import { usualSort } from "../describe/view-placing.ts";
import { namesOf } from "../words/table-names.ts";
import { code, element } from "./code.ts";
import { SourceFile } from "./source-file.ts";
import { writesInPlace } from "./table-file.ts";
import { componentOf, editDialog, editState, tableCall, titleAttribute } from "./view-parts.ts";

export function freeView(model: AppModel, view: FreeView): string {
  const table = tableOf(model, view.table);
  const taking = tableOf(model, view.taken);
  const [names, booked] = [namesOf(table), namesOf(taking)];
  const file = new SourceFile();
  file.component("PeriodFields", "Period");
  file.component("usePeriod", "Period");
  const isDate = findColumn(taking, view.start)?.type === "date";
  const days = !isDate ? "" : view.start === view.end ? `, ${view.start}: from` : `, ${view.start}: from, ${view.end}: until`;
  const rows = element(
    file.use(`../tables/${names.Type}Table`, `${names.Type}Table`),
    [
      writesInPlace(table) && `${names.rows}={${names.rows}}`,
      `rows={${names.rows}.rows.filter(({ id }) => !taken.has(id))}`,
      `onOpen={({ id }) => setEdited({ ${view.by}: id${days} })}`,
    ],
    [],
    8,
  );
  return file.print(code`
    /** Which ${names.many} are free between two days. */
    export function ${componentOf(view)}() {
      const { from, until, period } = usePeriod();
      const ${names.rows} = ${tableCall(file, table, [], usualSort(table))};
      const ${booked.rows} = ${takenCall(file, view, booked.Type)};
      const taken = new Set(${booked.rows}.rows.map(({ ${view.by} }) => ${view.by}));
      ${editState(file, taking)}

      return (
        ${element(
          file.component("Page"),
          [titleAttribute(file, view)],
          [
            `<PeriodFields {...period} />`,
            element(file.component("Loaded"), [`of={${booked.rows}}`], [element("Loaded", [`of={${names.rows}}`], [rows], 8)], 6),
            editDialog(file, booked),
          ],
          4,
        )}
      );
    }
  `);
}

/** What takes place then: it begins before the one day, and ends after the other. */
function takenCall(file: SourceFile, { taken, start, end }: FreeView, Type: string): string {
  file.use("@edgewright/app-kit", "useTable");
  file.use(`../data/${taken}`, `type ${Type}`);
  const after = start === end ? "gte" : "gt";
  return code`
    useTable<${Type}>("${taken}", {
      filters: [
        { column: "${start}", op: "lt", value: until },
        { column: "${end}", op: "${after}", value: from },
      ],
    })
  `;
}
