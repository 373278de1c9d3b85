/** What the agent can learn of the app beside its files: what the compiler says of it now, and what went wrong while it ran. */
import type { Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import { orStopped } from "../result/check.ts";
import { listedFindings } from "../result/findings-text.ts";
import type { JobRun } from "../run/job-run.ts";

export async function diagnostics(run: JobRun): Promise<Outcome<string>> {
  const input = { projectId: run.job.projectId, files: run.working.all(), changed: run.working.changedPaths() };
  const checked = await orStopped(run, () => run.deps.compiler.check(input));
  if (!checked.ok) return checked;
  return ok(checked.value.ok ? "The types are right." : listedFindings(checked.value.findings, input.files));
}

const LISTED_MAX = 20;

export async function recentErrors(run: JobRun): Promise<Outcome<string>> {
  const { workspace } = run.deps;
  const [draft, current] = await Promise.all([workspace.recentErrors("draft"), workspace.recentErrors("current")]);
  const said = [...draft, ...current]
    .slice(0, LISTED_MAX)
    .map(({ error, count }) => `${error.file || error.path}:${error.line} ${error.source} ${error.message.slice(0, 500)} (${count} times)`);
  return ok(said.length === 0 ? "No error has been seen in the running app." : said.join("\n"));
}
