/** The type checkers: a few isolates that stay warm, each shared by the projects that come to it. They read apps' text and never run it. */

import type { CheckInput } from "@edgewright/app-check";
import type { AppRepairs } from "@edgewright/app-repair";
import type { Finding } from "@edgewright/contracts";
import script from "../../../dist/checker/checker.txt";
import hash from "../../../dist/checker/hash.txt";
import types from "../../../dist/checker/types.txt";
import { isolateCode } from "./isolate-code.ts";
import type CheckerIsolate from "./isolates/checker.ts";
import { Slots } from "./slots.ts";

const CHECKERS = 2;
const slots = new Slots(CHECKERS);

/** Of projects that nobody has, each in a slot of its own when they are asked at once. */
export const everyChecker = (loader: WorkerLoader): ProjectChecker[] =>
  Array.from({ length: CHECKERS }, (_, slot) => projectChecker(loader, `slot ${slot}`));

type ProjectChecker = { check(input: CheckInput): Promise<Finding[]>; repair(input: CheckInput): Promise<AppRepairs> };

export function projectChecker(loader: WorkerLoader, projectId: string): ProjectChecker {
  const isolate = (slot: string) =>
    loader
      .get(`check:${slot}:${hash}`, () => isolateCode("checker.js", { "checker.js": { js: script }, "types.txt": { text: types } }))
      .getEntrypoint<CheckerIsolate>();
  return {
    check: (input) => slots.use(projectId, (slot) => isolate(slot).check(projectId, input)),
    repair: (input) => slots.use(projectId, (slot) => isolate(slot).repair(projectId, input)),
  };
}
