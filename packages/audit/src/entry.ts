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

/** The log as a port, for events that have no other write to go with. */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
}
