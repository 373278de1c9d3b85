/** Type-checks an app in its project's checker isolate, which stays warm between checks. */
import type { CheckInput } from "@edgewright/builder/checker";
import type { Finding } from "@edgewright/contracts";
import script from "../../../dist/checker/checker.txt";
import hash from "../../../dist/checker/hash.txt";
import types from "../../../dist/checker/types.txt";
import { isolateCode } from "./isolate-code.ts";
import type CheckerIsolate from "./isolates/checker.ts";

export async function checkTypes(loader: WorkerLoader, projectId: string, input: CheckInput): Promise<Finding[]> {
  const id = `check:${projectId}:${hash}`;
  const isolate = loader.get(id, () => isolateCode("checker.js", { "checker.js": { js: script }, "types.txt": { text: types } }));
  return isolate.getEntrypoint<CheckerIsolate>().check(input);
}
