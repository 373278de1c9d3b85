/** A screen to vote on: what there is to choose from, how many chose it, and a button that gives or moves one's vote. */
import { type AppModel, findColumn, type PollView } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { code, element } from "./code.ts";
import { optionsName } from "./data-file.ts";
import { SourceFile } from "./source-file.ts";
import { componentOf, tableCall, titleAttribute, viewTable } from "./view-parts.ts";

export function pollView(model: AppModel, view: PollView): string {
  const table = viewTable(model, view);
  const { row, rows } = namesOf(table);
  const file = new SourceFile();
  const column = findColumn(table, view.by);
  if (!column) throw new Error(`The table ${table.name} has no field ${view.by}`);
  file.use("@edgewright/app-kit", "useUser");
  const votes = element(
    file.component("Votes"),
    [
      `options={${file.use(`../data/${table.name}`, optionsName(column))}}`,
      `countOf={(${column.name}) => ${rows}.rows.filter((${row}) => ${row}.${column.name} === ${column.name}).length}`,
      `mine={mine?.${column.name} ?? null}`,
      `may={${rows}.can.save(mine ?? {})}`,
      `onVote={(${column.name}) => (mine ? ${rows}.update(mine, { ${column.name} }) : ${rows}.create({ ${column.name} }))}`,
    ],
    [],
    8,
  );
  return file.print(code`
    /** Each person has one vote, which may go to another option later. */
    export function ${componentOf(view)}() {
      const user = useUser();
      const ${rows} = ${tableCall(file, table)};
      const mine = ${rows}.rows.find((${row}) => ${row}.createdBy === user?.id);

      return (
        ${element(file.component("Page"), [titleAttribute(file, view), "narrow"], [element(file.component("Loaded"), [`of={${rows}}`], [votes], 6)], 4)}
      );
    }
  `);
}
