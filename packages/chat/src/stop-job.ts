/** Stops a job: a queued one ends here and now, a running one at its next step. Used when a person stops it and when its project is deleted. */
import { auditEntry } from "@edgewright/audit";
import { type Acting, FINAL_STATUSES, type SessionStreamRpc } from "@edgewright/contracts";
import type { Clock } from "@edgewright/core";
import { type OutboxDeps, sweepOutbox } from "./outbox.ts";
import type { JobRecord, JobRecords } from "./ports.ts";

export type StopDeps = {
  jobs: Pick<JobRecords, "get" | "finish">;
  stream(sessionId: string): Pick<SessionStreamRpc, "cancel">;
  outboxDeps: OutboxDeps;
  clock: Clock;
};

/** False when it had already come to its end. Without `by`, what it is stopped by has its own line. */
export async function stopJob(deps: StopDeps, job: JobRecord, by?: Acting): Promise<boolean> {
  const stop = () => deps.stream(job.sessionId).cancel(job.id, by);
  let state = await stop();
  if (state === "unknown") {
    // Its news may still lie in the outbox; a job the stream never heard of would be started by it later.
    await sweepOutbox(deps.outboxDeps, { olderThanMs: 0, limit: 100 });
    state = await stop();
  }
  // The stream brings what it decided to the database.
  if (state !== "unknown") return true;
  const present = await deps.jobs.get(job.id);
  if (!present || FINAL_STATUSES.has(present.status)) return false;
  const what = { projectId: job.projectId, action: "job.cancelled" as const, subject: job.id };
  const audit = by ? auditEntry(deps.clock, by.origin, { scope: by.organizationId, ...what }) : null;
  await deps.jobs.finish(job.id, { status: "cancelled", finishedAt: deps.clock.now() }, audit);
  return true;
}
