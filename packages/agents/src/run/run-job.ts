/**
 * A codegen job from its message to its version. Each finished step is journalled with
 * its events, so that a consumer that dies is followed by one that goes on at the next
 * step; the version is made once, since it is named by the job. See decision 0004.
 */
import { agentOrigin, auditEntry } from "@edgewright/audit";
import type { CodegenMessage, Failure, Finding, Outcome } from "@edgewright/contracts";
import { fail, log } from "@edgewright/core";
import { build } from "../result/build.ts";
import { closeFailed, closeStopped, earlierFailure } from "./closing.ts";
import { JobRun } from "./job-run.ts";
import { readJobStart } from "./job-start.ts";
import { JobLease } from "./lease.ts";
import type { CodegenDeps } from "./ports.ts";

/** Consumers that may die of one job. A job that ends each of them must end itself, or it would come back for ever. */
export const CONSUMERS_MAX = 40;

/**
 * `dropped`: someone else works on it, or another job of the session comes first; the session sends it again.
 * `lost`: another consumer took over. `waiting`: for a person, who brings it back.
 */
export type RunResult = "finished" | "dropped" | "lost" | "waiting";

export async function runJob(deps: CodegenDeps, message: CodegenMessage): Promise<RunResult> {
  const begun = await deps.stream.begin(message.jobId);
  if (begun.state !== "begun") return "dropped";
  const lease = new JobLease(deps.stream, { jobId: message.jobId, fence: begun.fence }, begun.cancelled, deps.lease);
  try {
    if (begun.fence > CONSUMERS_MAX) return await closeUnstarted(deps, lease, message, interrupted);
    const job = await deps.jobs.get(message.jobId);
    if (!job) throw new Error(`Job ${message.jobId} is in the stream and not in the database`);
    const started = await readJobStart(deps, job, begun.text);
    if (!started.ok) return await closeUnstarted(deps, lease, message, started);
    const run = new JobRun(deps, job, lease, begun.journal, started.value);
    await openDraft(run, begun.fence > 1);
    const failed = earlierFailure(run);
    const result = failed ? await failAgain(run, failed) : await build(run);
    return result.ok ? "finished" : await end(run, result.error);
  } catch (error) {
    // A bug or a lost binding: the job is delivered again, and need not wait for this lease to run out.
    log.error("codegen failed", { jobId: message.jobId, error: String(error) });
    await lease.giveBack();
    throw error;
  } finally {
    lease.release();
  }
}

async function end(run: JobRun, error: Failure): Promise<RunResult> {
  if (error.code === "stale_lease") return "lost";
  if (error.code === "waiting") return "waiting";
  const closed = error.code === "cancelled" ? await closeStopped(run) : await closeFailed(run, error);
  return closed.ok ? "finished" : "lost";
}

const interrupted = fail("internal", `This job was interrupted ${CONSUMERS_MAX} times and did not come to its end.`, {
  next: "Press Retry, or ask for a smaller change.",
});

/** Ends a job that cannot begin. What may be the very cause of that is not asked for more than it has to give. */
async function closeUnstarted(
  deps: CodegenDeps,
  lease: JobLease,
  { jobId, projectId }: CodegenMessage,
  { error }: { error: Failure },
): Promise<RunResult> {
  const project = await deps.projects.find(projectId).catch(() => null);
  const kept = { liveVersion: project?.currentVersion ?? null, draftFiles: [] };
  const job = await deps.jobs.get(jobId).catch(() => null);
  const what = { projectId, action: "job.finished" as const, subject: jobId, detail: { status: "failed", error: error.code } };
  const line = job && project && auditEntry(deps.clock, agentOrigin(job), { ...what, scope: project.organizationId });
  await deps.jobs.finish(jobId, { status: "failed", error, finishedAt: deps.clock.now() }, line);
  if (error.code === "internal") await deps.meter.forgive(jobId);
  await deps.workspace.closeDraft(jobId).catch(() => undefined);
  const closed = await lease.finish({ type: "job.failed", data: { error, findings: [], kept } });
  return closed.ok ? "finished" : "lost";
}

/** The consumer before this one died while it closed the failed job. */
async function failAgain(run: JobRun, { error, findings }: { error: Failure; findings: Finding[] }): Promise<Outcome<void>> {
  await run.replay();
  return closeFailed(run, error, findings);
}

/** Writes the draft again from the journal after a consumer died, so that nothing of its unfinished turn stays. */
async function openDraft(run: JobRun, again: boolean): Promise<void> {
  const { workspace } = run.deps;
  if (again) await workspace.closeDraft(run.job.id);
  const files = again ? await run.journalledFiles() : run.start.files;
  await workspace.openDraft({ projectId: run.job.projectId, jobId: run.job.id, sessionId: run.job.sessionId, files });
  await run.deps.jobs.update(run.job.id, { status: "planning", baseVersion: run.base });
  run.lease.say(
    { type: "job.status", data: { status: "planning" } },
    { type: "preview.ready", data: { label: `${run.start.slug}--draft`, version: null } },
  );
}
