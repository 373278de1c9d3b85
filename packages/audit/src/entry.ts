/** One line of the audit log. Repositories write it in the same batch as the change it tells of. */
import { type Clock, newId } from "@edgewright/core";
import type { AuditAction } from "./vocabulary.ts";

/** Who did something, and from where (`ip` null: not over HTTP). */
export type Origin = { kind: "person" | "agent" | "system"; id: string; name: string; ip: string | null };

export type AuditEntry = {
  id: string;
  organizationId: string;
  action: AuditAction;
  /** The id of what it was done to. */
  subject: string;
  actorKind: Origin["kind"];
  actorId: string;
  actorName: string;
  ip: string | null;
  detail: Record<string, string | number | boolean | null>;
  at: number;
};

export const auditEntry = (
  clock: Clock,
  origin: Origin,
  what: { organizationId: string; action: AuditAction; subject: string; detail?: AuditEntry["detail"] },
): AuditEntry => ({
  id: newId("aud"),
  organizationId: what.organizationId,
  action: what.action,
  subject: what.subject,
  actorKind: origin.kind,
  actorId: origin.id,
  actorName: origin.name,
  ip: origin.ip,
  detail: what.detail ?? {},
  at: clock.now(),
});

/** The log as a port, for events that have no other write to go with. */
export interface AuditLog {
  record(entry: AuditEntry): Promise<void>;
}
