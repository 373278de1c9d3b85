/** Texts that speak of a row: `Your order {number} for {customer.name}`. A field, or one of the row that a reference leads to. */
import type { AppSchema, Column, Table } from "@edgewright/contracts";

const FIELD = /\{([a-z][A-Za-z0-9_]*(?:\.[a-z][A-Za-z0-9_]*)?)\}/g;
const ID: Column = { name: "id", label: "Id", type: "text" };
const PERSON: readonly Column[] = [
  { name: "name", label: "Name", type: "text" },
  { name: "email", label: "E-mail", type: "email" },
];

/** The fields that a text names, each once. */
export const fieldsIn = (text: string): string[] => [...new Set([...text.matchAll(FIELD)].map(([, path = ""]) => path))];

/** The field, where the text is nothing else. */
export function onlyField(text: string): string | null {
  const [match] = text.matchAll(FIELD);
  return match?.[0] === text ? (match[1] ?? null) : null;
}

export const fillIn = (text: string, value: (path: string) => string): string => text.replace(FIELD, (_, path: string) => value(path));

/** `through`: the field of the row itself that leads to it. */
export type Place = { through: Column | null; column: Column };

export function placeOf(path: string, table: Table, { tables }: AppSchema): Place | null {
  const [head = "", rest] = path.split(".");
  const column = [ID, ...table.columns].find(({ name }) => name === head);
  if (!column) return null;
  if (rest === undefined) return { through: null, column };
  const further = column.type === "user" ? PERSON : columnsBehind(column, tables);
  const found = further.find(({ name }) => name === rest);
  return found ? { through: column, column: found } : null;
}

const columnsBehind = ({ type, ref }: Column, tables: readonly Table[]): readonly Column[] =>
  type === "reference" ? (tables.find(({ name }) => name === ref)?.columns ?? []) : [];

/** All that a text may name of a row, for whoever named something else. */
export const placesOf = (table: Table, { tables }: AppSchema): string[] =>
  table.columns.flatMap((column) => [
    column.name,
    ...(column.type === "user" ? PERSON : columnsBehind(column, tables)).map(({ name }) => `${column.name}.${name}`),
  ]);
