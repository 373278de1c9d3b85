/** What came of a run is told where it was asked for: one comment on the issue, which is kept up to date. Called after each job and by the sweep. */

import type { JobRecord } from "@edgewright/chat";
import { type Failure, FINAL_STATUSES, type Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { GitRepository, LinkRecord, RunPatch, RunRecord } from "../ports.ts";
import type { RuleRunDeps } from "./set-off.ts";

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
  if (FINAL_STATUSES.has(job.status)) return end(deps, link, run, endOf(job));
  const question = "It has a question, which waits for an answer in the project.";
  if (job.status !== "waiting" || run.says === question) return;
  if ((await showProgress(deps, link, run, question)) === null) await deps.github.updateRun(run.id, { says: question });
}

async function end(deps: RuleRunDeps, link: LinkRecord, run: RunRecord, patch: RunPatch): Promise<void> {
  const failure = await showProgress(deps, link, run, patch.says ?? "Done.");
  // What is not to be tried again, such as an issue that was deleted, is not asked for again.
  if (failure === null || !failure.retry) await deps.github.updateRun(run.id, { ...patch, told: true });
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

/** null: it stands there, or there is nowhere to say it. */
export async function showProgress(deps: RuleRunDeps, link: LinkRecord, run: RunRecord, says: string): Promise<Failure | null> {
  const { githubApi, github } = deps;
  if (run.issue === null || !githubApi) return null;
  const git = githubApi.at(link);
  const body = await bodyOf(deps, run, says);
  const known = run.commentId === null ? await commentOf(git, run.issue, run) : ok(run.commentId);
  if (!known.ok) return known.error;
  if (known.value !== null) {
    const edited = await git.editComment(known.value, body);
    return edited.ok ? null : edited.error;
  }
  const added = await git.addComment(run.issue, body);
  if (!added.ok) return added.error;
  await github.updateRun(run.id, { commentId: added.value });
  return null;
}

/** In the comment's source: by it one is known again whose answer was lost. */
const markOf = ({ id }: RunRecord) => `<!-- edgewright:${id} -->`;

async function commentOf(git: GitRepository, issue: number, run: RunRecord): Promise<Outcome<number | null>> {
  const comments = await git.comments(issue);
  return comments.ok ? ok(comments.value.find(({ body }) => body.includes(markOf(run)))?.id ?? null) : comments;
}

async function bodyOf({ projects, appUrl }: RuleRunDeps, run: RunRecord, says: string): Promise<string> {
  const project = await projects.find(run.projectId);
  const where = project ? `\n\n[${project.name.replaceAll(/[[\]]/g, "")}](${appUrl}/projects/${project.slug})` : "";
  return `${says}${where}\n\n${markOf(run)}`;
}
