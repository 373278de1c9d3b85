/** What a SessionStream does, apart from the platform it runs on: the log, the jobs and their lease, sending to the queue, telling listeners. */
import type { SessionNotes } from "@edgewright/chat";
import type {
  Acting,
  AppendResult,
  BeginResult,
  CodegenMessage,
  Enqueue,
  JobAnswer,
  JobChange,
  JobScheduleRpc,
  JournalEntry,
  NewEvent,
  SessionStreamRpc,
  SteeringMessage,
  StreamEvent,
} from "@edgewright/contracts";
import { type Clock, log, type Sql } from "@edgewright/core";
import { EventLog } from "./event-log.ts";
import { JobQueue, type JobRow, mustSend, nextWake } from "./job-queue.ts";
import { amendLine, answerLine, stopLine } from "./lines.ts";
import { NoteDelivery } from "./note-delivery.ts";
import { createTables } from "./storage.ts";

export type SessionDeps = {
  sql: Sql;
  clock: Clock;
  places: JobScheduleRpc;
  send(message: CodegenMessage): Promise<void>;
  setAlarm(at: number): Promise<void>;
  /** Called with events in their order, right after they are stored. */
  publish(events: StreamEvent[]): void;
  /** What is decided here and kept in the database too. May be told the same again. */
  notes: SessionNotes;
};

type TakenSteering = Awaited<ReturnType<SessionStreamRpc["takeSteering"]>>;

const SEND_RETRY_MS = 2000;
/** A job that waits for a place asks again so often, should it not be told. */
const ASK_AGAIN_MS = 10_000;

export class Session implements SessionStreamRpc {
  readonly log: EventLog;
  private readonly jobs: JobQueue;
  private readonly notes: NoteDelivery;
  private readonly deps: SessionDeps;

  constructor(deps: SessionDeps) {
    this.deps = deps;
    createTables(deps.sql);
    this.log = new EventLog(deps.sql);
    this.jobs = new JobQueue(deps.sql);
    this.notes = new NoteDelivery(deps);
  }

  async post(events: NewEvent[]): Promise<number> {
    this.write(null, events);
    return this.log.lastSeq();
  }

  async enqueue(input: Enqueue): Promise<void> {
    const stored = this.deps.sql.transaction(() => {
      if (!this.jobs.add(input)) return [];
      const head = this.jobs.head();
      if (input.deliver === "steer" && head) this.jobs.resume(head.job_id);
      return this.log.append(input.events, input.jobId, this.deps.clock.now());
    });
    if (stored.length > 0) this.deps.publish(stored);
    await this.schedule();
  }

  async begin(jobId: string): Promise<BeginResult> {
    const begun = this.deps.sql.transaction(() => this.jobs.begin(jobId, this.deps.clock.now()));
    if (begun.state !== "begun") return { state: begun.state };
    await this.wake();
    return { ...begun, journal: this.jobs.journal(jobId) };
  }

  async append(input: { jobId: string; fence: number; events: NewEvent[]; step?: JournalEntry }): Promise<AppendResult> {
    return this.fenced(input, () => {
      if (input.step) this.jobs.record(input.jobId, input.step);
    });
  }

  async renew(input: { jobId: string; fence: number }): Promise<AppendResult> {
    return this.fenced({ ...input, events: [] });
  }

  async giveBack(input: { jobId: string; fence: number }): Promise<AppendResult> {
    return this.fenced({ ...input, events: [] }, () => this.jobs.giveBack(input.jobId));
  }

  async finish(input: { jobId: string; fence: number; events: NewEvent[] }): Promise<AppendResult> {
    const result = this.fenced(input, () => {
      this.jobs.end(input.jobId);
      this.log.compact(input.jobId);
    });
    if (result.ok) await this.letGo(input.jobId);
    return result;
  }

  async takeSteering({ jobId, fence, step }: { jobId: string; fence: number; step: string }): Promise<TakenSteering> {
    const taken = this.deps.sql.transaction(() => {
      if (!this.jobs.renew(jobId, fence, this.deps.clock.now())) return null;
      const earlier = this.jobs.recorded(jobId, step);
      if (earlier !== undefined) return { messages: earlier as SteeringMessage[], stored: [] };
      const messages = this.jobs.takeSteering();
      if (messages.length > 0) this.jobs.record(jobId, { step, result: messages });
      const now = this.deps.clock.now();
      const stored = messages.flatMap((message) =>
        this.log.append([{ type: "message.steered", data: { messageId: message.messageId, into: jobId } }], message.jobId, now),
      );
      return { messages, stored };
    });
    if (!taken) return { ok: false, code: "stale_lease" };
    if (taken.stored.length > 0) this.deps.publish(taken.stored);
    return { ok: true, messages: taken.messages };
  }

  /** What came while the consumer decided to pause wakes the job again at once. */
  async pause(input: { jobId: string; fence: number; step: string; events: NewEvent[] }): Promise<AppendResult> {
    const result = this.fenced(input, () => {
      this.jobs.pause(input.jobId, input.step);
      const awaited = this.jobs.waiting().some(({ deliver }) => deliver === "steer");
      if (awaited || this.jobs.get(input.jobId)?.cancelled === 1) this.jobs.resume(input.jobId);
    });
    if (result.ok) await this.letGo(input.jobId);
    return result;
  }

  async answer({ jobId, kind, result, events, by }: JobAnswer): Promise<"resumed" | "not_waiting"> {
    const job = this.jobs.get(jobId);
    if (job?.state !== "waiting" || !job.awaits.startsWith(`${kind}:`)) return "not_waiting";
    this.write(jobId, events, () => {
      this.jobs.record(jobId, { step: job.awaits, result });
      this.jobs.resume(jobId);
      if (by) this.notes.put({ line: answerLine(this.deps.clock, by, job, kind, result), change: null });
    });
    await this.notes.bring();
    await this.schedule();
    return "resumed";
  }

  async amend({ jobId, text, deliver, before, by }: JobChange): Promise<"amended" | "begun" | "unknown"> {
    const job = this.jobs.get(jobId);
    if (!job) return "unknown";
    const waits = job.state === "queued" && job.fence === 0 && this.jobs.head()?.job_id !== job.job_id;
    if (!waits) return "begun";
    const stored = this.deps.sql.transaction(() => {
      this.jobs.amend(job.job_id, { message: text, deliver });
      if (before !== undefined) this.jobs.move(job.job_id, before);
      const head = this.jobs.head();
      if (deliver === "steer" && head) this.jobs.resume(head.job_id);
      const edited = text === undefined ? null : ({ kind: "message_edited", messageId: job.message_id, text } as const);
      this.notes.put({ line: by ? amendLine(this.deps.clock, by, job, edited !== null) : null, change: edited });
      const waiting = this.jobs.waiting().map((row) => ({ jobId: row.job_id, deliver: row.deliver }));
      const events: NewEvent[] =
        edited === null ? [] : [{ type: "message.edited", data: { messageId: edited.messageId, text: edited.text } }];
      return this.log.append([...events, { type: "queue.changed", data: { waiting } }], null, this.deps.clock.now());
    });
    this.deps.publish(stored);
    await this.notes.bring();
    await this.schedule();
    return "amended";
  }

  async cancel(jobId: string, by?: Acting): Promise<"ended" | "signalled" | "unknown"> {
    const job = this.jobs.get(jobId);
    if (!job || job.state === "ended") return "unknown";
    const line = by ? stopLine(this.deps.clock, by, job) : null;
    if (job.fence > 0) {
      this.deps.sql.transaction(() => {
        this.jobs.markCancelled(jobId);
        // Nobody holds a job that waits for a person: a consumer comes to close it.
        this.jobs.resume(jobId);
        this.notes.put({ line, change: null });
      });
      await this.notes.bring();
      if (job.state !== "running") await this.release(jobId);
      await this.schedule();
      return "signalled";
    }
    const kept = { liveVersion: this.log.liveVersion(), draftFiles: [] };
    this.write(jobId, [{ type: "job.cancelled", data: { kept } }], () => {
      this.jobs.end(jobId);
      this.log.compact(jobId);
      this.notes.put({ line, change: { kind: "job_stopped", jobId, at: this.deps.clock.now() } });
    });
    await this.notes.bring();
    await this.letGo(jobId);
    return "ended";
  }

  async read(input: { after: number; limit: number }): Promise<StreamEvent[]> {
    return this.log.read(input.after, input.limit);
  }

  /** Does what is left to do: brings notes to the database, and sends the job whose turn it is. */
  async alarm(): Promise<void> {
    await this.notes.bring();
    await this.schedule();
  }

  /** Sends the job whose turn it is, if the schedule has a place for it, nobody works on it and it was not sent lately. Called after each change. */
  async schedule(): Promise<void> {
    const asking = this.jobs.head();
    if (asking === null || asking.state === "waiting") return;
    const now = this.deps.clock.now();
    // The alarm is set first: if this object dies before the message is out, it is sent by the alarm.
    await this.notes.setAlarm(now + SEND_RETRY_MS);
    const place = await this.ask(asking);
    // Meanwhile it may have begun, come to wait for a person, or ended.
    const head = this.jobs.head();
    if (head?.job_id !== asking.job_id || head.state === "waiting") return this.release(asking.job_id);
    if (mustSend(head, now)) {
      this.tellPlace(head.job_id, place);
      // A message of an earlier turn may still be on its way, and does not begin the job without a place.
      this.jobs.markSent(head.job_id, place > 0 ? 0 : now);
      if (place > 0) return this.notes.setAlarm(now + ASK_AGAIN_MS);
      await this.deps.send({ kind: "codegen", jobId: head.job_id, sessionId: head.session_id, projectId: head.project_id });
    }
    await this.wake();
  }

  async placed({ jobId, place }: { jobId: string; place: number }): Promise<boolean> {
    const head = this.jobs.head();
    if (head?.job_id !== jobId || head.state === "waiting") return false;
    if (place === 0) await this.schedule();
    else if (head.state === "queued") this.tellPlace(jobId, place);
    return true;
  }

  /** A job that was stopped is closed at once: that is no work. */
  private async ask(job: JobRow): Promise<number> {
    if (job.cancelled === 1 && job.state === "queued") return 0;
    return this.deps.places.ask({ jobId: job.job_id, sessionId: job.session_id, organizationId: job.organization_id });
  }

  /** The job does not work any more; the next one of the session may. */
  private async letGo(jobId: string): Promise<void> {
    await this.release(jobId);
    await this.schedule();
  }

  /** A place that is not released becomes free when its lease ends. */
  private async release(jobId: string): Promise<void> {
    await this.deps.places.release(jobId).catch((error) => log.warn("place not released", { jobId, error: String(error) }));
  }

  private tellPlace(jobId: string, place: number): void {
    const stored = this.deps.sql.transaction(() => this.log.replacePlace(jobId, place, this.deps.clock.now()));
    if (stored.length > 0) this.deps.publish(stored);
  }

  private async wake(): Promise<void> {
    const at = nextWake(this.jobs.head());
    if (at !== null) await this.notes.setAlarm(Math.max(at, this.deps.clock.now() + 1));
  }

  private fenced(input: { jobId: string; fence: number; events: NewEvent[] }, also?: () => void): AppendResult {
    const now = this.deps.clock.now();
    const written = this.deps.sql.transaction(() => {
      const lease = this.jobs.renew(input.jobId, input.fence, now);
      if (!lease) return null;
      const stored = this.log.append(input.events, input.jobId, now);
      also?.();
      return { stored, cancelled: lease.cancelled };
    });
    if (!written) return { ok: false, code: "stale_lease" };
    if (written.stored.length > 0) this.deps.publish(written.stored);
    return { ok: true, seq: this.log.lastSeq(), cancelled: written.cancelled };
  }

  private write(jobId: string | null, events: NewEvent[], also?: () => void): void {
    const stored = this.deps.sql.transaction(() => {
      const appended = this.log.append(events, jobId, this.deps.clock.now());
      also?.();
      return appended;
    });
    this.deps.publish(stored);
  }
}
