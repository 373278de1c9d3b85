/** The page of one row: its values, and the rows of other tables that point at it. */
import { type Column, isFile, isList, type Table } from "@edgewright/contracts";
import { type AppModel, displayColumn, findTable, hasPage, referrers, tableOf } from "../app-model.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { guardLines, guardOfReading, shownTo } from "./access.ts";
import { attribute, code, element } from "./code.ts";
import { fromTodayOf, fromTodayValue } from "./from-today.ts";
import { SourceFile } from "./source-file.ts";
import { writesInPlace } from "./table-file.ts";
import { filesElement, lookups, shownValue, textValue } from "./values.ts";
import { addButton, editDialog, editState, opening, tableCall } from "./view-parts.ts";

export function pageView(model: AppModel, name: string): string {
  const table = tableOf(model, name);
  const names = namesOf(table);
  const { row, rows, Type, one } = names;
  const file = new SourceFile();
  const title = displayColumn(table);
  const details = table.columns.filter((column) => column !== title || column.type === "reference");
  file.use("react-router", "useParams");
  const state = editState(file, table);
  const named = textValue(file, title, row);
  const needed = title.required && title.type !== "reference";
  const counted = fromTodayOf(model, table);
  const values = details.flatMap((column) => [
    detail(file, table, column, row),
    ...counted
      .filter((one) => one.column === column.name)
      .map((one) =>
        element(file.component("Detail", "Details"), [attribute("label", one.label)], [`{${fromTodayValue(file, table, one, row)}}`], 8),
      ),
  ]);
  const parts = [
    ...(values.length > 0 ? [element(file.component("Details"), [], values, 10)] : []),
    ...referrers(model, name).map((related) => `<${sectionName(table, related, model)} ${row}={${row}.id} />`),
  ];
  const missing = element(file.component("EmptyState"), [`title="This ${one} is not here"`], ["It may have been deleted meanwhile."], 10);
  const loaded = element(file.component("Loaded"), [`of={${rows}}`], [missing], 8);
  // The form stays while the row goes: what was typed is still there.
  const shown = element(
    file.component("Page"),
    [
      backTo(model, file, name),
      needed ? `title={${row} ? ${named} : "${upperFirst(one)}"}` : `title={(${row} && ${named}) || "${upperFirst(one)}"}`,
      `actions={${row} && ${element(file.component("EditButton", "actions"), [`may={${rows}.can.update(${row})}`, `onClick={() => setEdited(${row})}`], [], 0)}}`,
    ],
    [
      code`
        {${row} ? (
          ${parts.length === 1 ? parts[0] : element("", [], parts, 10)}
        ) : (
          ${loaded}
        )}
      `,
      editDialog(file, names),
    ],
    4,
  );
  const sections = referrers(model, name).map((related) => section(model, file, table, related));
  return file.print(
    [
      code`
        /** One ${one} and what belongs to it. */
        export function ${Type}Page() {
          const { id = "" } = useParams();
          const ${rows} = ${rowsWhere(file, table, "id", "id")};
          ${lookups(model, file, details.concat(title.type === "reference" && !details.includes(title) ? [title] : []))}
          ${state}
          ${guardLines(details.map((column) => guardOfReading(file, column)))}
          const [${row}] = ${rows}.rows;

          return (
            ${shown}
          );
        }
      `,
      ...sections,
    ].join("\n\n"),
  );
}

/** The list that leads to the page of a row. */
function backTo(model: AppModel, file: SourceFile, table: string): string {
  const list = model.views.find((view) => view.kind === "list" && view.table === table && view.where.length === 0);
  return list ? `back={${file.use("../screens", "screens")}.${list.key}}` : "";
}

type Related = { table: Table; column: Column };

/** `CompanyContacts`; with the column's name where a table points here twice. */
function sectionName(of: Table, { table, column }: Related, model: AppModel): string {
  const twice = referrers(model, of.name).filter((other) => other.table === table).length > 1;
  return `${namesOf(of).Type}${namesOf(table).Types}${twice ? `As${upperFirst(column.name)}` : ""}`;
}

function detail(file: SourceFile, table: Table, column: Column, row: string): string {
  const shown = isFile(column)
    ? filesElement(file, table.name, column, row, " large")
    : (linked(column, row) ?? shownValue(file, table.name, column, row, { table, name: namesOf(table).rows }));
  const content = shown.startsWith("<") ? shown : `{${shown}}`;
  const entry = element(file.component("Detail", "Details"), [attribute("label", column.label)], [content], 8);
  const readers = guardOfReading(file, column);
  return readers ? shownTo(readers, entry) : entry;
}

function linked(column: Column, row: string): string | null {
  const value = `${row}.${column.name}`;
  if (column.type === "email") return `{${value} && <a href={\`mailto:\${${value}}\`}>{${value}}</a>}`.slice(1, -1);
  if (column.type === "url") return `${value} && <a href={${value}}>{${value}}</a>`;
  return null;
}

const rowsWhere = (file: SourceFile, table: Table, column: string, value: string, op = "eq"): string =>
  tableCall(file, table).replace(/\)$/, () => `, { filters: [{ column: "${column}", op: "${op}", value: ${value} }] })`);

/** The rows of another table that point at this one, and a button that adds one which does. */
function section(model: AppModel, file: SourceFile, of: Table, related: Related): string {
  const { table, column } = related;
  const names = namesOf(table);
  const { row } = namesOf(of);
  const state = editState(file, table);
  const { before, open } = opening(model, file, table);
  const rows = element(
    file.use(`../tables/${names.Type}Table`, `${names.Type}Table`),
    [writesInPlace(table) && `${names.rows}={${names.rows}}`, `rows={${names.rows}.rows}`, `hide={["${column.name}"]}`, `onOpen={${open}}`],
    [],
    8,
  );
  const empty = `<p className="text-muted">No ${names.many} yet.</p>`;
  const title = names.many === namesOf(of).many ? upperFirst(column.label) : upperFirst(names.many);
  const query = rowsWhere(file, table, column.name, row, isList(column) ? "contains" : "eq");
  const given = isList(column) ? `${column.name}: [${row}]` : column.name === row ? row : `${column.name}: ${row}`;
  return code`
    function ${sectionName(of, related, model)}({ ${row} }: { ${row}: string }) {
      ${before}
      const ${names.rows} = ${query};
      ${state}

      return (
        ${element(
          file.component("Section"),
          [attribute("title", title), `actions={${addButton(file, table, given)}}`],
          [element("Loaded", [`of={${names.rows}}`, `empty={${empty}}`], [rows], 6), editDialog(file, names)],
          4,
        )}
      );
    }
  `;
}

export const pagedTables = (model: AppModel): Table[] =>
  model.schema.tables.filter((table) => findTable(model, table.name) && hasPage(model, table.name));
