/** The ends of a job: done, stopped or failed. Each says what is live now, and is written to the job's record as well. */

import type { JobPatch } from "@edgewright/chat";
import type { Failure, Finding, Kept, NewEvent, Outcome } from "@edgewright/contracts";
import type { JobRun } from "./job-run.ts";

export async function closeDone(run: JobRun, summary: string, version: number | null): Promise<Outcome<void>> {
  const ms = run.deps.clock.now() - run.job.createdAt;
  return close(run, { status: "done", resultVersion: version }, { type: "job.done", data: { summary, version, ms } });
}

/** What was written whole is kept as a draft version, so that nothing is lost. */
export async function closeStopped(run: JobRun): Promise<Outcome<void>> {
  const kept = await keep(run, "Stopped");
  return close(run, { status: "cancelled" }, { type: "job.cancelled", data: { kept } });
}

export async function closeFailed(run: JobRun, error: Failure, findings: Finding[] = []): Promise<Outcome<void>> {
  const kept = await keep(run, "Not finished", findings);
  return close(run, { status: "failed", error }, { type: "job.failed", data: { error, findings, kept } });
}

async function keep(run: JobRun, why: string, findings: Finding[] = []): Promise<Kept> {
  const draftFiles = run.working.changedPaths();
  if (draftFiles.length > 0) await run.save({ ok: false, findings }, `${why}: ${run.title}`);
  const project = await run.deps.projects.find(run.job.projectId);
  return { liveVersion: project?.currentVersion ?? null, draftFiles };
}

/** The record first: a consumer that dies between the two comes back, closes the draft again and says the end. */
async function close(run: JobRun, patch: JobPatch, event: NewEvent): Promise<Outcome<void>> {
  await run.deps.jobs.update(run.job.id, { ...patch, plan: run.plan, usage: run.usage, finishedAt: run.deps.clock.now() });
  await run.deps.workspace.closeDraft(run.job.id);
  return run.lease.finish(event);
}
