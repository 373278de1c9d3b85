/** Runs of automations: begun once, taken up by one at a time in the order of their row, tried again ever later, and given up with a reason. */
import type { Failure, RunState } from "@edgewright/contracts";
import { type Clock, iso, newId, type Sql } from "@edgewright/core";
import type { Spec } from "./specs.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** Whoever has taken a run up has it for so long. */
const HELD_MS = MINUTE_MS;
/** Before each further try. */
const WAITS_MS = [30_000, 2 * MINUTE_MS, 10 * MINUTE_MS, 60 * MINUTE_MS, 240 * MINUTE_MS];
const KEPT_MS = 30 * DAY_MS;
const FORGOTTEN_AT_ONCE = 500;
/** One automation after the other, each set off by the one before. */
const DEPTH_MAX = 5;
export const RUNS_A_DAY = 20_000;

export type RunRow = {
  seq: number;
  id: string;
  spec: number;
  name: string;
  table_name: string | null;
  row_id: string | null;
  row: string | null;
  old: string | null;
  author: string | null;
  depth: number;
  state: RunState;
  step: number;
  attempts: number;
  due: number;
  fence: number;
  reason: string | null;
  at: number;
  ended: number | null;
};

/** The row that sets it off, as it is then. */
export type RowOfRun = {
  table: string;
  id: string;
  values: Record<string, unknown>;
  old: Record<string, unknown> | null;
  author: string | null;
};

/** `cause`: what can set it off only once. */
export type Begin = { spec: Spec; row: RowOfRun | null; depth: number; cause?: string };

export class Runs {
  private readonly sql: Sql;
  private readonly clock: Clock;

  constructor({ sql, clock }: { sql: Sql; clock: Clock }) {
    this.sql = sql;
    this.clock = clock;
  }

  /** In the transaction of what sets it off. Null: it began already, or no more may begin today. */
  begin({ spec, row, depth, cause }: Begin): string | null {
    const now = this.clock.now();
    if (cause !== undefined && this.sql.all("select 1 from automation_runs where cause = ?", cause).length > 0) return null;
    if (!this.count("runs", RUNS_A_DAY)) {
      this.sql.all("update automation_days set unbegun = unbegun + 1 where day = ?", this.day);
      return null;
    }
    const isCut = depth > DEPTH_MAX;
    const id = newId("run");
    this.sql.all(
      `insert into automation_runs (id, spec, name, cause, table_name, row_id, row, old, author, depth, state, due, reason, at, ended)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ...[id, spec.id, spec.name, cause ?? null, row?.table ?? null, row?.id ?? null],
      ...[row ? JSON.stringify(row.values) : null, row?.old ? JSON.stringify(row.old) : null, row?.author ?? null, depth],
      ...[isCut ? "dead" : "waiting", now, isCut ? LOOP : null, now, isCut ? now : null],
    );
    return id;
  }

  /** The one that waits longest of those whose row has no earlier one that waits; null: none may be taken up now. */
  take(): RunRow | null {
    const now = this.clock.now();
    const [run] = this.sql.all<RunRow>(
      `select * from automation_runs r where state = 'waiting' and due <= ? and not exists
        (select 1 from automation_runs e where e.row_id = r.row_id and e.state = 'waiting' and e.seq < r.seq) order by due, seq limit 1`,
      now,
    );
    if (!run) return null;
    this.sql.all("update automation_runs set due = ?, fence = fence + 1, attempts = attempts + 1 where seq = ?", now + HELD_MS, run.seq);
    const taken = { ...run, fence: run.fence + 1, attempts: run.attempts + 1 };
    if (run.attempts <= WAITS_MS.length) return taken;
    this.end(taken, "dead", "It was begun again and again, and never came to an end.");
    return this.take();
  }

  find(id: string): RunRow | null {
    return this.sql.all<RunRow>("select * from automation_runs where id = ?", id)[0] ?? null;
  }

  /** Whether it is still held under this fence. */
  holds({ id, fence }: { id: string; fence: number }): boolean {
    return this.sql.all("select 1 from automation_runs where id = ? and fence = ? and state = 'waiting'", id, fence).length > 0;
  }

  /** On to the next step. */
  stepped(run: Pick<RunRow, "id">, step: number, due = this.clock.now()): void {
    this.sql.all("update automation_runs set step = ?, attempts = 0, due = ?, reason = null where id = ?", step, due, run.id);
  }

  /** Tried again later, where that may help; else given up. */
  failed(run: Pick<RunRow, "id" | "attempts">, { message, retry, after }: Failure): void {
    const wait = WAITS_MS[run.attempts - 1];
    if (retry !== true || wait === undefined) {
      this.end(run, "dead", message);
      return;
    }
    const due = this.clock.now() + Math.max(wait, (after ?? 0) * 1000);
    this.sql.all("update automation_runs set due = ?, reason = ? where id = ?", due, message, run.id);
  }

  end(run: Pick<RunRow, "id">, state: "done" | "dead", reason: string | null = null): void {
    this.sql.all("update automation_runs set state = ?, reason = ?, ended = ? where id = ?", state, reason, this.clock.now(), run.id);
  }

  /** One that was given up waits again. What of its step may have been done is tried once more, as a person has said so. */
  revive(id: string): boolean {
    const [run] = this.sql.all<RunRow>("select * from automation_runs where id = ? and state = 'dead'", id);
    if (!run) return false;
    this.sql.all("update automation_steps set stage = 'undone' where run = ? and step = ?", id, run.step);
    this.sql.all(
      "update automation_runs set state = 'waiting', attempts = 0, fence = fence + 1, due = ?, reason = null, ended = null, depth = min(depth, ?) where id = ?",
      ...[this.clock.now(), DEPTH_MAX, id],
    );
    return true;
  }

  /** All that wait are given up. */
  giveUp(name: string, reason: string): void {
    this.sql.all(
      "update automation_runs set state = 'dead', reason = ?, ended = ? where name = ? and state = 'waiting'",
      ...[reason, this.clock.now(), name],
    );
  }

  list({ automation, state }: { automation?: string; state?: RunState }, limit: number): RunRow[] {
    const [wanted, values]: [string[], string[]] = [[], []];
    if (automation !== undefined) [wanted.push("name = ?"), values.push(automation)];
    if (state !== undefined) [wanted.push("state = ?"), values.push(state)];
    const where = wanted.length > 0 ? `where ${wanted.join(" and ")}` : "";
    return this.sql.all<RunRow>(`select * from automation_runs ${where} order by seq desc limit ?`, ...values, limit);
  }

  counts(): Map<string, Record<RunState, number>> {
    const counts = new Map<string, Record<RunState, number>>();
    const rows = this.sql.all<{ name: string; state: RunState; count: number }>(
      "select name, state, count(*) as count from automation_runs group by name, state",
    );
    for (const { name, state, count } of rows)
      counts.set(name, { ...(counts.get(name) ?? { done: 0, waiting: 0, dead: 0 }), [state]: count });
    return counts;
  }

  /** When something is to be taken up; null: nothing waits. */
  next(): number | null {
    return this.sql.all<{ due: number | null }>("select min(due) as due from automation_runs where state = 'waiting'")[0]?.due ?? null;
  }

  /** One more of what there may be so many of in a day; false: there were as many. */
  count(what: "runs" | "mails", most: number): boolean {
    this.sql.all("insert or ignore into automation_days (day) values (?)", this.day);
    const [before] = this.sql.all<{ count: number }>(`select ${what} as count from automation_days where day = ?`, this.day);
    if ((before?.count ?? 0) >= most) return false;
    this.sql.all(`update automation_days set ${what} = ${what} + 1 where day = ?`, this.day);
    return true;
  }

  unbegun(): number {
    return this.sql.all<{ unbegun: number }>("select unbegun from automation_days where day = ?", this.day)[0]?.unbegun ?? 0;
  }

  forgetOld(): void {
    const old = this.clock.now() - KEPT_MS;
    const runs = this.sql.all<{ id: string }>(`select id from automation_runs where ended < ? limit ${FORGOTTEN_AT_ONCE}`, old);
    this.sql.transaction(() => {
      for (const { id } of runs) {
        this.sql.all("delete from automation_steps where run = ?", id);
        this.sql.all("delete from automation_runs where id = ?", id);
      }
      this.sql.all("delete from automation_days where day < ?", iso(old).slice(0, 10));
    });
  }

  private get day(): string {
    return iso(this.clock.now()).slice(0, 10);
  }
}

const LOOP = `Automations set each other off ${DEPTH_MAX} times, one after the other: the sixth was not done.`;
