/**
 * A consumer's hold on one job: says events to the session's stream, journals finished
 * steps, and notices within `renewMs` when the person pressed stop or another consumer
 * took over. Either aborts `signal`, which the model's HTTP request carries.
 */
import type { AppendResult, JournalEntry, NewEvent, Outcome, SessionStreamRpc, SteeringMessage } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

export type LeaseOptions = { renewMs: number; coalesceMs: number };
export const LEASE_OPTIONS: LeaseOptions = { renewMs: 400, coalesceMs: 40 };

type Stream = Pick<SessionStreamRpc, "append" | "renew" | "giveBack" | "finish" | "pause" | "takeSteering">;
type Job = { jobId: string; fence: number };

export class JobLease {
  private readonly stream: Stream;
  private readonly job: Job;
  private readonly options: LeaseOptions;
  private readonly controller = new AbortController();
  private buffer: NewEvent[] = [];
  private pending: Promise<void> = Promise.resolve();
  private timer: ReturnType<typeof setTimeout> | null = null;
  private readonly watch: ReturnType<typeof setInterval>;
  private lost = false;
  private cancelled: boolean;

  constructor(stream: Stream, job: Job, cancelled: boolean, options: LeaseOptions = LEASE_OPTIONS) {
    this.stream = stream;
    this.job = job;
    this.options = options;
    this.cancelled = cancelled;
    if (cancelled) this.controller.abort();
    this.watch = setInterval(() => this.enqueue(() => this.stream.renew(this.job)), options.renewMs);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  /** Why work must stop here, or null. */
  get stopped(): { ok: false; error: { code: "stale_lease" | "cancelled"; message: string } } | null {
    if (this.lost) return { ok: false, error: { code: "stale_lease", message: "Another consumer has taken this job over." } };
    if (this.cancelled) return { ok: false, error: { code: "cancelled", message: "The job was stopped." } };
    return null;
  }

  /** Says events soon: what comes within `coalesceMs` goes out in one write, and text deltas of one message become one. */
  say(...events: NewEvent[]): void {
    for (const event of events) this.add(event);
    this.timer ??= setTimeout(() => void this.flush(), this.options.coalesceMs);
  }

  /** Says events, together with what was said before, and records the step they finish in the same write. */
  async record(step: JournalEntry, ...events: NewEvent[]): Promise<Outcome<void>> {
    for (const event of events) this.add(event);
    const said = this.take();
    await this.enqueue(() => this.stream.append({ ...this.job, events: said, step }));
    return this.stopped ?? ok(undefined);
  }

  async flush(): Promise<void> {
    const said = this.take();
    if (said.length > 0) await this.enqueue(() => this.stream.append({ ...this.job, events: said }));
    else await this.pending;
  }

  /** Ends the job in the stream. A stale lease may not. */
  async finish(...events: NewEvent[]): Promise<Outcome<void>> {
    for (const event of events) this.add(event);
    const said = this.take();
    this.release();
    await this.enqueue(() => this.stream.finish({ ...this.job, events: said }));
    return this.lost ? fail("stale_lease", "Another consumer has taken this job over.", { next: "Leave the job to it." }) : ok(undefined);
  }

  /** Gives the job back to wait under `step` for a person. */
  async pause(step: string, ...events: NewEvent[]): Promise<Outcome<void>> {
    for (const event of events) this.add(event);
    const said = this.take();
    this.release();
    await this.enqueue(() => this.stream.pause({ ...this.job, step, events: said }));
    return this.lost ? fail("stale_lease", "Another consumer has taken this job over.", { next: "Leave the job to it." }) : ok(undefined);
  }

  /** What people said to this job meanwhile, each message once; the same ones when asked again for the same step. */
  async takeSteering(step: string): Promise<Outcome<SteeringMessage[]>> {
    await this.flush();
    let messages: SteeringMessage[] = [];
    await this.enqueue(async () => {
      const taken = await this.stream.takeSteering({ ...this.job, step });
      if (!taken.ok) return taken;
      messages = taken.messages;
      return { ok: true, seq: 0, cancelled: this.cancelled };
    });
    return this.stopped ?? ok(messages);
  }

  /** Lets the next consumer begin at once. Where that cannot be said, the lease runs out. */
  async giveBack(): Promise<void> {
    this.release();
    await this.enqueue(() => this.stream.giveBack(this.job));
  }

  /** Stops renewing. The lease then runs out by itself, and the job is sent again. */
  release(): void {
    clearInterval(this.watch);
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private add(event: NewEvent): void {
    const last = this.buffer.at(-1);
    if (event.type === "message.delta" && last?.type === "message.delta" && last.data.messageId === event.data.messageId) {
      this.buffer[this.buffer.length - 1] = { ...last, data: { ...last.data, text: last.data.text + event.data.text } };
    } else if (event.type === "file.writing" && last?.type === "file.writing" && last.data.path === event.data.path) {
      this.buffer[this.buffer.length - 1] = event;
    } else {
      this.buffer.push(event);
    }
  }

  private take(): NewEvent[] {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    const said = this.buffer;
    this.buffer = [];
    return said;
  }

  /** One write after the other, so that events arrive in the order in which they were said. */
  private enqueue(write: () => Promise<AppendResult>): Promise<void> {
    const written = this.pending.then(async () => {
      if (this.lost) return;
      const result = await write();
      if (!result.ok) this.lost = true;
      else if (result.cancelled) this.cancelled = true;
      if (this.lost || this.cancelled) this.controller.abort();
    });
    // A failed write is the failure of whoever waits for it, not of every write after it.
    this.pending = written.catch(() => {
      this.lost = true;
      this.controller.abort();
    });
    return this.pending;
  }
}
