/** An app that holds becomes a version, and that version goes live. What a person saved meanwhile is merged in first, and they agree to what rows lose. */
import { askedHosts, type FileChange, type FileMap, type Finding, hostNames, type Outcome, unconfirmed } from "@edgewright/contracts";
import { fail, ok, textAt, withChanges } from "@edgewright/core";
import { mergeFiles } from "@edgewright/projects";
import { conflictText } from "../prompt/instructions.ts";
import { closeDone, closeFailed } from "../run/closing.ts";
import type { JobRun } from "../run/job-run.ts";
import { runTurns } from "../run/run-turns.ts";
import { checkNow } from "./check.ts";
import { settleLoss } from "./data-loss.ts";

const MERGES_MAX = 5;

export async function commit(
  run: JobRun,
  checked: { ok: boolean; findings: Finding[] },
  summary: string,
  lastTurn: number,
): Promise<Outcome<void>> {
  let verified = checked;
  let turn = lastTurn;
  for (let attempt = 0; attempt < MERGES_MAX; attempt++) {
    // A version that is made is not unmade by a stop that comes after it.
    if (run.lease.stopped && !run.start.made) return run.lease.stopped;
    run.lease.say({ type: "job.status", data: { status: "building" } });
    const saved = await run.save(verified, run.title);
    if (!saved.ok) return saved;
    if (saved.value.outcome === "saved") return goLive(run, saved.value, summary);
    const settled =
      saved.value.outcome === "data_loss"
        ? await settleLoss(run, saved.value.plan, turn, attempt > 0)
        : await settleMerge(run, saved.value.head, turn);
    if (!settled.ok) return settled;
    turn = settled.value;
    const again = await checkNow(run);
    if (!again.ok) return again;
    verified = again.value;
    if (!verified.ok) return closeFailed(run, unmerged.error, verified.findings);
  }
  return fail("conflict", "The project changed faster than this job could follow.", { next: "Press Retry.", retry: true });
}

/** Returns the last turn: where both sides changed one place, the model puts it right. */
async function settleMerge(run: JobRun, head: number, turn: number): Promise<Outcome<number>> {
  const merged = await mergeIn(run, head);
  if (!merged.ok) return merged;
  if (merged.value.length === 0) return ok(turn);
  run.messages.push({ role: "user", content: conflictText(merged.value) });
  const worked = await runTurns(run, turn);
  return worked.ok ? ok(worked.value.turns) : worked;
}

const unmerged = fail(
  "checks_failed",
  "Together with what a person saved meanwhile, the app does not hold. The working version stays live.",
  {
    next: "Press Continue to go on from here, or say what to do differently.",
  },
);

/** Brings in what a person saved meanwhile; where both changed one place, both sides go into the file between marks; of what is no text, the person's stays. */
async function mergeIn(run: JobRun, head: number) {
  const { store } = run.deps;
  const base = run.base === null ? ok({}) : await store.load(run.job.projectId, run.base);
  const theirs = await store.load(run.job.projectId, head);
  if (!base.ok) return base;
  if (!theirs.ok) return theirs;
  const mine = run.working.all();
  const { files: merged, conflicts } = mergeFiles(base.value, mine, theirs.value, { mine: "agent", theirs: "person" });
  const files = withChanges(
    merged,
    conflicts.map(({ path, merged: text }) => ({ path, text })),
  );
  const changes: FileChange[] = [];
  for (const path of new Set([...Object.keys(mine), ...Object.keys(files)])) {
    const text = textAt(files, path);
    if (text !== textAt(mine, path)) changes.push({ path, text });
  }
  const adopted = await run.working.adopt(changes);
  if (!adopted.ok) return adopted;
  run.base = head;
  run.merged = true;
  return ok(conflicts.filter(({ binary }) => !binary));
}

type SavedVersion = {
  version: { number: number; parent: number | null; fileCount: number; status: "ok" | "draft" };
  merged: boolean;
  files: FileMap;
};

async function goLive(run: JobRun, saved: SavedVersion, summary: string): Promise<Outcome<void>> {
  const { number, parent, fileCount } = saved.version;
  if (run.job.branch !== null) return keptOnBranch(run, number, summary);
  await run.deps.workspace.setCurrent({ projectId: run.job.projectId, version: number, files: saved.files });
  for (const step of run.plan) run.lease.say({ type: "plan.step", data: { id: step.id, status: "done" } });
  run.lease.say(
    { type: "build.version", data: { version: number, parent, files: fileCount, merged: saved.merged } },
    { type: "preview.ready", data: { label: run.start.slug, version: number } },
  );
  return closeDone(run, summary + (await hostsToConfirm(run, saved.files)), number);
}

/** What is live stays so. */
function keptOnBranch(run: JobRun, version: number, summary: string): Promise<Outcome<void>> {
  for (const step of run.plan) run.lease.say({ type: "plan.step", data: { id: step.id, status: "done" } });
  run.lease.say({ type: "preview.ready", data: { label: `${run.start.slug}--v${version}`, version } });
  return closeDone(run, `${summary}\n\nIt is kept on its branch, as version ${version}; the live version stays as it is.`, version);
}

/** Said with the job's end, so that people read it now and the model with the next request. */
async function hostsToConfirm(run: JobRun, files: FileMap): Promise<string> {
  const project = await run.deps.projects.find(run.job.projectId);
  const names = hostNames(unconfirmed(askedHosts(files), project?.confirmedHosts ?? {}));
  return names === ""
    ? ""
    : `\n\nThe app asks for ${names}, which is not confirmed yet: until an admin confirms it under "Outside hosts" in the project's menu, the page cannot use it.`;
}
