/** Stops a job: a queued one ends here and now, a running one at its next step. Used when a person stops it and when its project is deleted. */
import type { AuditEntry } from "@edgewright/audit";
import { type JobRecord, sweepOutbox } from "@edgewright/chat";
import { FINAL_STATUSES } from "@edgewright/contracts";
import type { Services } from "../services.ts";

/** False when it had already come to its end. `audit` null: what it is stopped by has its own line. */
export async function stopJob(services: Services, job: JobRecord, audit: AuditEntry | null): Promise<boolean> {
  const stop = () => services.stream(job.sessionId).cancel(job.id);
  let state = await stop();
  if (state === "unknown") {
    // Its news may still lie in the outbox; a job the stream never heard of would be started by it later.
    await sweepOutbox(services.outboxDeps, { olderThanMs: 0, limit: 100 });
    state = await stop();
  }
  if (state === "signalled") {
    if (audit) await services.audit.record(audit);
    return true;
  }
  const present = await services.jobs.get(job.id);
  if (!present || FINAL_STATUSES.has(present.status)) return false;
  await services.jobs.finish(job.id, { status: "cancelled", finishedAt: services.clock.now() }, audit);
  return true;
}
