/**
 * Looks through the rows that a query is about, a slice at a time, with the object free for others in between. What would
 * look at too much is refused.
 */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok, type Sql, type SqlValue } from "@edgewright/core";
import { type Piece, piece, raw } from "./piece.ts";
import type { Stretch } from "./query.ts";

type Position = { created_at: string; id: string };

/** Values that one query may look at: 20 in each of 100,000 rows. */
export const COST_MAX = 2_000_000;
/** What a slice may weigh: some five milliseconds on an idle machine. */
const SLICE_WEIGHT = 25_000;
/** Reading a row weighs as much as looking at so many of its values. */
const ROW_WEIGHT = 8;

export const run = <Row extends Record<string, SqlValue>>(sql: Sql, { text, values }: Piece): Row[] => sql.all<Row>(text, ...values);

/** Shows `look` one slice after the other. Null: the tables changed meanwhile; `pause` says so. `all`: how many rows there are. */
export async function lookThrough(
  sql: Sql,
  { all, ...rows }: Stretch & { all: number },
  look: (slice: Piece) => void,
  pause: () => Promise<boolean>,
): Promise<Outcome<void> | null> {
  if (all * rows.cost > COST_MAX) return tooCostly(all, rows.cost);
  let from: Position = { created_at: "", id: "" };
  for (;;) {
    const end = endOfSlice(sql, rows, from);
    const start = piece`${rows.source} and (created_at, id) > (${from.created_at}, ${from.id})`;
    look(end ? piece`${start} and (created_at, id) <= (${end.created_at}, ${end.id})` : start);
    if (!end) return ok(undefined);
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
export function countAll(sql: Sql, { table, author, from, source, indexed }: Stretch): number {
  const counted = indexed
    ? piece`select count(*) as total from ${from} where ${source}`
    : piece`select coalesce(sum(rows), 0) as total from counts where table_name = ${table}${author === null ? raw("") : piece` and author = ${author}`}`;
  return run<{ total: number }>(sql, counted)[0]?.total ?? 0;
}

/** The last row of the slice that begins after `from`; null: it goes to the end. Large rows make it shorter. */
function endOfSlice(sql: Sql, rows: Stretch, { created_at, id }: Position): Position | null {
  const each = ROW_WEIGHT + rows.cost;
  const most = Math.max(1, Math.floor(SLICE_WEIGHT / each));
  const [end] = run<Position>(
    sql,
    piece`select created_at, id from (
      select created_at, id, row_number() over slice as n, sum(${each} * (1 + length(shadow) / 1000.0)) over slice as weight
      from ${rows.from} where ${rows.source} and (created_at, id) > (${created_at}, ${id})
      window slice as (order by created_at, id) order by created_at, id limit ${most})
    where n = ${most} or weight >= ${SLICE_WEIGHT} order by n limit 1`,
  );
  return end ?? null;
}
