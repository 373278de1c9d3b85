/** A screen that is only a form, for people who send something in, members or not. */
import { type Column, isComputed } from "@edgewright/contracts";
import { type AppModel, type FormView, tableOf } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { code, element } from "./code.ts";
import { fieldOf } from "./form-file.ts";
import { SourceFile } from "./source-file.ts";
import { steppedForm } from "./stepped-form.ts";
import { componentOf, tableCall, titleAttribute } from "./view-parts.ts";

/** What members keep for themselves is not asked of a visitor. */
const INTERNAL = /^(status|state|stage|assignee|assignedTo|owner|handled|resolved|done|reviewed|internalNotes?)$/i;

export const askedColumns = (columns: Column[]): Column[] => columns.filter((column) => !isComputed(column) && !INTERNAL.test(column.name));

export function formView(model: AppModel, view: FormView): string {
  const table = tableOf(model, view.table);
  const { row, rows, Type, one } = namesOf(table);
  const file = new SourceFile();
  const data = `../data/${table.name}`;
  file.use("../lib/form", "useForm");
  const asked = askedColumns(table.columns);
  if (view.steps) return steppedForm(model, view, view.steps, asked);
  const form = element(
    file.component("SendForm"),
    [`of={${rows}}`, "form={form}", `onSubmit={form.submit(${rows}.create)}`, "onAgain={form.reset}"],
    asked.map((column) => fieldOf(model, file, table.name, column, 8)),
    6,
  );
  return file.print(code`
    /** Sends in ${one === row ? "a" : "one"} ${one}. Whoever may open the app may use it. */
    export function ${componentOf(view)}() {
      const ${rows} = ${tableCall(file, table)};
      const form = useForm(${file.use(data, `${row}Schema`)}, ${file.use(data, `new${Type}`)});

      return (
        ${element(file.component("Page"), [titleAttribute(file, view), "narrow"], [form], 4)}
      );
    }
  `);
}
