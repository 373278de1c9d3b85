/**
 * Whether an app holds: its types, what has one right repair put right without a model, then
 * whether it boots. Says each to the stream. A stop is not kept waiting by a check that goes on.
 */
import type { CheckResult, FileChange, Finding, Outcome, Repair } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { JobRun } from "../run/job-run.ts";
import { CheckEntry } from "../run/job-state.ts";

/** One check of a job, once: asked again after a consumer died, it gives what it gave. */
export async function check(run: JobRun, name: string): Promise<Outcome<CheckEntry>> {
  const earlier = await run.earlier(name, CheckEntry);
  if (earlier) {
    run.working.restore(earlier.changes);
    return ok(earlier);
  }
  run.working.beginTurn();
  const checked = await checkNow(run);
  if (!checked.ok) return checked;
  const entry = { ...checked.value, changes: run.working.turnChanges() };
  const journalled = await run.finishLarge(name, entry);
  return journalled.ok ? ok(entry) : journalled;
}

type CheckOutcome = { ok: boolean; findings: Finding[]; repairs: Repair[] };

/** One check that is not journalled: of files that are not what the journal leaves. */
export async function checkNow(run: JobRun): Promise<Outcome<CheckOutcome>> {
  run.lease.say({ type: "job.status", data: { status: "checking" } });
  const { compiler } = run.deps;
  const input = () => ({ projectId: run.job.projectId, files: run.working.all(), changed: run.working.changedPaths() });
  const types = await runCheck(run, "types", () => compiler.check(input()));
  if (!types.ok) return types;
  const repaired = types.value.ok ? ok({ findings: [] as Finding[], repairs: [] as Repair[] }) : await repair(run, types.value.findings);
  if (!repaired.ok) return repaired;
  const { findings, repairs } = repaired.value;
  if (findings.length > 0) return ok({ ok: false, findings, repairs });
  const boot = await runCheck(run, "boot", () => compiler.boot(input()));
  return boot.ok ? ok({ ok: boot.value.ok, findings: boot.value.findings, repairs }) : boot;
}

/** Repairs what has one right repair. Returns the findings that are left to the model, and the repairs made. */
async function repair(run: JobRun, found: Finding[]): Promise<Outcome<{ findings: Finding[]; repairs: Repair[] }>> {
  const input = { projectId: run.job.projectId, files: run.working.all(), changed: run.working.changedPaths() };
  const done = await orStopped(run, () => run.deps.compiler.repair(input));
  if (!done.ok) return done;
  const { changes, repaired: repairs, findings, ms } = done.value;
  if (repairs.length === 0) return ok({ findings: found, repairs });
  const written = await writeAll(run, changes);
  if (!written.ok) return written;
  run.lease.say(
    { type: "fix.repaired", data: { repairs, left: findings.length, ms } },
    { type: "check.finished", data: { kind: "types", ok: findings.length === 0, ms, findings } },
  );
  return ok({ findings, repairs });
}

async function writeAll(run: JobRun, changes: FileChange[]): Promise<Outcome<void>> {
  for (const { path, text } of changes) {
    const written = text === null ? await run.working.remove(path) : await run.working.write(path, text);
    if (!written.ok) return written;
  }
  return ok(undefined);
}

async function runCheck(run: JobRun, kind: "types" | "boot", work: () => Promise<CheckResult>): Promise<Outcome<CheckResult>> {
  run.lease.say({ type: "check.started", data: { kind } });
  // Now, since a check may keep this process busy for seconds.
  await run.lease.flush();
  const result = await orStopped(run, work);
  if (!result.ok) return result;
  const { ok: holds, ms, findings } = result.value;
  run.lease.say({ type: "check.finished", data: { kind, ok: holds, ms, findings } });
  return result;
}

/** What the work gives, or why the job is stopped before it: what it then finds, or throws, is nobody's business. */
export function orStopped<T>({ lease }: JobRun, work: () => Promise<T>): Promise<Outcome<T>> {
  if (lease.stopped) return Promise.resolve(lease.stopped);
  return new Promise((resolve, reject) => {
    const stop = () => lease.stopped && resolve(lease.stopped);
    lease.signal.addEventListener("abort", stop, { once: true });
    work()
      .then((value) => resolve(lease.stopped ?? ok(value)), reject)
      .finally(() => lease.signal.removeEventListener("abort", stop));
  });
}
