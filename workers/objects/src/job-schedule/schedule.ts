/**
 * Which jobs work, and which wait for a place: so many at once, and in turns between organizations. A place that is
 * not renewed is free again. Whoever lost track asks once more; all is idempotent by job. Plain logic; object.ts is
 * the shell. See decision 0023.
 */

import type { JobScheduleRpc, PlaceAsked } from "@edgewright/contracts";
import type { Clock, Sql } from "@edgewright/core";
import { first } from "@edgewright/core";

/** A session renews its place about every 5 s, with the lease of its job. */
export const PLACE_MS = 30_000;
/** Those who wait are told of their places so often at most, in one go. */
const TELL_MS = 1000;
/** Cloudflare lets an object make 1,000 calls in one go. */
const TELL_AT_ONCE = 500;

export type ScheduleDeps = {
  sql: Sql;
  clock: Clock;
  slots: number;
  setAlarm(at: number): Promise<void>;
  /** False: the session has no use for the place. */
  tell(sessionId: string, told: { jobId: string; place: number }): Promise<boolean>;
};

type Place = { job_id: string; session_id: string; place: number; told: number };

/**
 * Next is the job whose organization has the fewest at work, counting those of its own before it; among equals the one
 * whose organization had its last turn longest ago.
 */
const IN_TURN = `
  select job_id, session_id, told, row_number() over (order by level, turn, position) as place from (
    select jobs.*, organizations.turn, organizations.working +
      row_number() over (partition by jobs.organization_id order by position) as level
    from jobs join organizations using (organization_id) where lease_until is null)`;

export class Schedule implements JobScheduleRpc {
  private readonly deps: ScheduleDeps;
  private toldAt = 0;

  constructor(deps: ScheduleDeps) {
    this.deps = deps;
    // `lease_until` is null while a job waits; `told` is the place its session knows of.
    deps.sql.all(`create table if not exists jobs (
      position integer primary key autoincrement, job_id text not null unique, session_id text not null,
      organization_id text not null, lease_until integer, told integer not null)`);
    deps.sql.all("create index if not exists jobs_of on jobs (organization_id)");
    // Those with jobs here: how many of them work, and a number that grows with each turn.
    deps.sql.all(
      "create table if not exists organizations (organization_id text primary key, working integer not null, turn integer not null)",
    );
  }

  async ask(asked: PlaceAsked): Promise<number> {
    const place = this.deps.sql.transaction(() => {
      this.sweep();
      this.add(asked);
      this.grant();
      return this.renew(asked.jobId);
    });
    await this.wake();
    return place;
  }

  async release(jobId: string): Promise<void> {
    this.deps.sql.transaction(() => {
      this.remove(jobId);
      this.grant();
    });
    await this.wake();
  }

  /** Frees places that were not renewed, and tells sessions whose place has changed. A session that missed it asks by itself. */
  async tend(): Promise<void> {
    const changed = this.deps.sql.transaction(() => {
      this.sweep();
      this.grant();
      const untold = this.untold().slice(0, TELL_AT_ONCE);
      for (const { job_id, place } of untold) this.deps.sql.all("update jobs set told = ? where job_id = ?", place, job_id);
      return untold;
    });
    this.toldAt = this.deps.clock.now();
    await Promise.all(changed.map((place) => this.tell(place)));
    await this.wake();
  }

  private async tell({ job_id, session_id, place }: Place): Promise<void> {
    const wanted = await this.deps.tell(session_id, { jobId: job_id, place }).catch(() => true);
    if (!wanted) await this.release(job_id);
  }

  private add({ jobId, sessionId, organizationId }: PlaceAsked): void {
    if (this.deps.sql.all("select 1 as known from jobs where job_id = ?", jobId).length > 0) return;
    // Who comes anew stands behind all but the one whose turn was the last.
    this.deps.sql.all(
      "insert into organizations select ?, 0, coalesce(max(turn), 1) - 1 from organizations where true on conflict do nothing",
      organizationId,
    );
    this.deps.sql.all(
      "insert into jobs (job_id, session_id, organization_id, lease_until, told) values (?, ?, ?, null, 0)",
      jobId,
      sessionId,
      organizationId,
    );
  }

  private renew(jobId: string): number {
    const place = this.waiting().find(({ job_id }) => job_id === jobId)?.place ?? 0;
    if (place === 0) this.deps.sql.all("update jobs set lease_until = ? where job_id = ?", this.deps.clock.now() + PLACE_MS, jobId);
    this.deps.sql.all("update jobs set told = ? where job_id = ?", place, jobId);
    return place;
  }

  private remove(jobId: string): void {
    const [gone] = this.deps.sql.all<{ organization_id: string; lease_until: number | null }>(
      "delete from jobs where job_id = ? returning organization_id, lease_until",
      jobId,
    );
    if (!gone) return;
    const { organization_id: of } = gone;
    if (gone.lease_until !== null) this.deps.sql.all("update organizations set working = working - 1 where organization_id = ?", of);
    this.deps.sql.all(
      "delete from organizations where organization_id = ? and not exists (select 1 from jobs where jobs.organization_id = organizations.organization_id)",
      of,
    );
  }

  private sweep(): void {
    const now = this.deps.clock.now();
    for (const { job_id } of this.deps.sql.all<{ job_id: string }>("select job_id from jobs where lease_until <= ?", now))
      this.remove(job_id);
  }

  private grant(): void {
    const { working } = first(this.deps.sql.all<{ working: number }>("select count(*) as working from jobs where lease_until is not null"));
    for (let free = this.deps.slots - working; free > 0; free--) {
      const [next] = this.deps.sql.all<Place>(`${IN_TURN} order by place limit 1`);
      if (!next) return;
      const [{ organization_id: of } = { organization_id: "" }] = this.deps.sql.all<{ organization_id: string }>(
        "update jobs set lease_until = ? where job_id = ? returning organization_id",
        this.deps.clock.now() + PLACE_MS,
        next.job_id,
      );
      this.deps.sql.all(
        "update organizations set working = working + 1, turn = (select max(turn) + 1 from organizations) where organization_id = ?",
        of,
      );
    }
  }

  private waiting(): Place[] {
    return this.deps.sql.all<Place>(`${IN_TURN} order by place`);
  }

  /** Those who may begin come first. */
  private untold(): Place[] {
    const granted = this.deps.sql.all<Place>(
      "select job_id, session_id, told, 0 as place from jobs where lease_until is not null and told > 0",
    );
    return [...granted, ...this.waiting().filter(({ place, told }) => place !== told)];
  }

  private async wake(): Promise<void> {
    const [first] = this.untold();
    if (first) return this.deps.setAlarm(first.place === 0 ? this.deps.clock.now() : this.toldAt + TELL_MS);
    const [next] = this.deps.sql.all<{ at: number | null }>("select min(lease_until) as at from jobs");
    if (next?.at) await this.deps.setAlarm(next.at);
  }
}
