/** What came of a run is told where it was asked for: one comment on the issue, which is kept up to date. Called after each job and by the sweep. */

import type { JobRecord } from "@edgewright/chat";
import { FINAL_STATUSES } from "@edgewright/contracts";
import type { LinkRecord, RunPatch, RunRecord } from "../ports.ts";
import { showProgress } from "./progress.ts";
import type { RuleRunDeps } from "./run-deps.ts";

const AT_ONCE = 20;

export async function tellRuns(deps: RuleRunDeps): Promise<void> {
  for (const run of await deps.github.untold(AT_ONCE)) await tell(deps, run);
}

async function tell(deps: RuleRunDeps, run: RunRecord): Promise<void> {
  const job = run.jobId === null ? null : await deps.jobs.get(run.jobId);
  const link = await deps.github.link(run.projectId);
  if (run.status === "failed" && link) return end(deps, link, run, { status: "failed", says: run.says });
  if (!job) return;
  if (!link) return deps.github.updateRun(run.id, { ...endOf(job), told: true });
  if (FINAL_STATUSES.has(job.status)) {
    const patch = await endOn(deps, run, endOf(job));
    // Its pull request is on its way, and tells of it.
    return patch ? end(deps, link, run, patch) : undefined;
  }
  const question = "It has a question, which waits for an answer in the project.";
  if (job.status !== "waiting" || run.says === question) return;
  if ((await showProgress(deps, link, run, question)) === null) await deps.github.updateRun(run.id, { says: question });
}

async function end(deps: RuleRunDeps, link: LinkRecord, run: RunRecord, patch: RunPatch): Promise<void> {
  const failure = await showProgress(deps, link, run, patch.says ?? "Done.");
  // What is not to be tried again, such as an issue that was deleted, is not asked for again.
  if (failure === null || !failure.retry) await deps.github.updateRun(run.id, { ...patch, told: true });
}

/** Where its version is to be found. null: there is no pull request yet. */
async function endOn({ github }: RuleRunDeps, run: RunRecord, patch: RunPatch): Promise<RunPatch | null> {
  const branch = run.branch === null || patch.status !== "done" || !patch.version ? null : await github.branch(run.branch);
  if (!branch) return patch;
  if (branch.says !== null) return { ...patch, status: "failed", says: branch.says };
  return branch.pull === null ? null : { ...patch, says: `Done: pull request #${branch.pull}.` };
}

function endOf({ status, error, resultVersion }: JobRecord): RunPatch {
  if (status === "done")
    return {
      status: "done",
      version: resultVersion,
      says: resultVersion === null ? "Done. Nothing in the app had to change." : `Done: version ${resultVersion}.`,
    };
  if (status === "cancelled") return { status: "failed", says: "It was stopped." };
  return { status: "failed", says: [error?.message ?? "It failed.", error?.next].filter(Boolean).join(" ") };
}
