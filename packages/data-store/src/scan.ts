/** Reads a page of a plan's rows. What no index answers is looked through in slices; the best rows so far and a count go from slice to slice. */
import type { Outcome } from "@edgewright/contracts";
import { ok, type Sql } from "@edgewright/core";
import { type Place, writeCursor } from "./cursor.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { afterPlace, orderBy, type Plan } from "./query.ts";
import type { Key } from "./shadow.ts";
import { countAll, lookThrough, run } from "./slices.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";

export type Page = { rows: StoredRow[]; total: number; cursor: string | null };

/** Null: the tables changed meanwhile. `pause` says so. */
export async function readPage(sql: Sql, plan: Plan, pause: () => Promise<boolean>): Promise<Outcome<Page> | null> {
  const all = countAll(sql, plan);
  if (!plan.matches && plan.order.length === 0) return ok(pageOf(sql, plan, best(sql, plan, plan.source, []), all));
  let [ids, total]: [string[], number] = [[], 0];
  const look = (slice: Piece) => {
    const matching = plan.matches ? countMatching(sql, plan.from, piece`${slice} and ${plan.matches}`) : 1;
    const full = plan.order.length === 0 && ids.length > plan.limit;
    if (matching > 0 && !full) ids = best(sql, plan, slice, ids);
    total += matching;
  };
  const looked = await lookThrough(sql, { ...plan, all }, look, pause);
  return looked?.ok ? ok(pageOf(sql, plan, ids, plan.matches ? total : all)) : looked;
}

function countMatching(sql: Sql, from: Piece, where: Piece): number {
  return run<{ total: number }>(sql, piece`select count(*) as total from ${from} where ${where}`)[0]?.total ?? 0;
}

/** Of the slice's rows and those that were best before, the ids of the first ones, one more than the page holds. */
function best(sql: Sql, plan: Plan, slice: Piece, before: string[]): string[] {
  const conditions = [slice, ...(plan.matches ? [plan.matches] : []), ...(plan.after ? [afterPlace(plan.order, plan.after)] : [])];
  const order = orderBy(plan.order);
  const first = piece`select id from ${plan.from} where ${join(conditions, " and ")} order by ${order} limit ${plan.limit + 1}`;
  const found = run<{ id: string }>(sql, first).map(({ id }) => id);
  if (before.length === 0 || found.length === 0) return before.length === 0 ? found : before;
  if (plan.order.length === 0) return [...before, ...found].slice(0, plan.limit + 1);
  const candidates = JSON.stringify([...before, ...found]);
  return run<{ id: string }>(
    sql,
    piece`select id from rows where id in (select value from json_each(${candidates})) order by ${order} limit ${plan.limit + 1}`,
  ).map(({ id }) => id);
}

function pageOf(sql: Sql, { of, order, limit }: Plan, ids: string[], total: number): Page {
  // As fractions, since a reader may refuse whole numbers beyond those it counts by.
  const keys = order.map(({ key }, index) => piece`, iif(typeof(${key}) = 'integer', ${key} + 0.0, ${key}) as ${raw(`key${index}`)}`);
  const shown = JSON.stringify(ids.slice(0, limit));
  const rows = run<StoredRow & Record<`key${number}`, Key>>(
    sql,
    piece`select ${raw(ROW_COLUMNS)}${join(keys, "")} from rows where id in (select value from json_each(${shown})) order by ${orderBy(order)}`,
  );
  const last = rows.at(-1);
  const place = (row: NonNullable<typeof last>): Place => ({
    keys: order.map((_, index) => row[`key${index}`] ?? null),
    at: row.created_at,
    id: row.id,
  });
  return { rows, total, cursor: last && ids.length > limit ? writeCursor(of, place(last)) : null };
}
