/** A table as the code of one channel sees it, for whoever asks. */
import type { AppSchema, Column, DataActor, Table } from "@edgewright/contracts";
import { storedName } from "./naming.ts";
import { type FieldRules, fieldRules, type TableRules, tableRules } from "./rules.ts";
import type { Side } from "./sql.ts";

/**
 * Who asks, and when: `now` in ISO 8601 in UTC, `today` its date, by which policies go, so that nobody gains a day by saying that
 * they are elsewhere; `day` the date where they are, which is meant by what they write.
 */
export type Asker = { actor: DataActor; now: string; today: string; day: string };

/**
 * `stored`: what the live version calls each field. `live`: its table, where it has one. `policy` and `fields`: what both allow, the
 * latter by stored names. `side`: of the rows' indexes.
 */
export type View = Asker & {
  table: Table;
  storedTable: string;
  stored: ReadonlyMap<string, string>;
  live: Table | undefined;
  policy: TableRules;
  fields: ReadonlyMap<string, FieldRules>;
  side: Side;
};

export function viewOf(table: Table, current: AppSchema, side: Side, asker: Asker): View {
  const storedTable = storedName(table, current.tables);
  const live = current.tables.find((candidate) => candidate.name === storedTable);
  const stored = new Map(table.columns.map((column) => [column.name, storedName(column, live?.columns ?? [])]));
  const asked = { table, stored };
  const governing = live && { table: live, stored: new Map(live.columns.map(({ name }) => [name, name])) };
  const fields = fieldRules(governing && governing.table !== table ? [asked, governing] : [asked]);
  return { ...asker, table, storedTable, stored, live, policy: tableRules(asked, governing), fields, side };
}

/** What the live version calls a field of this table; one that it does not have yet is called as it is here. */
export const storedField = ({ stored }: Pick<View, "stored">, name: string): string => stored.get(name) ?? name;

/** The live version's field, by its stored name. */
export const liveField = ({ live }: Pick<View, "live">, stored: string): Column | undefined =>
  live?.columns.find(({ name }) => name === stored);
