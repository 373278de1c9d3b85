/** What several kinds of view have in common: the query, the dialog they open, the empty state. */
import type { RowSort, Table } from "@edgewright/contracts";
import { type AppModel, type Condition, hasPage, type TableView, tableOf } from "../app-model.ts";
import { pascalCase } from "../words/inflect.ts";
import { namesOf, type TableNames, withArticle } from "../words/table-names.ts";
import { code, element, LINE_WIDTH, listing } from "./code.ts";
import type { SourceFile } from "./source-file.ts";

export const componentOf = (view: { key: string }): string => pascalCase(view.key);
export const viewPath = (view: { key: string }): string => `src/views/${componentOf(view)}.tsx`;
export const pagePath = (table: Table): string => `src/views/${namesOf(table).Type}Page.tsx`;
/** Where the page of a row is: `/companies/:id`. */
export const rowRoute = (table: Table): string => `/${table.name}/:id`;

/** `useTable<Task>("tasks", { sort: [{ column: "dueDate" }] })` */
export function tableCall(file: SourceFile, table: Table, where: Condition[] = [], sort: RowSort[] = [], limit?: number): string {
  const { Type } = namesOf(table);
  file.use("@edgewright/app-kit", "useTable");
  file.use(`../data/${table.name}`, `type ${Type}`);
  const filters = where.map((condition) => listing("{", filterEntry(file, condition), "}"));
  const order = sort.map((by) => listing("{", [`column: "${by.column}"`, ...(by.direction === "desc" ? [`direction: "desc"`] : [])], "}"));
  const parts = [
    filters.length > 0 && listing("filters: [", filters, "]", filters.length > 1 ? LINE_WIDTH : 0),
    order.length > 0 && listing("sort: [", order, "]"),
    limit !== undefined && `limit: ${limit}`,
  ];
  const shown = parts.filter((part) => part !== false);
  const query = shown.length === 0 ? "" : `, ${listing("{", shown, "}", shown.length > 1 ? LINE_WIDTH : 40)}`;
  return `useTable<${Type}>("${table.name}"${query})`;
}

export function filterEntry(file: SourceFile, { column, op, value, days }: Condition): string[] {
  const parts = [`column: "${column}"`, `op: "${op}"`];
  if (days !== undefined) parts.push(`value: ${file.use("../lib/dates", "inDays")}(${days})`);
  else if (value !== undefined) parts.push(`value: ${JSON.stringify(value)}`);
  return parts;
}

export const editState = (file: SourceFile, table: Table): string => {
  const { Type } = namesOf(table);
  file.use("react", "useState");
  return `const [edited, setEdited] = useState<Partial<${file.use(`../data/${table.name}`, `type ${Type}Row`)}> | null>(null);`;
};

/** `{edited && <TaskForm … />}` */
export function editDialog(file: SourceFile, { Type, row, rows }: TableNames, at = 6): string {
  file.use(`../forms/${Type}Form`, `${Type}Form`);
  return `{edited && ${element(`${Type}Form`, [`${rows}={${rows}}`, `${row}={edited}`, "onClose={() => setEdited(null)}"], [], at + 14)}}`;
}

/** A row opens its own page where it has one, and its form where not. */
export function opening(model: AppModel, file: SourceFile, table: Table): { before: string; open: string } {
  if (!hasPage(model, table.name)) return { before: "", open: "setEdited" };
  const { row } = namesOf(table);
  file.use("react-router", "useNavigate");
  return { before: "const navigate = useNavigate();", open: `(${row}) => navigate(\`/${table.name}/\${${row}.id}\`)` };
}

export const addButton = (file: SourceFile, table: Table, values = ""): string => {
  const set = values ? `{ ${values} }` : "{}";
  const { rows, one } = namesOf(table);
  return `<${file.component("AddButton", "actions")} may={${rows}.can.create} onClick={() => setEdited(${set})}>New ${one}</AddButton>`;
};

/** `const empty = (…);`: what a view shows while its table has no rows. */
export function emptyState(file: SourceFile, names: TableNames): string {
  const text = `Add ${withArticle(names.one)}, and it shows here for everyone.`;
  return code`
    const empty = (
      ${element(file.component("EmptyState"), [`title="No ${names.many} yet"`, "action={add}"], [text])}
    );
  `;
}

export const viewTable = (model: AppModel, view: TableView): Table => tableOf(model, view.table);

/** The heading of a screen is its title in the navigation. */
export const titleAttribute = (file: SourceFile, view: { key: string }): string =>
  `title={${file.use("../screens", "screens")}.${view.key}.title}`;
