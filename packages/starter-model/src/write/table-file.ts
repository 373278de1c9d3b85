/** `src/tables/<Row>Table.tsx`: the columns in which every list of a table's rows is shown. */
import { type Column, isFile, type Table } from "@edgewright/contracts";
import { type AppModel, displayColumn, tableOf } from "../app-model.ts";
import { decisionOf } from "../needs/approval.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { guardLines, guardOfReading } from "./access.ts";
import { attribute, code, element, indent, LINE_WIDTH, listing, quoted } from "./code.ts";
import { fromTodayEntry, fromTodayOf } from "./from-today.ts";
import { markFunction } from "./marks.ts";
import { SourceFile } from "./source-file.ts";
import { columnEntry, lookups, textValue } from "./values.ts";

const COLUMNS_MAX = 8;
const DONE = /^(is)?(done|complete|completed|finished|checked|packed|bought|watched|read)$/i;

/** The column that is ticked off in the list itself. */
export const doneColumn = (table: Table): Column | undefined =>
  table.columns.find((column) => column.type === "boolean" && DONE.test(column.name));

/** Whether a list of the table changes rows in place: by a tick, or by a decision. */
export const writesInPlace = (table: Table): boolean => doneColumn(table) !== undefined || decisionOf(table) !== null;

/** The name comes first; long texts only where there is room. */
export function listColumns(table: Table): Column[] {
  const first = displayColumn(table);
  const roomy = table.columns.length <= 5;
  const others = table.columns.filter(
    (column) => column !== first && column !== doneColumn(table) && (column.type !== "longtext" || roomy),
  );
  return [first, ...others].slice(0, COLUMNS_MAX);
}

export function tableFile(model: AppModel, name: string): string {
  const table = tableOf(model, name);
  const file = new SourceFile();
  const { row, rows, one, Type } = namesOf(table);
  const columns = listColumns(table);
  const done = doneColumn(table);
  const found = lookups(model, file, columns);
  const writes = writesInPlace(table);
  file.component("Table");
  file.component("type Column", "Table");
  file.use(`../data/${name}`, `type ${Type}Row`);
  const counted = fromTodayOf(model, table);
  const entries = columns.flatMap((column, index) => [
    listing("{", index === 0 ? firstEntry(model, file, table, column) : columnEntry(model, file, name, column, row), "}", 6),
    ...counted.filter((one) => one.column === column.name).map((one) => fromTodayEntry(file, table, one, row)),
  ]);
  const list = [`const columns: Column<${Type}Row>[] = [`, ...entries.map((entry) => indentEntry(entry)), "];"];
  const mark = model.marks.find((one) => one.table === name);
  const marking = mark ? markFunction(file, table, mark, row, `${Type}Row`) : [];
  // What a column shows may need the names of other rows, or the rows to change them.
  const inside = found.length > 0 || decisionOf(table) !== null;
  const readers = columns.map((column) => guardOfReading(file, column));
  const secret = [...new Set(readers.flatMap((guard) => guard?.is ?? []))].map((is) => {
    const names = columns.filter((_, at) => readers[at]?.is === is).map((column) => quoted(column.name));
    return `(${is} || ![${names.join(", ")}].includes(name))`;
  });
  // A page that shows the rows of one company has no need for a column that names it.
  const lists = model.views.flatMap((view) => (view.kind === "list" && view.table === name ? [view] : []));
  const hidable = table.columns.some(({ ref }) => ref !== undefined && ref !== name) || lists.some(({ hidden = [] }) => hidden.length > 0);
  const grouped = lists.some(({ group }) => group !== undefined);
  return file.print(code`
    ${!inside && [...list, ""].join("\n")}
    ${marking.length > 0 && [...marking, ""].join("\n")}
    ${propsType()}

    /** Rows of ${namesOf(table).many}, one to a line. */
    export function ${Type}Table({ ${writes ? `${rows}, ` : ""}rows, onOpen${hidable ? ", hide" : ""}${grouped ? ", group" : ""} }: Props) {
      ${[...found, ...guardLines(readers), ...(inside ? [...list, ""] : [])].join("\n")}
      return ${tableElement(file, table)};
    }
  `);

  function propsType(): string {
    const changed = writes ? [`${rows}: TableOf<${file.use(`../data/${name}`, `type ${Type}`)}>`] : [];
    if (writes) file.use("../lib/rows", "type TableOf");
    const hide = hidable ? [`hide?: (keyof ${Type}Row)[]`] : [];
    const by = grouped ? [`group?: keyof ${Type}Row`] : [];
    return props([...changed, `rows: ${Type}Row[]`, `onOpen: (${row}: ${Type}Row) => void`, ...hide, ...by]);
  }

  function shownColumns(): string {
    const tests = [hidable && "!hide?.includes(name)", ...secret];
    const kept = tests.filter((test) => test !== false).join(" && ");
    return kept === "" ? "columns={columns}" : `columns={columns.filter(({ name }) => ${kept})}`;
  }

  function tableElement(source: SourceFile, of: Table): string {
    const attributes = [
      "rows={rows}",
      shownColumns(),
      "onOpen={onOpen}",
      ...(grouped ? ["group={group}"] : []),
      ...(marking.length > 0 ? ["marked={isMarked}", attribute("mark", upperFirst(mark!.title))] : []),
    ];
    if (!done) {
      const whole = element("Table", attributes, [], 4);
      return whole.includes("\n") ? `(\n${indent(whole, "        ")}\n      )` : whole;
    }
    source.component("Checkbox");
    const tick = element(
      "Checkbox",
      [
        "hideLabel",
        `label={\`${done.label}: \${${textValue(source, displayColumn(of), row) || `"${one}"`}}\`}`,
        `may={${rows}.can.update(${row})}`,
        `checked={${row}.${done.name}}`,
        `onChange={(${done.name}) => ${rows}.update(${row}, { ${done.name} })}`,
      ],
      [],
      6,
    );
    return code`
      (
        ${element("Table", [...attributes, `leading={(${row}) => (\n  ${tick}\n)}`], [], 4)}
      )
    `;
  }
}

const props = (fields: string[]): string => {
  const line = `type Props = { ${fields.join("; ")} };`;
  return line.length <= LINE_WIDTH ? line : `type Props = {\n${fields.map((field) => `  ${field};`).join("\n")}\n};`;
};

/** What is done is struck through. */
function firstEntry(model: AppModel, file: SourceFile, table: Table, column: Column): string[] {
  const { row } = namesOf(table);
  const done = doneColumn(table);
  // What is pressed to open a row holds no link of its own.
  if (isFile(column))
    return [`name: "${column.name}"`, `label: ${JSON.stringify(column.label)}`, `render: (${row}) => ${textValue(file, column, row)}`];
  if (!done || column.type !== "text") return columnEntry(model, file, table.name, column, row);
  const shown = `<span className={${row}.${done.name} ? "text-muted line-through" : undefined}>{${row}.${column.name}}</span>`;
  return [`name: "${column.name}"`, `label: ${JSON.stringify(column.label)}`, `render: (${row}) => ${shown}`];
}

const indentEntry = (entry: string): string =>
  `${entry},`
    .split("\n")
    .map((line) => `  ${line}`)
    .join("\n");
