/**
 * A codegen job from its message to its version. Each finished step is journalled with
 * its events, so that a consumer that dies is followed by one that goes on at the next
 * step; the version is made once, since it is named by the job. See decision 0004.
 */
import type { Failure, FileChange, FileMap, Finding, NewEvent, Outcome, QueueMessage } from "@edgewright/contracts";
import { fail, log, ok } from "@edgewright/core";
import { mergeFiles } from "@edgewright/projects";
import { JobLease } from "../common/lease.ts";
import { closeDone, closeFailed, closeStopped, earlierFailure } from "./closing.ts";
import type { CodegenDeps } from "./deps.ts";
import { conflictText, findingsText } from "./instructions.ts";
import { JobRun, type JobStart } from "./job-run.ts";
import type { Ending, TurnEntry } from "./job-state.ts";
import { takeTurn } from "./model-turn.ts";
import { type Verified, verify } from "./verify.ts";

export const FIX_ROUNDS = 3;
const TURNS_MAX = 40;
/** Consumers that may die of one job. A job that ends each of them must end itself, or it would come back for ever. */
export const CONSUMERS_MAX = 20;
const MERGES_MAX = 5;

/** `dropped`: someone else works on it, or another job of the session comes first; the session sends it again. `lost`: another consumer took over. */
export type RunResult = "finished" | "dropped" | "lost";

export async function runJob(deps: CodegenDeps, message: QueueMessage): Promise<RunResult> {
  const begun = await deps.stream.begin(message.jobId);
  if (begun.state !== "begun") return "dropped";
  const lease = new JobLease(deps.stream, { jobId: message.jobId, fence: begun.fence }, begun.cancelled, deps.lease);
  try {
    if (begun.fence > CONSUMERS_MAX) return await closeUnstarted(deps, lease, message, interrupted);
    const job = await deps.jobs.get(message.jobId);
    if (!job) throw new Error(`Job ${message.jobId} is in the stream and not in the database`);
    const started = await gather(deps, job);
    if (!started.ok) return await closeUnstarted(deps, lease, message, started);
    const run = new JobRun(deps, job, lease, begun.journal, started.value);
    await openDraft(run, begun.fence > 1);
    const failed = earlierFailure(run);
    const result = failed ? await failAgain(run, failed) : await build(run);
    return result.ok ? "finished" : await end(run, result.error);
  } catch (error) {
    // A bug or a lost binding: the lease runs out and the job is sent again.
    log.error("codegen failed", { jobId: message.jobId, error: String(error) });
    throw error;
  } finally {
    lease.release();
  }
}

async function end(run: JobRun, error: Failure): Promise<RunResult> {
  if (error.code === "stale_lease") return "lost";
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
  { jobId, projectId }: QueueMessage,
  { error }: { error: Failure },
): Promise<RunResult> {
  const project = await deps.projects.find(projectId).catch(() => null);
  const kept = { liveVersion: project?.currentVersion ?? null, draftFiles: [] };
  await deps.jobs.update(jobId, { status: "failed", error, finishedAt: deps.clock.now() });
  await deps.workspace.closeDraft(jobId).catch(() => undefined);
  const closed = await lease.finish({ type: "job.failed", data: { error, findings: [], kept } });
  return closed.ok ? "finished" : "lost";
}

/** The consumer before this one died while it closed the failed job. */
async function failAgain(run: JobRun, { error, findings }: { error: Failure; findings: Finding[] }): Promise<Outcome<void>> {
  for (let turn = 1; ; turn++) {
    const earlier = await run.earlierTurn(`turn:${turn}`);
    if (!earlier) return closeFailed(run, error, findings);
    run.working.restore(earlier.changes);
    run.apply(earlier);
  }
}

/** The project, the conversation, the files to start from and the model. */
async function gather(deps: CodegenDeps, job: JobRun["job"]): Promise<Outcome<JobStart>> {
  const project = await deps.projects.find(job.projectId);
  if (!project || project.deletedAt !== null)
    return fail("gone", "The project was deleted.", { next: "Restore it, then send the message again." });
  const model = await deps.model(job.model, project.organizationId);
  if (!model.ok) return model;
  // A job that already made its version goes on from where that version came from.
  const made = await deps.versions.byJob(job.id);
  const base = made ? made.parent : project.currentVersion;
  const files: Outcome<FileMap> = base === null ? ok(deps.template()) : await deps.store.load(project.id, base);
  if (!files.ok) return files;
  const said = await deps.messages.ofSession(job.sessionId);
  const own = said.find((message) => message.id === job.messageId);
  if (!own) return fail("not_found", "The message of this job is no longer there.", { next: "Send it again." });
  const before = said.filter((message) => message.createdAt < own.createdAt && message.role !== "system");
  const messages = [...before.slice(-20), own].map((message) =>
    message.role === "assistant" ? { role: "assistant" as const, content: message.text } : { role: "user" as const, content: message.text },
  );
  return ok({ slug: project.slug, prompt: own.text, base, made: made !== null, files: files.value, messages, model: model.value });
}

/** After a consumer died, the draft is laid out anew from the journal: a half-taken turn leaves nothing behind. */
async function openDraft(run: JobRun, again: boolean): Promise<void> {
  const { workspace } = run.deps;
  if (again) await workspace.closeDraft(run.job.id);
  const files = again ? await journalledFiles(run) : run.start.files;
  await workspace.openDraft({ projectId: run.job.projectId, jobId: run.job.id, sessionId: run.job.sessionId, files });
  await run.deps.jobs.update(run.job.id, { status: "planning", baseVersion: run.base });
  run.lease.say(
    { type: "job.status", data: { status: "planning" } },
    { type: "preview.ready", data: { label: `${run.start.slug}--draft`, version: null } },
  );
}

async function journalledFiles(run: JobRun): Promise<FileMap> {
  const files = { ...run.start.files };
  for (let turn = 1; ; turn++) {
    const entry = await run.earlierTurn(`turn:${turn}`);
    if (!entry) return files;
    for (const { path, text } of entry.changes) {
      if (text === null) delete files[path];
      else files[path] = text;
    }
  }
}

/** Turns, checks and repairs until the app holds, then its version. */
async function build(run: JobRun): Promise<Outcome<void>> {
  let turn = 0;
  for (let round = 0; ; round++) {
    const worked = await work(run, turn);
    if (!worked.ok) return worked;
    turn = worked.value.turns;
    const { ending } = worked.value;
    if (ending.kind === "ask") return askPerson(run, ending);
    const summary = ending.kind === "finish" ? ending.summary : "";
    if (run.working.changedPaths().length === 0) return closeDone(run, summary, null);
    const checked = await check(run, round);
    if (!checked.ok) return checked;
    if (checked.value.ok) return commit(run, checked.value, summary, turn);
    if (round === FIX_ROUNDS) return unrepaired(run, checked.value);
    const { findings } = checked.value;
    run.lease.say(status("fixing"), { type: "fix.started", data: { round: round + 1, of: FIX_ROUNDS, findings: findings.length } });
    run.messages.push({ role: "user", content: findingsText(findings, run.working.all()) });
  }
}

const status = (value: "generating" | "checking" | "fixing" | "building"): NewEvent => ({ type: "job.status", data: { status: value } });

/** Model turns from number `from` on, until one ends the work. */
async function work(run: JobRun, from: number): Promise<Outcome<{ turns: number; ending: Ending }>> {
  for (let turn = from + 1; turn <= TURNS_MAX; turn++) {
    const taken = await turnOnce(run, turn);
    if (!taken.ok) return taken;
    if (taken.value.ending.kind !== "open") return ok({ turns: turn, ending: taken.value.ending });
  }
  return fail("model_no_answer", `The model did not finish within ${TURNS_MAX} turns.`, { next: "Ask for a smaller change." });
}

async function turnOnce(run: JobRun, number: number): Promise<Outcome<TurnEntry>> {
  const step = `turn:${number}`;
  const earlier = await run.earlierTurn(step);
  if (earlier) {
    run.working.restore(earlier.changes);
    run.apply(earlier);
    return ok(earlier);
  }
  const messageId = `msg_${run.job.id.slice(4)}_${number}`;
  // Takes back what a consumer that died in this turn had said of it.
  run.lease.say({ type: "message.assistant", data: { messageId, text: "" } }, status("generating"));
  const { model } = run.start;
  const context = {
    lease: run.lease,
    working: run.working,
    model,
    modelName: run.job.model,
    maxRetries: run.deps.maxRetries,
    messageId,
    plan: run.plan,
  };
  const taken = await takeTurn(context, run.messages);
  if (!taken.ok) return taken;
  const { text, ...entry } = taken.value;
  run.apply(entry);
  if (text.trim() !== "") await remember(run, messageId, text);
  const said: NewEvent[] = [{ type: "message.assistant", data: { messageId, text } }];
  if (run.usage) said.push({ type: "usage", data: { usage: run.usage } });
  const journalled = await run.finishTurn(step, entry, ...said);
  return journalled.ok ? ok(entry) : journalled;
}

const remember = (run: JobRun, id: string, text: string) =>
  run.deps.messages.add({
    id,
    sessionId: run.job.sessionId,
    role: "assistant",
    text,
    authorId: null,
    jobId: run.job.id,
    createdAt: run.deps.clock.now(),
  });

async function check(run: JobRun, round: number): Promise<Outcome<Verified>> {
  const step = `check:${round}`;
  const earlier = run.done(step);
  if (earlier !== undefined) return ok(earlier as Verified);
  run.lease.say(status("checking"));
  const checked = await verifyNow(run);
  if (!checked.ok) return checked;
  const journalled = await run.finishStep(step, checked.value);
  return journalled.ok ? checked : journalled;
}

const verifyNow = (run: JobRun): Promise<Outcome<Verified>> =>
  verify(run.deps.compiler, run.lease, {
    projectId: run.job.projectId,
    files: run.working.all(),
    changed: run.working.changedPaths(),
  });

async function unrepaired(run: JobRun, { findings }: Verified): Promise<Outcome<void>> {
  const boots = findings.every((finding) => finding.code === "BOOT");
  const error = fail(
    boots ? "boot_failed" : "checks_failed",
    `${findings.length} ${findings.length === 1 ? "problem is" : "problems are"} left after ${FIX_ROUNDS} rounds of repair. The working version stays live.`,
    {
      next: "Press Retry, or say what to do differently.",
    },
  ).error;
  return closeFailed(run, error, findings);
}

async function askPerson(run: JobRun, { text, questions }: Extract<Ending, { kind: "ask" }>): Promise<Outcome<void>> {
  const messageId = `msg_${run.job.id.slice(4)}_ask`;
  await remember(run, messageId, text);
  run.lease.say({ type: "question.asked", data: { messageId, text, questions } });
  return closeDone(run, "", null);
}

async function commit(run: JobRun, checked: Verified, summary: string, lastTurn: number): Promise<Outcome<void>> {
  let verified = checked;
  let turn = lastTurn;
  for (let attempt = 0; attempt < MERGES_MAX; attempt++) {
    // A version that is made is not unmade by a stop that comes after it.
    if (run.lease.stopped && !run.start.made) return run.lease.stopped;
    run.lease.say(status("building"));
    const saved = await run.save(verified, run.title);
    if (!saved.ok) return saved;
    if (saved.value.outcome === "saved") return goLive(run, saved.value, summary);
    const merged = await mergeIn(run, saved.value.head);
    if (!merged.ok) return merged;
    if (merged.value.length > 0) {
      run.messages.push({ role: "user", content: conflictText(merged.value) });
      const worked = await work(run, turn);
      if (!worked.ok) return worked;
      turn = worked.value.turns;
    }
    const again = await verifyNow(run);
    if (!again.ok) return again;
    verified = again.value;
    if (!verified.ok) return unrepaired(run, verified);
  }
  return fail("conflict", "The project changed faster than this job could follow.", { next: "Press Retry.", retry: true });
}

/** Brings in what a person saved meanwhile; where both changed one place, both sides go into the file between marks. */
async function mergeIn(run: JobRun, head: number) {
  const { store } = run.deps;
  const base = run.base === null ? ok({}) : await store.load(run.job.projectId, run.base);
  const theirs = await store.load(run.job.projectId, head);
  if (!base.ok) return base;
  if (!theirs.ok) return theirs;
  const mine = run.working.all();
  const { files, conflicts } = mergeFiles(base.value, mine, theirs.value, { mine: "agent", theirs: "person" });
  for (const conflict of conflicts) files[conflict.path] = conflict.merged;
  const changes: FileChange[] = [];
  for (const path of new Set([...Object.keys(mine), ...Object.keys(files)])) {
    const text = Object.hasOwn(files, path) ? files[path]! : null;
    if (text !== (Object.hasOwn(mine, path) ? mine[path]! : null)) changes.push({ path, text });
  }
  const adopted = await run.working.adopt(changes);
  if (!adopted.ok) return adopted;
  run.base = head;
  run.merged = true;
  return ok(conflicts);
}

type Saved = {
  version: { number: number; parent: number | null; fileCount: number; status: "ok" | "draft" };
  merged: boolean;
  files: FileMap;
};

async function goLive(run: JobRun, saved: Saved, summary: string): Promise<Outcome<void>> {
  const { number, parent, fileCount } = saved.version;
  await run.deps.workspace.setCurrent({ projectId: run.job.projectId, version: number, files: saved.files });
  for (const step of run.plan) run.lease.say({ type: "plan.step", data: { id: step.id, status: "done" } });
  run.lease.say(
    { type: "build.version", data: { version: number, parent, files: fileCount, merged: saved.merged } },
    { type: "preview.ready", data: { label: run.start.slug, version: number } },
  );
  return closeDone(run, summary, number);
}
