/** A table as the code of one channel sees it. */
import type { AppSchema, Table, TablePolicy } from "@edgewright/contracts";
import { storedName } from "./naming.ts";
import { policyOf } from "./policy.ts";
import type { Side } from "./sql.ts";

/** `stored`: what the live version calls each field. `live`: its table, where it has one. `policy`: what both allow. `side`: of the rows' indexes. */
export type View = {
  table: Table;
  storedTable: string;
  stored: ReadonlyMap<string, string>;
  live: Table | undefined;
  policy: TablePolicy;
  side: Side;
};

export function viewOf(table: Table, current: AppSchema, side: Side): View {
  const storedTable = storedName(table, current.tables);
  const live = current.tables.find((candidate) => candidate.name === storedTable);
  const stored = new Map(table.columns.map((column) => [column.name, storedName(column, live?.columns ?? [])]));
  return { table, storedTable, stored, live, policy: policyOf(table, live), side };
}

/** What the live version calls a field of this table; one that it does not have yet is called as it is here. */
export const storedField = ({ stored }: Pick<View, "stored">, name: string): string => stored.get(name) ?? name;
