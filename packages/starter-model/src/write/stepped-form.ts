/** A form that is filled in step by step, with all of it before it is sent. */
import type { Column } from "@edgewright/contracts";
import { type AppModel, type FormView, tableOf } from "../app-model.ts";
import { namesOf } from "../words/table-names.ts";
import { attribute, code, element, listing } from "./code.ts";
import { fieldOf } from "./form-file.ts";
import { SourceFile } from "./source-file.ts";
import { lookups, textValue } from "./values.ts";
import { componentOf, tableCall, titleAttribute } from "./view-parts.ts";

/** `asked`: the fields that whoever fills it in is asked for; what no step names is asked in the last. */
export function steppedForm(model: AppModel, view: FormView, steps: readonly string[][], asked: readonly Column[]): string {
  const table = tableOf(model, view.table);
  const { row, rows, Type, one } = namesOf(table);
  const file = new SourceFile();
  const data = `../data/${table.name}`;
  const named = new Set(steps.flat());
  const parts = steps
    .map((names, at) => asked.filter(({ name }) => names.includes(name) || (at === steps.length - 1 && !named.has(name))))
    .filter((columns) => columns.length > 0);
  file.use("../lib/form", "useForm");
  const shown = parts.map((columns) => {
    const fields = columns.map((column) => fieldOf(model, file, table.name, column, 12));
    return code`
      {
        ${listing(
          "fields: [",
          columns.map(({ name }) => `"${name}"`),
          "]",
        )},
        shown: (
          ${fields.length === 1 ? fields[0] : element("", [], fields, 12)}
        ),
      }
    `;
  });
  const summary = asked.map((column) =>
    element(file.component("Detail", "Details"), [attribute("label", column.label)], [`{${textValue(file, column, "form.values")}}`], 10),
  );
  const form = element(
    file.component("SteppedForm"),
    [
      `of={${rows}}`,
      "form={form}",
      `onSubmit={form.submit(${rows}.create)}`,
      "onAgain={form.reset}",
      `steps={[\n${shown.map((step) => step.replace(/^/gm, "  ")).join(",\n")},\n]}`,
      `summary={\n  ${(summary.length === 1 ? (summary[0] ?? "") : element("", [], summary, 8)).replaceAll("\n", "\n  ")}\n}`,
    ],
    [],
    6,
  );
  return file.print(code`
    /** Sends in ${one === row ? "a" : "one"} ${one}, step by step. */
    export function ${componentOf(view)}() {
      const ${rows} = ${tableCall(file, table)};
      const form = useForm(${file.use(data, `${row}Schema`)}, ${file.use(data, `new${Type}`)});
      ${lookups(model, file, asked)}

      return (
        ${element(file.component("Page"), [titleAttribute(file, view), "narrow"], [form], 4)}
      );
    }
  `);
}
