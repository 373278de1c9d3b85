/**
 * What may not take place at the same time. All rows count, also those that whoever writes may not see: a table that says so
 * tells that a time is taken, and nothing else of what takes it.
 */
import type { Column, NoOverlap } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { isEmpty } from "./column-value.ts";
import { overlapIndexName } from "./indexes.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { type Key, keyIn, keyOf, literal } from "./shadow.ts";
import type { Values } from "./validate.ts";
import { liveField, storedField, type View } from "./view.ts";

/** `id`: of the row itself. */
type Written = { values: Values; changed: readonly Column[]; id: string | null };
/** By stored names; `from`: the rows, by an index where there is one. */
type Rule = NoOverlap & { rows: Piece };

/** What is wrong: by field, as the view has them, and in the words of the rules themselves. */
export function overlaps(sql: Sql, view: View, written: Written): { fields: Record<string, string>; sentences: string[] } {
  const changed = new Set(written.changed.map(({ name }) => storedField(view, name)));
  const fields: Record<string, string> = {};
  const sentences: string[] = [];
  for (const rule of rulesOf(view)) {
    const { from, to, per, message } = rule;
    if (![from, to, ...per].some((name) => changed.has(name)) || [from, ...per].some((name) => isEmpty(written.values[name]))) continue;
    if (!isTaken(sql, view, rule, written)) continue;
    fields[nameIn(view, from)] =
      per.length === 0 ? "is taken already" : `is taken already for the same ${per.map((name) => labelIn(view, name)).join(" and ")}`;
    if (message !== undefined && !sentences.includes(message)) sentences.push(message);
  }
  return { fields, sentences };
}

function rulesOf(view: View): Rule[] {
  const { table, live, storedTable, side } = view;
  const own = (table.noOverlap ?? []).map(({ from, to, per, ...rule }): Rule => {
    const [start, end, same] = [storedField(view, from), storedField(view, to), per.map((name) => storedField(view, name))];
    return { ...rule, from: start, to: end, per: same, rows: raw("rows") };
  });
  const governing = (live?.noOverlap ?? []).map((rule): Rule => {
    return { ...rule, rows: raw(`rows indexed by "${overlapIndexName(side, storedTable, rule)}"`) };
  });
  return live === table ? governing : [...own, ...governing];
}

/** Each lasts from its start up to its end, which is not part of it; without an end, for ever; where the end is no later, a moment. */
function isTaken(sql: Sql, view: View, { from, to, per, rows }: Rule, { values, id }: Written): boolean {
  const key = (name: string): Key => keyOf(values[name], liveField(view, name));
  const [start, given] = [key(from), key(to)];
  const end = given !== null && start !== null && given < start ? start : given;
  const conditions = [
    raw(`table_name = '${literal(view.storedTable)}'`),
    ...per.map((name) => piece`${keyIn(name)} = ${key(name)}`),
    end === null ? piece`${keyIn(from)} is not null` : piece`(${keyIn(from)} < ${end} or ${keyIn(from)} = ${start})`,
    piece`(${keyIn(to)} is null or ${keyIn(to)} > ${start} or ${keyIn(from)} >= ${start})`,
    piece`id is not ${id}`,
  ];
  const { text, values: bound } = piece`select 1 from ${rows} where ${join(conditions, " and ")} limit 1`;
  return sql.all(text, ...bound).length > 0;
}

const nameIn = ({ stored }: View, storedName: string): string => [...stored].find(([, of]) => of === storedName)?.[0] ?? storedName;
const labelIn = (view: View, storedName: string): string =>
  view.table.columns.find(({ name }) => name === nameIn(view, storedName))?.label ?? storedName;
