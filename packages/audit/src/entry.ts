/** One line of the audit log. Repositories write it in the same batch as the change it tells of. */
import { ActorKind, AuditFacts, type Origin } from "@edgewright/contracts";
import { type Clock, newIdAt } from "@edgewright/core";
import { z } from "zod";
import { plain, type Summary } from "./summary.ts";
import { AuditAction } from "./vocabulary.ts";

export type { ActorKind, Origin } from "@edgewright/contracts";

export const AuditEntry = z.object({
  id: z.string(),
  /** Whose log it belongs to: an organization's id, or a person's for what concerns their account alone. */
  scope: z.string(),
  projectId: z.string().nullable(),
  action: AuditAction,
  /** The id of what it was done to. */
  subject: z.string(),
  actorKind: ActorKind,
  actorId: z.string(),
  actorName: z.string(),
  personId: z.string().nullable(),
  ip: z.string().nullable(),
  userAgent: z.string().nullable(),
  requestId: z.string().nullable(),
  detail: AuditFacts,
  /** What changed, as it was and as it is. */
  before: AuditFacts.nullable(),
  after: AuditFacts.nullable(),
  at: z.number(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

type AuditedAction = {
  /** An organization's id, or a person's. */
  scope: string;
  projectId: string | null;
  action: AuditAction;
  subject: string;
  detail?: Summary;
  before?: Summary;
  after?: Summary;
};

const AGENT_MAX = 300;

/** Its id is made of its time, so that lines sort by when they were written. */
export function auditEntry(clock: Clock, origin: Origin, what: AuditedAction): AuditEntry {
  const at = clock.now();
  return {
    id: newIdAt("aud", at),
    scope: what.scope,
    projectId: what.projectId,
    action: what.action,
    subject: what.subject,
    actorKind: origin.kind,
    actorId: origin.id,
    actorName: origin.name,
    personId: origin.personId,
    ip: origin.ip,
    userAgent: origin.userAgent?.slice(0, AGENT_MAX) ?? null,
    requestId: origin.requestId,
    detail: plain(what.detail ?? {}),
    before: what.before ? plain(what.before) : null,
    after: what.after ? plain(what.after) : null,
    at,
  };
}

/** An agent at work on a job, for whoever asked for it. */
export const agentOrigin = (job: { id: string; requestedBy: string }): Origin => ({
  kind: "agent",
  id: job.id,
  name: "Edgewright",
  personId: job.requestedBy.startsWith("usr_") ? job.requestedBy : null,
  ip: null,
  userAgent: null,
  requestId: null,
});

/**
 * The log as a port, for events that have no write in the database to go with, such as links that were made. What is true in
 * a Durable Object first (rows of apps, messages that wait in a stream) comes from that object's outbox.
 */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
  /** Lines that may come more than once: each counts once, by its id. Those of an organization that is gone for good are dropped. */
  deliver(entries: readonly AuditEntry[]): Promise<void>;
}
