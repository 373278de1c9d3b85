/** Stops a job: a queued one ends here and now, a running one at its next step. Used when a person stops it and when its project is deleted. */
import type { AuditEntry, AuditLog } from "@edgewright/audit";
import { FINAL_STATUSES, type SessionStreamRpc } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import { type OutboxDeps, sweepOutbox } from "./outbox.ts";
import type { JobRecord, JobRecords } from "./ports.ts";

export type StopDeps = {
  jobs: Pick<JobRecords, "get" | "finish">;
  audit: AuditLog;
  stream(sessionId: string): Pick<SessionStreamRpc, "cancel">;
  outboxDeps: OutboxDeps;
  clock: Clock;
};

/** False when it had already come to its end. `audit` null: what it is stopped by has its own line. */
export async function stopJob(deps: StopDeps, job: JobRecord, audit: AuditEntry | null): Promise<boolean> {
  const stop = () => deps.stream(job.sessionId).cancel(job.id);
  let state = await stop();
  if (state === "unknown") {
    // Its news may still lie in the outbox; a job the stream never heard of would be started by it later.
    await sweepOutbox(deps.outboxDeps, { olderThanMs: 0, limit: 100 });
    state = await stop();
  }
  if (state === "signalled") {
    if (audit) await deps.audit.record(audit);
    return true;
  }
  const present = await deps.jobs.get(job.id);
  if (!present || FINAL_STATUSES.has(present.status)) return false;
  await deps.jobs.finish(job.id, { status: "cancelled", finishedAt: deps.clock.now() }, audit);
  return true;
}
