/** Whether an app holds: its types, then whether it boots. Says both to the stream. A stop is not kept waiting by a check that goes on. */
import type { CheckResult, CompilerRpc, FileMap, Finding, Outcome } from "@edgewright/contracts";
import { ok } from "@edgewright/core";
import type { JobLease } from "../common/lease.ts";

export type Verified = { ok: boolean; findings: Finding[] };

export async function verify(
  compiler: CompilerRpc,
  lease: JobLease,
  input: { projectId: string; files: FileMap; changed: string[] },
): Promise<Outcome<Verified>> {
  const types = await one(lease, "types", () => compiler.check(input));
  if (!types.ok || !types.value.ok) return types;
  return one(lease, "boot", () => compiler.boot(input));
}

async function one(lease: JobLease, kind: "types" | "boot", check: () => Promise<CheckResult>): Promise<Outcome<Verified>> {
  lease.say({ type: "check.started", data: { kind } });
  // Now, since a check may keep this process busy for seconds.
  await lease.flush();
  const result = await orStopped(lease, check);
  if (lease.stopped) return lease.stopped;
  const { ok: holds, ms, findings } = result!;
  lease.say({ type: "check.finished", data: { kind, ok: holds, ms, findings } });
  return ok({ ok: holds, findings });
}

/** null when the job is stopped first; what the check then finds, or throws, is nobody's business. */
function orStopped<T>(lease: JobLease, work: () => Promise<T>): Promise<T | null> {
  const { signal } = lease;
  if (signal.aborted) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const stop = () => resolve(null);
    signal.addEventListener("abort", stop, { once: true });
    work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener("abort", stop));
  });
}
