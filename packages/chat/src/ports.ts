/** Conversations, their messages and jobs as kept, and what the domain needs of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Answers, AwaitKind, Enqueue, Failure, JobStatus, Json, NewEvent, PlanStep, Question, Usage } from "@edgewright/contracts";

/** A ChatSession; its AgentSession, and with it the event stream, has the same id. */
export type SessionRecord = { id: string; projectId: string; createdBy: string; createdAt: number };

export type MessageRecord = {
  id: string;
  sessionId: string;
  role: "user" | "assistant" | "system";
  text: string;
  /** The person, for role user. */
  authorId: string | null;
  jobId: string | null;
  createdAt: number;
};

export type JobRecord = {
  id: string;
  sessionId: string;
  projectId: string;
  /** The user's message it answers. */
  messageId: string;
  requestedBy: string;
  /** The job whose draft it goes on from. */
  continues: string | null;
  /** The branch that it works on, whose versions do not go live; null: the project's own line. */
  branch: string | null;
  /** What asked for it: a person, or an error of the running preview. */
  trigger: "person" | "error";
  status: JobStatus;
  model: string;
  plan: PlanStep[];
  usage: Usage | null;
  error: Failure | null;
  baseVersion: number | null;
  resultVersion: number | null;
  createdAt: number;
  finishedAt: number | null;
};
export type JobPatch = Partial<
  Pick<JobRecord, "status" | "model" | "plan" | "usage" | "error" | "baseVersion" | "resultVersion" | "finishedAt">
>;

/** A QuestioningSession: the questions of one job, what was answered, and the brief that later turns see. */
export type QuestioningRecord = {
  id: string;
  sessionId: string;
  jobId: string;
  questions: Question[];
  answers: Answers | null;
  brief: string | null;
  createdAt: number;
  answeredAt: number | null;
};

/** A job that its SessionStream must learn of. */
export type EnqueueEntry = { id: string; enqueue: Enqueue; createdAt: number };

/** An answer that a SessionStream must learn of. A job waits for one of a kind at a time. */
export type SessionAnswer = { sessionId: string; jobId: string; kind: AwaitKind; result: Json; events: NewEvent[] };
export type AnswerEntry = { id: string; answer: SessionAnswer; createdAt: number };

/**
 * What the database has decided and something else must learn of: a job, an answer or a stop its stream, a current version
 * its workspace and its repository, what GitHub told of and a deployment the queue, and where pictures are kept, whose may go.
 */
export type OutboxEntry =
  | EnqueueEntry
  | AnswerEntry
  | { id: string; stop: { sessionId: string; jobId: string }; createdAt: number }
  | { id: string; follow: { projectId: string }; createdAt: number }
  | { id: string; sync: { projectId: string }; createdAt: number }
  | { id: string; delivery: { deliveryId: string }; createdAt: number }
  | { id: string; pictures: { userId: string }; createdAt: number }
  | { id: string; deploy: { deploymentId: string }; createdAt: number };

export interface SessionRecords {
  get(id: string): Promise<SessionRecord | null>;
  insert(session: SessionRecord, audit: AuditEntry): Promise<void>;
  newestOf(projectId: string): Promise<SessionRecord | null>;
}

export interface MessageRecords {
  get(id: string): Promise<MessageRecord | null>;
  /** Oldest first. */
  ofSession(sessionId: string): Promise<MessageRecord[]>;
  /** Idempotent by id. */
  add(message: MessageRecord): Promise<void>;
  edit(id: string, text: string): Promise<void>;
  /** The message was told to a job other than the one it would have become: it belongs to that one now. */
  toldTo(id: string, jobId: string): Promise<void>;
}

export interface JobRecords {
  get(id: string): Promise<JobRecord | null>;
  update(id: string, patch: JobPatch): Promise<void>;
  /** The job's end, with its line in the audit log unless it had already ended: a consumer that died may do it again. */
  finish(id: string, patch: JobPatch, audit: AuditEntry | null): Promise<void>;
  openOfSession(sessionId: string): Promise<JobRecord[]>;
  /** Messages that were taken back while they waited: no job of theirs ever asked a model. */
  withdrawnOf(sessionId: string): Promise<string[]>;
  newestOfSession(sessionId: string): Promise<JobRecord | null>;
  /** The jobs that a message became: the first, and those that began anew or went on. */
  ofMessage(sessionId: string, messageId: string): Promise<string[]>;
  /** Those of a project that errors of its preview asked for since then, with what they were told. */
  askedByErrors(projectId: string, since: number): Promise<{ job: JobRecord; text: string }[]>;
  /** One atomic write: the job, what started it, the audit entry and the outbox entry. */
  queue(input: {
    session: SessionRecord | null;
    message: MessageRecord | null;
    job: JobRecord;
    audit: AuditEntry;
    outbox: EnqueueEntry;
  }): Promise<void>;
}

export interface QuestioningRecords {
  /** Idempotent by id, its line in the audit log too. */
  ask(questioning: QuestioningRecord, audit: AuditEntry): Promise<void>;
  ofJob(jobId: string): Promise<QuestioningRecord | null>;
  /** Those that were answered, oldest first. */
  answered(sessionId: string): Promise<QuestioningRecord[]>;
  /** One atomic write. "refused": it was answered before, and stays as it was. */
  answer(
    id: string,
    answered: { answers: Answers; brief: string; answeredAt: number },
    message: MessageRecord,
    audit: AuditEntry,
    outbox: AnswerEntry,
  ): Promise<"written" | "refused">;
}

export interface OutboxRecords {
  /** The oldest entries made at or before `until`. */
  due(until: number, limit: number): Promise<OutboxEntry[]>;
  remove(id: string): Promise<void>;
}
