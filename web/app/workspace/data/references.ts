/** What the rows and people are called that fields name. */
import type { Column, Table } from "@edgewright/contracts";

export type Choice = { id: string; label: string };
/** By table; people under a name that no table has. */
export type References = Readonly<Record<string, Choice[]>>;
export const PEOPLE = "(people)";

/** What a field that names rows or people can be. */
export const choicesFor = ({ type, ref }: Column, references: References): readonly Choice[] =>
  references[type === "user" ? PEOPLE : (ref ?? "")] ?? NONE;
const NONE: readonly Choice[] = [];

/** A row is called by its first text. */
export function labelOf(table: Table, row: Record<string, unknown>): string {
  const column = table.columns.find(({ type }) => type === "text") ?? table.columns[0];
  const value = column ? row[column.name] : null;
  return typeof value === "string" && value !== "" ? value : String(row.id);
}
