/**
 * What is to be there once. Only the rows that whoever writes may see count, and of them the fields that they may see: that
 * another one has the value would tell that there is one.
 */
import type { Column, Unique } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { isEmpty } from "./column-value.ts";
import { hasIndex, indexName, uniqueIndexName } from "./indexes.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { seenPart, sightOf } from "./policy.ts";
import { keyIn, keyOf, literal } from "./shadow.ts";
import type { Values } from "./validate.ts";
import { liveField, storedField, type View } from "./view.ts";

/** `id`: of the row itself. */
type Written = { values: Values; changed: readonly Column[]; id: string | null };

/** By stored names; `from`: the rows, by an index where there is one. */
type Once = { columns: string[]; matchCase: boolean; from: Piece };

/** The fields, as the view has them, whose values are already there. */
export function takenFields(sql: Sql, view: View, written: Written): Record<string, string> {
  const changed = new Set(written.changed.map(({ name }) => storedField(view, name)));
  const fields: Record<string, string> = {};
  for (const once of allOnce(view)) {
    if (!once.columns.some((column) => changed.has(column)) || once.columns.some((column) => isEmpty(written.values[column]))) continue;
    if (!isTaken(sql, view, once, written)) continue;
    const [first, ...others] = once.columns.map((column) => nameIn(view, column));
    if (first === undefined) continue;
    const labels = others.map((name) => view.table.columns.find((column) => column.name === name)?.label ?? name);
    fields[first] = others.length === 0 ? "is already there" : `is already there with the same ${labels.join(" and ")}`;
  }
  return fields;
}

/** What of values that are about to be written may be there once: two rows with one of these in common cannot both be there. */
export function onceKeys(view: View, values: Values): { key: string; field: string }[] {
  return allOnce(view).flatMap(({ columns, matchCase }) => {
    if (columns.some((column) => isEmpty(values[column]))) return [];
    const kept = columns.map((column) => (matchCase ? values[column] : keyOf(values[column], liveField(view, column))));
    return [{ key: JSON.stringify([columns, kept]), field: nameIn(view, columns[0] ?? "") }];
  });
}

const nameIn = ({ stored }: View, storedName: string): string => [...stored].find(([, of]) => of === storedName)?.[0] ?? storedName;

function allOnce(view: View): Once[] {
  const { table, live, storedTable, side } = view;
  const single = view.table.columns.flatMap(({ name, unique }): Once[] => {
    const stored = storedField(view, name);
    const there = liveField(view, stored);
    if (!unique && !there?.unique) return [];
    const from = there && hasIndex(there) ? raw(`rows indexed by "${indexName(side, storedTable, stored)}"`) : raw("rows");
    return [{ columns: [stored], matchCase: false, from }];
  });
  const several = (table.unique ?? []).map(
    (unique): Once =>
      ofSeveral(
        unique,
        unique.columns.map((name) => storedField(view, name)),
        raw("rows"),
      ),
  );
  const governing = (live?.unique ?? []).map((unique) =>
    ofSeveral(unique, unique.columns, raw(`rows indexed by "${uniqueIndexName(side, storedTable, unique.columns)}"`)),
  );
  return [...single, ...(live === table ? [] : several), ...governing];
}

const ofSeveral = ({ matchCase = false }: Unique, columns: string[], from: Piece): Once => ({ columns, matchCase, from });

function isTaken(sql: Sql, view: View, { columns, matchCase, from }: Once, { values, id }: Written): boolean {
  const sight = sightOf(view);
  const conditions = [piece`table_name = ${raw(`'${literal(view.storedTable)}'`)}`];
  for (const column of columns) {
    const key = keyOf(values[column], liveField(view, column));
    conditions.push(piece`${keyIn(column)} = ${key}`, piece`${seenPart(view, column, keyIn(column))} is not null`);
    if (matchCase) conditions.push(piece`(json -> ${raw(`'$."${literal(column)}"'`)}) = ${JSON.stringify(values[column])}`);
  }
  conditions.push(piece`id is not ${id}`);
  if (sight.author !== null) conditions.push(piece`created_by = ${sight.author}`);
  if (sight.matches) conditions.push(sight.matches);
  const { text, values: bound } = piece`select 1 from ${from} where ${join(conditions, " and ")} limit 1`;
  return sql.all(text, ...bound).length > 0;
}
