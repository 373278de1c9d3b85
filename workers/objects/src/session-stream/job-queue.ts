/**
 * The jobs of a session: one at work at a time, oldest first. A job's lease (30 s)
 * goes to one consumer; its fence grows with each lease, and what carries an older
 * fence is refused. The journal holds the steps that are done. See decision 0004.
 */
import type { JournalEntry } from "@edgewright/contracts";
import type { Sql } from "./storage.ts";

export const LEASE_MS = 30_000;
/** A job that was sent to the queue and not begun for so long is sent again. */
export const UNDELIVERED_MS = 15_000;

export type JobRow = {
  job_id: string;
  session_id: string;
  project_id: string;
  state: "queued" | "running" | "ended";
  fence: number;
  lease_until: number;
  sent_at: number;
  cancelled: number;
};

export type Begun = { state: "begun"; fence: number; cancelled: boolean } | { state: "leased" | "busy" | "finished" };

export class JobQueue {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  get(jobId: string): JobRow | null {
    return this.sql.all<JobRow>("select * from jobs where job_id = ?", jobId)[0] ?? null;
  }

  /** False when the job is already known. */
  add(job: { jobId: string; sessionId: string; projectId: string }): boolean {
    const added = this.sql.all(
      `insert into jobs (job_id, position, session_id, project_id, state, fence, lease_until, sent_at, cancelled)
       select ?, coalesce(max(position), 0) + 1, ?, ?, 'queued', 0, 0, 0, 0 from jobs where true
       on conflict do nothing returning job_id`,
      job.jobId,
      job.sessionId,
      job.projectId,
    );
    return added.length > 0;
  }

  /** The oldest job that has not ended: the only one that may work. */
  head(): JobRow | null {
    return this.sql.all<JobRow>("select * from jobs where state <> 'ended' order by position limit 1")[0] ?? null;
  }

  begin(jobId: string, now: number): Begun {
    const job = this.get(jobId);
    if (!job || job.state === "ended") return { state: "finished" };
    if (this.head()?.job_id !== jobId) return { state: "busy" };
    if (job.state === "running" && job.lease_until > now) return { state: "leased" };
    const fence = job.fence + 1;
    this.sql.all("update jobs set state = 'running', fence = ?, lease_until = ? where job_id = ?", fence, now + LEASE_MS, jobId);
    return { state: "begun", fence, cancelled: job.cancelled === 1 };
  }

  /** Renews the lease; null when `fence` is not the present one. */
  renew(jobId: string, fence: number, now: number): { cancelled: boolean } | null {
    const job = this.get(jobId);
    if (job?.state !== "running" || job.fence !== fence) return null;
    this.sql.all("update jobs set lease_until = ? where job_id = ?", now + LEASE_MS, jobId);
    return { cancelled: job.cancelled === 1 };
  }

  journal(jobId: string): JournalEntry[] {
    return this.sql
      .all<{ step: string; result: string }>("select step, result from journal where job_id = ? order by position", jobId)
      .map((row) => ({ step: row.step, result: JSON.parse(row.result) }));
  }

  record(jobId: string, entry: JournalEntry): void {
    this.sql.all(
      `insert into journal (job_id, position, step, result) values (?, (select count(*) from journal where job_id = ?), ?, ?)
       on conflict (job_id, step) do update set result = excluded.result`,
      jobId,
      jobId,
      entry.step,
      JSON.stringify(entry.result),
    );
  }

  end(jobId: string): void {
    this.sql.all("update jobs set state = 'ended', lease_until = 0 where job_id = ?", jobId);
    this.sql.all("delete from journal where job_id = ?", jobId);
  }

  markCancelled(jobId: string): void {
    this.sql.all("update jobs set cancelled = 1 where job_id = ?", jobId);
  }

  markSent(jobId: string, now: number): void {
    this.sql.all("update jobs set sent_at = ? where job_id = ?", now, jobId);
  }
}

/** When the head job must be looked at again: neither before its lease ends nor while its delivery may be on its way. null: nothing waits. */
export const nextWake = (head: JobRow | null): number | null =>
  head === null ? null : Math.max(head.state === "running" ? head.lease_until : 0, head.sent_at + UNDELIVERED_MS);

/** Whether the head job must go to the queue now. */
export const mustSend = (head: JobRow, now: number): boolean => (nextWake(head) ?? 0) <= now;
