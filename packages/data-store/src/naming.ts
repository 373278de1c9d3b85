/**
 * Rows are shared by all channels, each with the schema of its own code. Stored names
 * are those of the current schema; a draft that renames a field, or an older version
 * from before a rename, finds its values through `was`.
 */
import type { AppSchema, Column } from "@edgewright/contracts";

type Named = { name: string; was?: string[] };

/** What the current schema calls `item`, or the item's own name when it does not know it. */
export function storedName(item: Named, current: readonly Named[]): string {
  if (current.some((candidate) => candidate.name === item.name)) return item.name;
  const renamed = current.find((candidate) => candidate.was?.includes(item.name));
  if (renamed) return renamed.name;
  const former = (item.was ?? []).toReversed().find((name) => current.some((candidate) => candidate.name === name));
  return former ?? item.name;
}

/** The pairs that changed their name from one schema to the next, forwards through `was` or, when going back a version, backwards. */
export function renames(before: readonly Named[], after: readonly Named[]): { from: string; to: string }[] {
  const gone = before.filter((item) => !after.some((candidate) => candidate.name === item.name));
  return after
    .filter((item) => !before.some((candidate) => candidate.name === item.name))
    .flatMap((item) => {
      const from =
        (item.was ?? []).toReversed().find((name) => gone.some((candidate) => candidate.name === name)) ??
        gone.find((candidate) => candidate.was?.includes(item.name))?.name;
      return from === undefined ? [] : [{ from, to: item.name }];
    });
}

export const columnsOf = (schema: AppSchema, table: string): Column[] =>
  schema.tables.find((candidate) => candidate.name === table)?.columns ?? [];
