/** What a moment sets off: a schedule once, and a day that comes due once for each row that has it. However many there are, other work goes between them. */
import type { DataRow, RowFilter } from "@edgewright/contracts";
import { type Clock, iso, type Sql } from "@edgewright/core";
import { plusDays, Zone } from "@edgewright/data-store";
import { nextMoment } from "./clockwork.ts";
import { type Rows, scopeOf } from "./effects.ts";
import type { Trigger } from "./set-off.ts";
import type { Runs } from "./store/runs.ts";
import type { Spec, Specs } from "./store/specs.ts";

const AT_ONCE = 200;
/** Mornings that nobody was there for, as the platform was not: no more are made up for. */
const MORNINGS_MAX = 7;
const DAY_MS = 24 * 3600 * 1000;

export type TimeDeps = {
  clock: Clock;
  rows: Rows;
  sql: Sql;
  specs: Specs;
  runs: Runs;
  trigger: Trigger;
  pause(): Promise<void>;
};

/** `at`: the moment it was set for. Whoever dies on the way begins again: what has begun does not begin twice. */
export async function beginDue(deps: TimeDeps, spec: Spec, at: number): Promise<void> {
  const { clock, sql, specs, runs } = deps;
  const { when } = spec.automation;
  const next = () => specs.setNext(spec.name, nextMoment(spec.automation, Math.max(at, clock.now())));
  if (when.event === "schedule")
    return sql.transaction(() => {
      runs.begin({ spec, row: null, depth: 0, cause: `${spec.name}@${at}` });
      next();
    });
  if (when.event === "due") for (const day of morningsOf(spec, at, clock.now())) await beginDay(deps, spec, day);
  next();
}

/** The days, where the automation belongs, from the one that it was set for to today. */
function morningsOf({ automation }: Spec, at: number, now: number): string[] {
  const zone = new Zone(automation.zone);
  const today = zone.dayAt(now);
  const days: string[] = [];
  for (let day = zone.dayAt(Math.max(at, now - MORNINGS_MAX * DAY_MS)); day <= today; day = plusDays(day, 1)) days.push(day);
  return days;
}

async function beginDay({ rows, sql, runs, trigger, clock, pause }: TimeDeps, spec: Spec, day: string): Promise<void> {
  const { when, zone } = spec.automation;
  if (when.event !== "due") return;
  const target = plusDays(day, when.daysBefore);
  const column = rows
    .schema("current")
    .tables.find(({ name }) => name === when.table)
    ?.columns.find(({ name }) => name === when.field);
  if (!column) return;
  const filters = onDay(column, target, new Zone(zone));
  let cursor: string | undefined;
  do {
    const page = await rows.list(scopeOf(spec.name), when.table, {
      filters,
      limit: AT_ONCE,
      zone,
      ...(cursor !== undefined && { cursor }),
    });
    if (!page.ok) throw new Error(page.error.message);
    sql.transaction(() => {
      for (const row of page.value.rows) {
        const { id, author, values } = apart(row);
        if (!trigger.holds(values, values, { now: iso(clock.now()), today: day })) continue;
        const cause = `${spec.name}:${when.daysBefore}:${id}:${target}`;
        runs.begin({ spec, row: { table: when.table, id, values, old: null, author }, depth: 0, cause });
      }
    });
    cursor = page.value.cursor ?? undefined;
    await pause();
  } while (cursor !== undefined);
}

const onDay = ({ name, type }: { name: string; type: string }, day: string, zone: Zone): RowFilter[] =>
  type === "date"
    ? [{ column: name, op: "eq", value: day }]
    : [
        { column: name, op: "gte", value: zone.startOf(day) },
        { column: name, op: "lt", value: zone.startOf(plusDays(day, 1)) },
      ];

function apart({ id, createdBy, createdAt: _, updatedAt: __, revision: ___, ...values }: DataRow) {
  return { id, author: createdBy, values };
}
