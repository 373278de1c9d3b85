/** The fields that a file's columns would be, told from all that stands in them. */
import type { Column, ColumnType, Json } from "@edgewright/contracts";
import { isPhoneText, type Reading, readNumber } from "../import/reading.ts";
import { isBlank, type Sheet } from "../import/sheet.ts";
import { nameFor } from "./schema-edit.ts";

/** So few different texts, each of them short and there again, are what one chooses from. */
const OPTIONS_MAX = 12;
const OPTION_LENGTH_MAX = 40;
const LINE_MAX = 200;
const LABEL_MAX = 80;

/** One to a column, in their order. */
export function fieldsOf({ columns, rows }: Sheet, readings: readonly Reading[]): Column[] {
  const taken: string[] = [];
  return columns.map((title, at) => {
    const label = title.slice(0, LABEL_MAX);
    const name = nameFor(label, taken);
    taken.push(name);
    const cells = rows.map(({ cells: row }) => row[at] ?? null).filter((cell) => !isBlank(cell));
    return { name, label, ...kindOf(cells, readings[at]) };
  });
}

function kindOf(cells: readonly Json[], reading: Reading | undefined): Pick<Column, "type" | "options"> {
  const texts = cells.map((cell) => String(cell).trim());
  if (texts.length > 0 && texts.every(isPhoneText)) return { type: "phone" };
  switch (reading?.kind) {
    case "number":
      return { type: numberType(cells, reading) };
    case "boolean":
    case "date":
    case "datetime":
    case "time":
    case "email":
    case "url":
    case "json":
      return { type: reading.kind };
    default:
      return textKind(texts);
  }
}

const numberType = (cells: readonly Json[], { decimalComma }: Reading): ColumnType =>
  cells.every((cell) => Number.isInteger(typeof cell === "number" ? cell : readNumber(String(cell).trim(), decimalComma)))
    ? "integer"
    : "number";

function textKind(texts: readonly string[]): Pick<Column, "type" | "options"> {
  const options = [...new Set(texts)];
  const few = options.length <= OPTIONS_MAX && options.length * 2 <= texts.length;
  if (few && options.length > 1 && options.every((option) => option.length <= OPTION_LENGTH_MAX)) return { type: "select", options };
  return { type: texts.some((text) => text.length > LINE_MAX || text.includes("\n")) ? "longtext" : "text" };
}
