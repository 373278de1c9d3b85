/** Indexes over the shadows: for fields that are unique, refer to rows, or ask for one. In the order of creation among equal values, with the author. */
import type { AppSchema, Column } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { keyText, literal } from "./shadow.ts";

export const hasIndex = ({ unique, index, type }: Column): boolean => unique === true || index === true || type === "reference";

/** A name with a space and a dot, so that no two tables and fields share one. */
export const indexName = (table: string, column: string): string => `key ${literal(table)}.${literal(column)}`;

/** Makes the indexes those of the live version's tables. */
export function keepIndexes(sql: Sql, { tables }: AppSchema): void {
  const wanted = new Map(
    tables.flatMap((table) =>
      table.columns
        .filter(hasIndex)
        .map((column): [string, string] => [
          indexName(table.name, column.name),
          `on rows (${keyText(column.name)}, created_at, id, created_by) where table_name = '${table.name}'`,
        ]),
    ),
  );
  const present = sql.all<{ name: string }>("select name from sqlite_master where type = 'index' and name like 'key %'");
  for (const { name } of present) if (!wanted.has(name)) sql.all(`drop index "${name}"`);
  for (const [name, definition] of wanted) sql.all(`create index if not exists "${name}" ${definition}`);
}
