/** A row's value as it is shown: in a table's cell, on a card, on a row's page. */
import { type Column, isFile, isList, type Table } from "@edgewright/contracts";
import { type AppModel, displayColumn, findTable, isMoney, isNumber } from "../app-model.ts";
import { type Decision, decisionOf } from "../needs/approval.ts";
import { upperFirst } from "../words/inflect.ts";
import { namesOf } from "../words/table-names.ts";
import { element, quoted } from "./code.ts";
import { optionsName, tonesName } from "./data-file.ts";
import type { SourceFile } from "./source-file.ts";
import { hasTones } from "./tones.ts";

/** The constant that holds the names of a referenced table's rows: `companyNames` for the column `company`. */
export const lookupName = (column: Column): string => `${column.name.replace(/Id$/, "")}Names`;

/** `const companyNames = useReference("companies", "name");` for each column that needs it. */
export function lookups(model: AppModel, file: SourceFile, columns: readonly Column[]): string[] {
  return columns.flatMap((column) => {
    const target = column.type.startsWith("reference") ? findTable(model, column.ref ?? "") : undefined;
    if (!target) return [];
    file.use("../lib/references", "useReference");
    return [`const ${lookupName(column)} = useReference("${target.name}", "${displayColumn(target).name}");`];
  });
}

/** An expression of type `string`. Lookups of references are at hand. */
export function textValue(file: SourceFile, column: Column, row: string): string {
  const value = `${row}.${column.name}`;
  const by = (name: string) => `${file.use("../lib/format", name)}(${value})`;
  switch (column.type) {
    case "date":
      return by("formatDate");
    case "datetime":
      return by("formatDateTime");
    case "integer":
      if (isYear(column)) return `String(${value} ?? "")`;
      return column.format === "percent" ? `\`\${${value} ?? 0}%\`` : by("formatNumber");
    case "number":
    case "money":
    case "decimal":
      return isMoney(column) ? by("formatMoney") : column.format === "percent" ? `\`\${${value} ?? 0}%\`` : by("formatNumber");
    case "boolean":
      return by("formatYesNo");
    case "select":
      return by("formatOption");
    case "reference":
      return `${lookupName(column)}.nameOf(${value})`;
    case "references":
      return `(${value} ?? []).map(${lookupName(column)}.nameOf).join(", ")`;
    case "multiselect":
      return `(${value} ?? []).map(${file.use("../lib/format", "formatOption")}).join(", ")`;
    case "image":
    case "file":
    case "files":
      return `${file.use("../lib/files", "namesOfFiles")}(${value})`;
    case "json":
      return `JSON.stringify(${value})`;
    default:
      return value;
  }
}

/** A year is no amount: it is written without a comma. */
const isYear = ({ label, type }: Column): boolean =>
  type === "integer" && /(?<!\bper )\byear(?: of [a-z]+| built| founded| published)?$/i.test(label);

/** @param more what the component is told besides */
export const filesElement = (file: SourceFile, table: string, { name }: Column, row: string, more = ""): string =>
  `<${file.component("Files")} table="${table}" column="${name}" row={${row}} value={${row}.${name}}${more} />`;

/** Rows that are at hand to be changed where they are shown. */
type Changeable = { table: Table; name: string };

/** What to put between the tags: an expression of JSX, or of text. */
export function shownValue(file: SourceFile, table: string, column: Column, row: string, rows?: Changeable): string {
  const value = `${row}.${column.name}`;
  if (isFile(column)) return filesElement(file, table, column, row);
  if (column.type === "date") return `<${file.component("Day")} value={${value}} />`;
  if (column.format === "percent") return `<${file.component("Progress")} value={${value}} />`;
  const decision = rows && decisionOf(rows.table);
  if (rows && decision?.column === column) return decisionElement(file, rows, decision, row);
  if (column.type === "select" && column.options) {
    const tones = hasTones(column.options) ? ` tones={${file.use(`../data/${table}`, tonesName(column))}}` : "";
    return `<${file.component("OptionBadge", "Badge")} value={${value}}${tones} />`;
  }
  return textValue(file, column, row);
}

/** The status, and where it waits a button for each outcome. */
function decisionElement(file: SourceFile, { table, name }: Changeable, { column, waiting, outcomes, by }: Decision, row: string): string {
  return element(
    file.component("Decision"),
    [
      `value={${row}.${column.name}}`,
      `tones={${file.use(`../data/${table.name}`, tonesName(column))}}`,
      `waiting=${JSON.stringify(waiting)}`,
      `outcomes={{ ${outcomes.map((outcome) => `${decided(outcome)}: ${JSON.stringify(outcome)}`).join(", ")} }}`,
      by.length > 0 && `by={[${by.map(({ name }) => quoted(name)).join(", ")}]}`,
      `may={${name}.can.update(${row})}`,
      `onDecide={(${column.name}) => ${name}.update(${row}, { ${column.name} })}`,
    ],
    [],
    10,
  );
}

/** "approved" is what "Approve" makes of it. */
const decided = (outcome: string): string =>
  ({ denied: "Deny", declined: "Decline", refused: "Refuse", approved: "Approve", granted: "Grant" })[outcome.toLowerCase()] ??
  JSON.stringify(upperFirst(outcome.replace(/ed$/, "")));

/** How a column of a table is described: `{ name: "price", label: "Price", align: "right", … }`. */
export function columnEntry(model: AppModel, file: SourceFile, table: string, column: Column, row: string): string[] {
  const parts = [`name: "${column.name}"`, `label: ${JSON.stringify(column.label)}`];
  const numeric = isNumber(column) && column.format !== "percent";
  if (numeric) parts.push(`align: "right"`);
  if (column.type === "select" && column.options) parts.push(`order: ${file.use(`../data/${table}`, optionsName(column))}`);
  if (isFile(column) || isList(column)) parts.push(`sortBy: (${row}) => ${textValue(file, column, row)}`);
  if (column.type === "reference" && findTable(model, column.ref ?? "")) parts.push(`sortBy: (${row}) => ${textValue(file, column, row)}`);
  if (column.type === "longtext")
    parts.push(`render: (${row}) => <span className="line-clamp-1 max-w-sm">${"{"}${row}.${column.name}${"}"}</span>`);
  else if (!["text", "email", "url"].includes(column.type)) {
    const of = findTable(model, table);
    const shown = shownValue(file, table, column, row, of && { table: of, name: namesOf(of).rows });
    parts.push(`render: (${row}) => ${shown.includes("\n") ? `(\n  ${shown.replaceAll("\n", "\n  ")}\n)` : shown}`);
  }
  return parts;
}
