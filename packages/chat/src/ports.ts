/** Conversations, their messages and jobs as kept, and what the domain needs of whoever keeps them (implemented in packages/db). */
import type { AuditEntry } from "@edgewright/audit";
import type { Failure, JobStatus, NewEvent, PlanStep, Usage } from "@edgewright/contracts";

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

/** A job that its SessionStream must learn of: what `SessionStream.enqueue` takes. */
export type Enqueue = { jobId: string; sessionId: string; projectId: string; events: NewEvent[] };
export type OutboxEntry = { id: string; enqueue: Enqueue; createdAt: number };

export interface SessionRecords {
  get(id: string): Promise<SessionRecord | null>;
  insert(session: SessionRecord): Promise<void>;
  newestOf(projectId: string): Promise<SessionRecord | null>;
}

export interface MessageRecords {
  get(id: string): Promise<MessageRecord | null>;
  /** Oldest first. */
  ofSession(sessionId: string): Promise<MessageRecord[]>;
  /** Idempotent by id. */
  add(message: MessageRecord): Promise<void>;
}

export interface JobRecords {
  get(id: string): Promise<JobRecord | null>;
  update(id: string, patch: JobPatch): Promise<void>;
  openOfSession(sessionId: string): Promise<JobRecord[]>;
  /** One atomic write: the job, what started it, the audit entry and the outbox entry. */
  queue(input: {
    session: SessionRecord | null;
    message: MessageRecord | null;
    job: JobRecord;
    audit: AuditEntry;
    outbox: OutboxEntry;
  }): Promise<void>;
}

export interface OutboxRecords {
  /** The oldest entries made at or before `until`. */
  due(until: number, limit: number): Promise<OutboxEntry[]>;
  remove(id: string): Promise<void>;
}
