/** Type-checks an app in its project's checker isolate, which stays warm between checks. */
import type { CheckInput } from "@edgewright/builder/checker";
import type { Finding } from "@edgewright/contracts";
import script from "../../../dist/checker/checker.txt";
import hash from "../../../dist/checker/hash.txt";
import types from "../../../dist/checker/types.txt";
import type CheckerIsolate from "./isolates/checker.ts";

/** Enforced on Cloudflare only: a local workerd lets an isolate run on. */
const LIMITS = { cpuMs: 30_000, subRequests: 0 };

export async function checkTypes(loader: WorkerLoader, projectId: string, input: CheckInput): Promise<Finding[]> {
  const isolate = loader.get(`check:${projectId}:${hash}`, () => ({
    compatibilityDate: "2026-10-01",
    mainModule: "checker.js",
    modules: { "checker.js": { js: script }, "types.txt": { text: types } },
    globalOutbound: null,
    limits: LIMITS,
  }));
  return isolate.getEntrypoint<CheckerIsolate>().check(input);
}
