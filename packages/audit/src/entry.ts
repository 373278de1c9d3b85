/** One line of the audit log. Repositories write it in the same batch as the change it tells of. */
import { type Clock, newIdAt } from "@edgewright/core";
import { plain, type Summary } from "./summary.ts";
import type { AuditAction } from "./vocabulary.ts";

export type ActorKind = "person" | "token" | "agent" | "webhook" | "system";

/** Who did something, and from where. Address, user agent and request are null for what did not come over HTTP. */
export type Origin = {
  kind: ActorKind;
  id: string;
  name: string;
  /** The person behind it: themselves, the owner of a personal token, whoever asked for a job. null: nobody. */
  personId: string | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
};

export type AuditEntry = {
  id: string;
  /** Whose log it belongs to: an organization's id, or a person's for what concerns their account alone. */
  scope: string;
  projectId: string | null;
  action: AuditAction;
  /** The id of what it was done to. */
  subject: string;
  actorKind: ActorKind;
  actorId: string;
  actorName: string;
  personId: string | null;
  ip: string | null;
  userAgent: string | null;
  requestId: string | null;
  detail: Summary;
  /** What changed, as it was and as it is. */
  before: Summary | null;
  after: Summary | null;
  at: number;
};

type What = {
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
export function auditEntry(clock: Clock, origin: Origin, what: What): AuditEntry {
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
 * The log as a port, for events that have no write in the database to go with: links that were made, and changes whose truth
 * is in a Durable Object. Those (rows of apps, messages that wait in a stream, stops and leave told to a running job) are made
 * first and their line is written right after, so that the log tells of nothing that was refused. What a running job does to
 * its own record and its conversation follows the stream, which is the record of it; its end and its versions have lines.
 */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
}
