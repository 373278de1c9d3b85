/** `src/forms/<Row>Form.tsx`: the dialog that adds a row or changes one. */
import { type Column, isComputed, isFile, isList, scaleOf } from "@edgewright/contracts";
import { type AppModel, displayColumn, findTable, isMoney, tableOf } from "../app-model.ts";
import { decisionOf, isOnlyDecided } from "../needs/approval.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf, withArticle } from "../words/table-names.ts";
import { guardLines, guardOfReading, guardOfSetting, shownTo } from "./access.ts";
import { attribute, code, element } from "./code.ts";
import { optionsName } from "./data-file.ts";
import { SourceFile } from "./source-file.ts";

export function formFile(model: AppModel, name: string): string {
  const table = tableOf(model, name);
  const file = new SourceFile();
  const { one, row, rows, Type } = namesOf(table);
  const data = `../data/${name}`;
  file.component("FormDialog");
  file.use("../lib/form", "useForm");
  file.use("../lib/rows", "type TableOf");
  for (const used of [`type ${Type}`, `type ${Type}Row`, `new${Type}`, `${row}Schema`]) file.use(data, used);
  const decision = decisionOf(table);
  const asked = table.columns.filter((column) => !isComputed(column) && (column !== decision?.column || !isOnlyDecided(decision)));
  const fields = asked.map((column) => guardedField(model, file, name, column));
  const guards = asked.map((column) => guardOfReading(file, column) ?? guardOfSetting(file, column));
  const never = table.policy?.delete === "false";
  const dialog = element(
    "FormDialog",
    [
      `title={id ? "Edit ${one}" : "New ${one}"}`,
      `readOnlyTitle="${upperFirst(one)}"`,
      `may={${rows}.can.save(${row})}`,
      "form={form}",
      "onSubmit={form.submit(save)}",
      !never && `onDelete={id && ${rows}.can.delete(${row}) ? (revision = ${row}.revision) => ${rows}.remove(id, revision) : undefined}`,
      "onClose={onClose}",
    ],
    fields,
    4,
  );
  return file.print(code`
    type Props = { ${rows}: TableOf<${Type}>; ${row}: Partial<${Type}Row>; onClose: () => void };

    /** Changes ${withArticle(one)}, or adds one when it has no id yet. */
    export function ${Type}Form({ ${rows}, ${row}, onClose }: Props) {
      const { id } = ${row};
      ${guardLines(guards)}
      const form = useForm(${row}Schema, { ...new${Type}, ...${row} });
      const save = (values: ${Type}, now = ${row}) => ${rows}.save(now, values);

      return (
        ${dialog}
      );
    }
  `);
}

/** A field that only some see is shown to them alone; one that only they set is off for all others. */
function guardedField(model: AppModel, file: SourceFile, table: string, column: Column): string {
  const readers = guardOfReading(file, column);
  if (readers) return shownTo(readers, fieldOf(model, file, table, column, 8, "id"));
  const setters = guardOfSetting(file, column);
  if (!setters) return fieldOf(model, file, table, column, 6, "id");
  return element(
    "fieldset",
    [`disabled={!${setters.is}}`, attribute("className", "contents")],
    [fieldOf(model, file, table, column, 8, "id")],
    6,
  );
}

/** The field for one column, bound to `form`. `id`: that of the row, where there is one. */
export function fieldOf(model: AppModel, file: SourceFile, table: string, column: Column, at = 6, id = ""): string {
  const [component, ...more] = control(model, file, table, column);
  if (!isFile(column) && !isList(column)) file.component(component!, "fields");
  const common = [attribute("label", column.label), column.required && column.type !== "boolean" ? "required" : ""];
  if (isFile(column) && id !== "") more.push(`row={${id}}`);
  return element(component!, [...common, ...more, `{...form.field("${column.name}")}`], [], at);
}

function control(model: AppModel, file: SourceFile, table: string, column: Column): string[] {
  switch (column.type) {
    case "phone":
      return ["TextField", `type="tel"`];
    case "email":
    case "url":
      return ["TextField", `type="${column.type}"`];
    case "longtext":
      return ["LongTextField"];
    case "integer":
      return ["NumberField", "step={1}"];
    case "number":
    case "money":
    case "decimal":
      return isMoney(column) ? ["NumberField", `step={${10 ** -(scaleOf(column) ?? 2)}}`] : ["NumberField"];
    case "boolean":
      return ["CheckboxField"];
    case "date":
      return ["DateField"];
    case "datetime":
      return ["DateTimeField"];
    case "time":
      return ["TimeField"];
    case "select":
      return ["SelectField", `options={${file.use(`../data/${table}`, optionsName(column))}}`];
    case "multiselect":
      file.component("MultiSelectField", "ManyField");
      return ["MultiSelectField", `options={${file.use(`../data/${table}`, optionsName(column))}}`];
    case "references": {
      const target = findTable(model, column.ref ?? "");
      if (!target) return ["TextField"];
      file.component("ReferencesField", "ManyField");
      return ["ReferencesField", `table="${target.name}"`, `display="${displayColumn(target).name}"`];
    }
    case "image":
    case "file":
    case "files": {
      file.component(column.type === "files" ? "FilesField" : "FileField", "FileField");
      const of = [`table="${table}"`, `column="${column.name}"`];
      return column.type === "files" ? ["FilesField", ...of] : ["FileField", ...(column.type === "image" ? ["picture"] : []), ...of];
    }
    case "reference": {
      const target = findTable(model, column.ref ?? "");
      return target ? ["ReferenceField", `table="${target.name}"`, `display="${displayColumn(target).name}"`] : ["TextField"];
    }
    default:
      return /phone|mobile|^tel/i.test(column.name) ? ["TextField", `type="tel"`] : ["TextField"];
  }
}
