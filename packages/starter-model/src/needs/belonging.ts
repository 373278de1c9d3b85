/** Which rows belong to which, by the fields that refer to them. */
import type { Column, Table } from "@edgewright/contracts";

/** The rows of another table that belong to one, and by which of their fields. */
export const belonging = (table: Table, tables: readonly Table[]): { child: Table; through: Column }[] =>
  tables.flatMap((child) =>
    child.columns
      .filter(({ ref, type }) => ref === table.name && type.startsWith("reference") && child !== table)
      .map((through) => ({ child, through })),
  );
