/** Whether an app holds: its types, then whether it boots. Says both to the stream. */
import type { CompilerRpc, FileMap, Finding } from "@edgewright/contracts";
import type { JobLease } from "../common/lease.ts";

export type Verified = { ok: boolean; findings: Finding[] };

export async function verify(
  compiler: CompilerRpc,
  lease: JobLease,
  input: { projectId: string; files: FileMap; changed: string[] },
): Promise<Verified> {
  const types = await one(lease, "types", () => compiler.check(input));
  if (!types.ok) return types;
  return one(lease, "boot", () => compiler.boot(input));
}

async function one(lease: JobLease, kind: "types" | "boot", check: () => ReturnType<CompilerRpc["check"]>): Promise<Verified> {
  lease.say({ type: "check.started", data: { kind } });
  // Now, since a check may keep this process busy for seconds.
  await lease.flush();
  const { ok, ms, findings } = await check();
  lease.say({ type: "check.finished", data: { kind, ok, ms, findings } });
  return { ok, findings };
}
