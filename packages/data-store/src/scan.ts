/**
 * Reads the rows of a plan. What no index answers is looked through a slice at a time, with the object free for others
 * in between; the best rows so far and a count go from slice to slice. What would look at too much is refused.
 */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, type Sql, type SqlValue } from "@edgewright/core";
import { type Place, writeCursor } from "./cursor.ts";
import { join, type Piece, piece, raw } from "./piece.ts";
import { afterPlace, orderBy, type Plan } from "./query.ts";
import type { Key } from "./shadow.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";

export type Page = { rows: StoredRow[]; total: number; cursor: string | null };
type Position = { created_at: string; id: string };

/** Values that one query may look at: 20 in each of 100,000 rows. */
export const COST_MAX = 2_000_000;
/** What a slice may weigh: some five milliseconds on an idle machine. */
const SLICE_WEIGHT = 25_000;
/** Reading a row weighs as much as looking at so many of its values. */
const ROW_WEIGHT = 8;

const run = <Row extends Record<string, SqlValue>>(sql: Sql, { text, values }: Piece): Row[] => sql.all<Row>(text, ...values);

/** Null: the tables changed meanwhile. `pause` says so. */
export async function readPage(sql: Sql, plan: Plan, pause: () => Promise<boolean>): Promise<Outcome<Page> | null> {
  const all = countAll(sql, plan);
  if (!plan.matches && plan.order.length === 0) return ok(pageOf(sql, plan, best(sql, plan, plan.source, []), all));
  if (all * plan.cost > COST_MAX) return tooCostly(all, plan.cost);
  let [from, ids, total]: [Position, string[], number] = [{ created_at: "", id: "" }, [], 0];
  for (;;) {
    const end = endOfSlice(sql, plan, from);
    const start = piece`${plan.source} and (created_at, id) > (${from.created_at}, ${from.id})`;
    const slice = end ? piece`${start} and (created_at, id) <= (${end.created_at}, ${end.id})` : start;
    const matching = plan.matches ? countMatching(sql, plan.from, piece`${slice} and ${plan.matches}`) : 1;
    const full = plan.order.length === 0 && ids.length > plan.limit;
    if (matching > 0 && !full) ids = best(sql, plan, slice, ids);
    total += matching;
    if (!end) return ok(pageOf(sql, plan, ids, plan.matches ? total : all));
    from = end;
    if (!(await pause())) return null;
  }
}

const tooCostly = (rows: number, cost: number) =>
  fail(
    "too_large",
    `This query would look at ${cost} values in each of ${rows.toLocaleString("en-US")} rows: ${(rows * cost).toLocaleString("en-US")}, and at most ${COST_MAX.toLocaleString("en-US")} are looked at.`,
    {
      next: "Use fewer conditions and sorts, or filter by a reference or a field with an index.",
    },
  );

/** By the counters, which are kept with each write; behind an index by what it holds. */
function countAll(sql: Sql, { table, author, from, source, indexed }: Plan): number {
  const counted = indexed
    ? piece`select count(*) as total from ${from} where ${source}`
    : piece`select coalesce(sum(rows), 0) as total from counts where table_name = ${table}${author === null ? raw("") : piece` and author = ${author}`}`;
  return run<{ total: number }>(sql, counted)[0]?.total ?? 0;
}

function countMatching(sql: Sql, from: Piece, where: Piece): number {
  return run<{ total: number }>(sql, piece`select count(*) as total from ${from} where ${where}`)[0]?.total ?? 0;
}

/** The last row of the slice that begins after `from`; null: it goes to the end. Large rows make it shorter. */
function endOfSlice(sql: Sql, plan: Plan, { created_at, id }: Position): Position | null {
  const each = ROW_WEIGHT + plan.cost;
  const most = Math.max(1, Math.floor(SLICE_WEIGHT / each));
  const [end] = run<Position>(
    sql,
    piece`select created_at, id from (
      select created_at, id, row_number() over slice as n, sum(${each} * (1 + length(shadow) / 1000.0)) over slice as weight
      from ${plan.from} where ${plan.source} and (created_at, id) > (${created_at}, ${id})
      window slice as (order by created_at, id) order by created_at, id limit ${most})
    where n = ${most} or weight >= ${SLICE_WEIGHT} order by n limit 1`,
  );
  return end ?? null;
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
