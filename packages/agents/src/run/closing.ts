/** The ends of a job: done, stopped or failed. Each says what is live now, and is written to the job's record as well. */

import type { JobPatch } from "@edgewright/chat";
import { type ErrorCode, Failure, Finding, type KeptWork, type NewEvent, type Outcome } from "@edgewright/contracts";
import { z } from "zod";
import type { JobRun } from "./job-run.ts";
import { keepLastMessage } from "./keep-message.ts";

const FAILED = "failed";
const Failed = z.object({ error: Failure, findings: z.array(Finding) });

export async function closeDone(run: JobRun, summary: string, version: number | null): Promise<Outcome<void>> {
  const ms = run.deps.clock.now() - run.job.createdAt;
  await keepLastMessage(run, summary);
  return close(run, { status: "done", resultVersion: version }, { type: "job.done", data: { summary, version, ms } });
}

/** What was written whole is kept as a draft version, so that nothing is lost. */
export async function closeStopped(run: JobRun): Promise<Outcome<void>> {
  const kept = await keep(run, "Stopped");
  return close(run, { status: "cancelled" }, { type: "job.cancelled", data: { kept } });
}

/** Journalled before the draft is kept: a job that has its draft must not go on and take it for its version. */
export async function closeFailed(run: JobRun, error: Failure, findings: Finding[] = []): Promise<Outcome<void>> {
  const journalled = await run.finishStep(FAILED, { error, findings });
  if (!journalled.ok && journalled.error.code === "stale_lease") return journalled;
  const kept = await keep(run, "Not finished", findings);
  if (PLATFORM_FAULTS.has(error.code)) await run.deps.meter.forgive(run.job.id);
  return close(run, { status: "failed", error }, { type: "job.failed", data: { error, findings, kept } });
}

/** A job that failed by these is not charged. */
const PLATFORM_FAULTS: ReadonlySet<ErrorCode> = new Set(["internal", "unavailable"]);

/** How an earlier consumer of this job saw it fail, or null. */
export function earlierFailure(run: JobRun): z.infer<typeof Failed> | null {
  const journalled = run.done(FAILED);
  return journalled === undefined ? null : Failed.parse(journalled);
}

async function keep(run: JobRun, why: string, findings: Finding[] = []): Promise<KeptWork> {
  const changed = run.working.changedPaths();
  const kept = changed.length > 0 && (await run.save({ ok: false, findings }, `${why}: ${run.title}`)).ok;
  const project = await run.deps.projects.find(run.job.projectId);
  return { liveVersion: project?.currentVersion ?? null, draftFiles: kept ? changed : [] };
}

/** The record first: a consumer that dies between the two comes back, closes the draft again and says the end. */
async function close(run: JobRun, patch: JobPatch, event: NewEvent): Promise<Outcome<void>> {
  const ended = { ...patch, plan: run.plan, usage: run.usage, finishedAt: run.deps.clock.now() };
  const { status = null, error, resultVersion: version = null } = patch;
  const told = { status, version, error: error?.code ?? null, cost: run.usage?.cost ?? null };
  await run.deps.jobs.finish(run.job.id, ended, run.line("job.finished", run.job.id, told));
  await run.deps.workspace.closeDraft(run.job.id);
  return run.lease.finish(event);
}
