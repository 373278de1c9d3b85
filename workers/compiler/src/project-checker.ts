/** A project's own checker, in an isolate that stays warm between its checks and repairs. */
import script from "../../../dist/checker/checker.txt";
import hash from "../../../dist/checker/hash.txt";
import types from "../../../dist/checker/types.txt";
import { isolateCode } from "./isolate-code.ts";
import type CheckerIsolate from "./isolates/checker.ts";

export function projectChecker(loader: WorkerLoader, projectId: string) {
  const id = `check:${projectId}:${hash}`;
  const isolate = loader.get(id, () => isolateCode("checker.js", { "checker.js": { js: script }, "types.txt": { text: types } }));
  return isolate.getEntrypoint<CheckerIsolate>();
}
