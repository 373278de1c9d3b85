/**
 * The jobs of a session: one at work at a time, oldest first. A job's lease (5 s)
 * goes to one consumer; its fence grows with each lease, and what carries an older
 * fence is refused. The journal holds the steps that are done. See decision 0004.
 */

import type { Delivery, Enqueue, JournalEntry, SteeringMessage } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { at } from "@edgewright/core";

/** A consumer renews every 400 ms: one that has not for so long is dead, or out of reach. */
export const LEASE_MS = 5000;
/** A renewal is written when the last one is so old, since a write costs. */
const RENEWED_MS = 1000;
/** A job that was sent to the queue and not begun for so long is sent again: a local queue forgets what it held when it dies. */
export const UNDELIVERED_MS = 5000;

export type JobRow = {
  job_id: string;
  session_id: string;
  project_id: string;
  organization_id: string;
  /** `waiting`: for a person, with its journal kept. */
  state: "queued" | "running" | "waiting" | "ended";
  fence: number;
  lease_until: number;
  /** 0: the job has no place to work, so a message for it that is still on its way begins nothing. */
  sent_at: number;
  cancelled: number;
  message_id: string;
  message: string;
  deliver: Delivery;
  /** While it waits: the step its answer is journalled under. */
  awaits: string;
};

export type BeginResult = { state: "begun"; fence: number; cancelled: boolean; text: string } | { state: "leased" | "busy" | "finished" };

export class JobQueue {
  private readonly sql: Sql;

  constructor(sql: Sql) {
    this.sql = sql;
  }

  get(jobId: string): JobRow | null {
    return this.sql.all<JobRow>("select * from jobs where job_id = ?", jobId)[0] ?? null;
  }

  /** False when the job is already known. */
  add(job: Omit<Enqueue, "events">): boolean {
    const added = this.sql.all(
      `insert into jobs (job_id, position, session_id, project_id, state, fence, lease_until, sent_at, cancelled, organization_id, message_id, message, deliver)
       select ?, coalesce(max(position), 0) + 1, ?, ?, 'queued', 0, 0, 0, 0, ?, ?, ?, ? from jobs where true
       on conflict do nothing returning job_id`,
      job.jobId,
      job.sessionId,
      job.projectId,
      job.organizationId,
      job.messageId,
      job.text,
      job.deliver,
    );
    return added.length > 0;
  }

  /** The oldest job that has not ended: the only one that may work. */
  head(): JobRow | null {
    return this.sql.all<JobRow>("select * from jobs where state <> 'ended' order by position limit 1")[0] ?? null;
  }

  begin(jobId: string, now: number): BeginResult {
    const job = this.get(jobId);
    if (!job || job.state === "ended") return { state: "finished" };
    if (this.head()?.job_id !== jobId || job.state === "waiting") return { state: "busy" };
    if (job.state === "running" && job.lease_until > now) return { state: "leased" };
    if (job.sent_at === 0) return { state: "busy" };
    const fence = job.fence + 1;
    this.sql.all("update jobs set state = 'running', fence = ?, lease_until = ? where job_id = ?", fence, now + LEASE_MS, jobId);
    return { state: "begun", fence, cancelled: job.cancelled === 1, text: job.message };
  }

  /** Renews the lease; null when `fence` is not the present one. */
  renew(jobId: string, fence: number, now: number): { cancelled: boolean } | null {
    const job = this.get(jobId);
    if (job?.state !== "running" || job.fence !== fence) return null;
    if (job.lease_until < now + LEASE_MS - RENEWED_MS)
      this.sql.all("update jobs set lease_until = ? where job_id = ?", now + LEASE_MS, jobId);
    return { cancelled: job.cancelled === 1 };
  }

  /** The next consumer need not wait for the lease to run out. */
  giveBack(jobId: string): void {
    this.sql.all("update jobs set lease_until = 0 where job_id = ?", jobId);
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

  recorded(jobId: string, step: string): JournalEntry["result"] | undefined {
    const [row] = this.sql.all<{ result: string }>("select result from journal where job_id = ? and step = ?", jobId, step);
    return row ? JSON.parse(row.result) : undefined;
  }

  /** Those behind the head, in their order. */
  waiting(): JobRow[] {
    return this.sql.all<JobRow>("select * from jobs where state <> 'ended' order by position").slice(1);
  }

  /** Ends the waiting messages that are to steer, and says what they were. */
  takeSteering(): SteeringMessage[] {
    const taken = this.waiting().filter(({ deliver }) => deliver === "steer");
    for (const { job_id } of taken) this.end(job_id);
    return taken.map((job) => ({ jobId: job.job_id, messageId: job.message_id, text: job.message }));
  }

  /** Gives the lease back. */
  pause(jobId: string, step: string): void {
    this.sql.all("update jobs set state = 'waiting', lease_until = 0, awaits = ? where job_id = ?", step, jobId);
  }

  /** Lets a job that waits for a person go to the queue again. */
  resume(jobId: string): void {
    this.sql.all("update jobs set state = 'queued', sent_at = 0 where job_id = ? and state = 'waiting'", jobId);
  }

  amend(jobId: string, { message, deliver }: { message?: string; deliver?: Delivery }): void {
    if (message !== undefined) this.sql.all("update jobs set message = ? where job_id = ?", message, jobId);
    if (deliver !== undefined) this.sql.all("update jobs set deliver = ? where job_id = ?", deliver, jobId);
  }

  /** Puts a waiting job before another one; behind all when that one does not wait. */
  move(jobId: string, before: string | null): void {
    const waiting = this.waiting();
    const order = waiting.map((job) => job.job_id).filter((id) => id !== jobId);
    const place = before === null ? -1 : order.indexOf(before);
    order.splice(place < 0 ? order.length : place, 0, jobId);
    const places = this.sql.all<{ position: number }>("select position from jobs where state <> 'ended' order by position").slice(1);
    for (const [index, id] of order.entries())
      this.sql.all("update jobs set position = ? where job_id = ?", at(places, index).position, id);
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

/** When the head job must be looked at again: neither before its lease ends nor while its delivery may be on its way. null: there is none, or it waits for a person. */
export const nextWake = (head: JobRow | null): number | null =>
  head === null || head.state === "waiting"
    ? null
    : Math.max(head.state === "running" ? head.lease_until : 0, head.sent_at + UNDELIVERED_MS);

/** Whether the head job must go to the queue now. */
export function mustSend(head: JobRow, now: number): boolean {
  const at = nextWake(head);
  return at !== null && at <= now;
}
