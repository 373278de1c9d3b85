/** Changes of `data/schema.json` as text, a line to a field, which leave all else in it as it is written. */
import { AppSchema, type Column, jsonInLine, type Table } from "@edgewright/contracts";
import { findNodeAtLocation, type JSONPath, type Node, parse, parseTree } from "jsonc-parser";

export type SchemaEdit = (text: string) => string | null;

/** Null of an edit: the file is not what it was taken for. */
const inSchema =
  (edit: (text: string, schema: AppSchema) => string | null): SchemaEdit =>
  (text) => {
    const schema = AppSchema.safeParse(parse(text));
    return schema.success ? edit(text, schema.data) : null;
  };

const inTable = (table: string, edit: (text: string, found: Table, columns: JSONPath) => string | null) =>
  inSchema((text, { tables }) => {
    const at = tables.findIndex(({ name }) => name === table);
    const found = tables[at];
    return found ? edit(text, found, ["tables", at, "columns"]) : null;
  });

export const addTable = (table: Table): SchemaEdit => inSchema((text) => append(text, ["tables"], tableLines(table)));

export const addColumn = (table: string, column: Column): SchemaEdit =>
  inTable(table, (text, _, columns) => append(text, columns, [jsonInLine(column)]));

/** Undefined `column`: it is removed. */
export const changeColumn = (table: string, name: string, column: Column | undefined): SchemaEdit =>
  inTable(table, (text, { columns }, path) => {
    const at = columns.findIndex((each) => each.name === name);
    const node = nodeAt(text, [...path, at]);
    if (!node) return null;
    return column ? splice(text, node.offset, endOf(node), jsonInLine(column)) : remove(text, [...path, at], at);
  });

const tableLines = ({ columns, ...head }: Table): string[] => [
  "{",
  ...Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${jsonInLine(value)},`),
  '  "columns": [',
  ...columns.map((column, at) => `    ${jsonInLine(column)}${at < columns.length - 1 ? "," : ""}`),
  "  ]",
  "}",
];

const splice = (text: string, from: number, to: number, put: string) => text.slice(0, from) + put + text.slice(to);
const endOf = ({ offset, length }: Node) => offset + length;

function nodeAt(text: string, path: JSONPath): Node | undefined {
  const tree = parseTree(text);
  return tree && findNodeAtLocation(tree, path);
}

/** Puts a value at the end of the list at `path`, as far in as the one before it. */
function append(text: string, path: JSONPath, lines: readonly string[]): string | null {
  const list = nodeAt(text, path);
  if (!list) return null;
  const last = list.children?.at(-1);
  if (!last) return splice(text, list.offset, endOf(list), `[\n    ${lines.join("\n    ")}\n  ]`);
  const [indent = ""] = /\s*$/.exec(text.slice(0, last.offset)) ?? [];
  const line = indent.includes("\n") ? `\n${indent.slice(indent.lastIndexOf("\n") + 1)}` : " ";
  return splice(text, endOf(last), endOf(last), `,${line}${lines.join(line)}`);
}

/** Takes the value and the comma beside it. */
function remove(text: string, path: JSONPath, at: number): string | null {
  const node = nodeAt(text, path);
  const list = nodeAt(text, path.slice(0, -1))?.children ?? [];
  const [before, after] = [list[at - 1], list[at + 1]];
  if (!node) return null;
  if (before) return splice(text, endOf(before), endOf(node), "");
  return after ? splice(text, node.offset, after.offset, "") : splice(text, node.offset, endOf(node), "");
}

const RESERVED = ["id", "createdAt", "updatedAt", "createdBy", "revision"];
const NAME_MAX = 40;

/** What a field or a table is called in the app's code: `Due date` is `dueDate`, or `dueDate2` where that is taken. */
export function nameFor(label: string, taken: readonly string[]): string {
  const words = label
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replaceAll("ß", "ss")
    .replace(/['’]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter(Boolean);
  const camel = words.map((word, at) => (at === 0 ? word.toLowerCase() : word[0]?.toUpperCase() + word.slice(1).toLowerCase())).join("");
  const name = (/^[a-z]/.test(camel) ? camel : `field${camel}`).slice(0, NAME_MAX);
  const used = [...RESERVED, ...taken];
  for (let count = 1; ; count++) {
    const candidate = count === 1 ? name : `${name}${count}`;
    if (!used.includes(candidate)) return candidate;
  }
}
