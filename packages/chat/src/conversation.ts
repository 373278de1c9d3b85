/** A person says something in a project: the message, its job and the news of both are stored in one write. */
import { auditEntry, type Origin } from "@edgewright/audit";
import { type Delivery, FINAL_STATUSES, type NewEvent, type Outcome } from "@edgewright/contracts";
import { type Clock, fail, newId, ok } from "@edgewright/core";
import type { EnqueueEntry, JobRecord, JobRecords, MessageRecord, MessageRecords, SessionRecord } from "./ports.ts";
import { parsePrompt } from "./prompt.ts";

export type ConversationDeps = { jobs: JobRecords; messages: MessageRecords; clock: Clock };

/** The project as a conversation needs it. */
export type ConversationProject = { id: string; organizationId: string; currentVersion: number | null };

export type PostedMessage = { sessionId: string; messageId: string; jobId: string; outbox: EnqueueEntry };

export const newSession = (clock: Clock, projectId: string, createdBy: string): SessionRecord => ({
  id: newId("ses"),
  projectId,
  createdBy,
  createdAt: clock.now(),
});

/** `session.isNew` stores the session in the same write. */
export async function postMessage(
  deps: ConversationDeps,
  input: {
    project: ConversationProject;
    session: SessionRecord;
    isNew: boolean;
    text: string;
    model: string;
    deliver: Delivery;
    trigger?: JobRecord["trigger"];
    branch?: string | null;
    /** Of a job that may be asked for again, and is to be one. */
    jobId?: string;
    origin: Origin;
  },
): Promise<Outcome<PostedMessage>> {
  const text = parsePrompt(input.text);
  if (!text.ok) return text;
  const { project, session, origin } = input;
  const now = deps.clock.now();
  const jobId = input.jobId ?? newId("job");
  const message: MessageRecord = {
    id: newId("msg"),
    sessionId: session.id,
    role: "user",
    text: text.value,
    authorId: origin.id,
    jobId,
    createdAt: now,
  };
  const { trigger = "person", branch = null } = input;
  const job = { ...newJob(jobId, project, message, input.model, origin, now), trigger, branch };
  const outbox = announce(project, job, message, input.deliver, now, [
    { type: "message.user", data: { messageId: message.id, text: message.text, author: { id: origin.id, name: origin.name } } },
    { type: "job.queued", data: { messageId: message.id, deliver: input.deliver } },
  ]);
  const audit = auditEntry(deps.clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: "message.sent",
    subject: session.id,
    detail: { messageId: message.id, jobId, characters: message.text.length },
  });
  await deps.jobs.queue({ session: input.isNew ? session : null, message, job, audit, outbox });
  return ok({ sessionId: session.id, messageId: message.id, jobId, outbox });
}

/** The same message once more, as a new job on the version that is current now; with `keep`, on top of what the job left as a draft. */
export async function retryJob(
  deps: ConversationDeps,
  input: { project: ConversationProject; job: JobRecord; model: string; keep: boolean; origin: Origin },
): Promise<Outcome<PostedMessage>> {
  const { job, project, origin } = input;
  if (!FINAL_STATUSES.has(job.status)) return fail("conflict", "This job is still at work.", { next: "Wait for it, or stop it first." });
  const message = await deps.messages.get(job.messageId);
  if (!message) return fail("not_found", "The message of this job is no longer there.", { next: "Send it again." });
  const now = deps.clock.now();
  const { branch } = job;
  const again = { ...newJob(newId("job"), project, message, input.model, origin, now), branch, continues: input.keep ? job.id : null };
  const outbox = announce(project, again, message, "queue", now, [
    { type: "job.queued", data: { messageId: message.id, deliver: "queue" } },
  ]);
  const audit = auditEntry(deps.clock, origin, {
    scope: project.organizationId,
    projectId: project.id,
    action: input.keep ? "job.continued" : "job.retried",
    subject: again.id,
    detail: { of: job.id },
  });
  await deps.jobs.queue({ session: null, message: null, job: again, audit, outbox });
  return ok({ sessionId: job.sessionId, messageId: message.id, jobId: again.id, outbox });
}

const announce = (
  { organizationId }: ConversationProject,
  job: JobRecord,
  { id, text }: MessageRecord,
  deliver: Delivery,
  now: number,
  events: NewEvent[],
): EnqueueEntry => ({
  id: newId("out"),
  enqueue: { jobId: job.id, sessionId: job.sessionId, projectId: job.projectId, organizationId, messageId: id, text, deliver, events },
  createdAt: now,
});

const newJob = (
  id: string,
  project: ConversationProject,
  message: MessageRecord,
  model: string,
  origin: Origin,
  now: number,
): JobRecord => ({
  id,
  sessionId: message.sessionId,
  projectId: project.id,
  messageId: message.id,
  requestedBy: origin.personId ?? origin.id,
  continues: null,
  branch: null,
  trigger: "person",
  status: "queued",
  model,
  plan: [],
  usage: null,
  error: null,
  baseVersion: project.currentVersion,
  resultVersion: null,
  createdAt: now,
  finishedAt: null,
});
