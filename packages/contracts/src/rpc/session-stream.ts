/** SessionStream: one per AgentSession, named by the session's id. */
import type { Json } from "../json.ts";
import type { Acting } from "../origin.ts";
import type { Delivery, NewEvent, StreamEvent } from "../session-protocol.ts";

/** A finished step of a job: its name and what the next step needs of it. */
export type JournalEntry = { step: string; result: Json };

export type BeginResult =
  /** `text` is the message as it stands, after any change while it waited. */
  | { state: "begun"; fence: number; journal: JournalEntry[]; cancelled: boolean; text: string }
  /** Another delivery holds a live lease on this job: drop this delivery. */
  | { state: "leased" }
  /** Another job of the session runs, or this one waits for a person: it is delivered again when that ends. */
  | { state: "busy" }
  /** The job has ended, or was never enqueued: drop this delivery. */
  | { state: "finished" };

export type AppendResult = { ok: true; seq: number; cancelled: boolean } | { ok: false; code: "stale_lease" };

/** A job on its way into a session. */
export type Enqueue = {
  jobId: string;
  sessionId: string;
  projectId: string;
  organizationId: string;
  messageId: string;
  text: string;
  deliver: Delivery;
  events: NewEvent[];
};

/** What a job may wait for. A step it waits under is named `<kind>:<turn>`. */
export type AwaitKind = "questions" | "plan" | "budget" | "data";

/** `by`: unless what it is done with has its own line in the log. */
export type JobAnswer = { jobId: string; kind: AwaitKind; result: Json; events: NewEvent[]; by?: Acting };

/** `before`: another waiting job; null: last. */
export type JobChange = { jobId: string; text?: string; deliver?: Delivery; before?: string | null; by?: Acting };

/** A message taken out of the queue into a running job. */
export type SteeringMessage = { jobId: string; messageId: string; text: string };

export interface SessionStreamRpc {
  /** Appends outside any job (a person's message, a preview's error). Returns the last seq. */
  post(events: NewEvent[]): Promise<number>;
  /**
   * Registers a job, appends its opening events, and sends it to the queue as soon as no
   * other job of the session is open and the schedule has a place. Idempotent by jobId. A message to steer with wakes a job that waits for a person.
   */
  enqueue(input: Enqueue): Promise<void>;
  /** Takes the job's lease (5 s, renewed by every append and renew) and returns the journal so far. */
  begin(jobId: string): Promise<BeginResult>;
  /** Appends events and, in the same write, the step they finish. Refused when the lease has moved on. */
  append(input: { jobId: string; fence: number; events: NewEvent[]; step?: JournalEntry }): Promise<AppendResult>;
  renew(input: { jobId: string; fence: number }): Promise<AppendResult>;
  /** Ends the lease before it runs out, of a consumer that cannot go on: the next delivery begins at once. */
  giveBack(input: { jobId: string; fence: number }): Promise<AppendResult>;
  /** Takes every waiting message that is to steer out of the queue, once per step: asked again for the same step, it gives the same. */
  takeSteering(input: {
    jobId: string;
    fence: number;
    step: string;
  }): Promise<{ ok: true; messages: SteeringMessage[] } | { ok: false; code: "stale_lease" }>;
  /**
   * Appends events and gives the lease back: the job waits for `step` (such as `plan:2`), with its journal, until an
   * answer of that kind is journalled under it, a steering message comes, or it is stopped.
   */
  pause(input: { jobId: string; fence: number; step: string; events: NewEvent[] }): Promise<AppendResult>;
  /** Journals what a person answered to a waiting job and sends it to the queue. Refused when it does not wait for that kind (any more). `by`: as that, the log tells of it. */
  answer(input: JobAnswer): Promise<"resumed" | "not_waiting">;
  /** Changes a message that waits: its text, how it is delivered, or its place (before another waiting job; null: last). */
  amend(input: JobChange): Promise<"amended" | "begun" | "unknown">;
  /** Appends the closing event, compacts the job's deltas, frees the lease and sends the next open job to the queue. */
  finish(input: { jobId: string; fence: number; events: NewEvent[] }): Promise<AppendResult>;
  /** Marks a job cancelled: a queued one ends at once (returns "ended"), a running one sees it at its next append or renew. */
  cancel(jobId: string, by?: Acting): Promise<"ended" | "signalled" | "unknown">;
  /** Events after `after`, oldest first, at most `limit`. */
  read(input: { after: number; limit: number }): Promise<StreamEvent[]>;
  /** The schedule's word on a job's place; 0: it may begin. False: the job has no use for it (any more). */
  placed(input: { jobId: string; place: number }): Promise<boolean>;
}
