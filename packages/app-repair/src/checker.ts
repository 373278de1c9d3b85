/** One app's type checker, which keeps its program between checks. Runs in an isolate of its own, and in Node for `check:app`. */

import type { PackedTypes, TypeScript } from "@edgewright/app-check";
import { type CheckInput, findingOf, Inspection } from "@edgewright/app-check";
import type { Finding } from "@edgewright/contracts";
import { type AppRepairs, repairApp } from "./repair-app.ts";

export type Checker = { check(input: CheckInput): Finding[]; repair(input: CheckInput): AppRepairs; forget(): void };

export function createChecker(ts: TypeScript, packed: PackedTypes): Checker {
  const inspection = new Inspection(ts, packed);
  return {
    check({ files, changed = [] }) {
      inspection.open(files);
      return inspection.faults(changed).map(findingOf);
    },
    repair: (input) => repairApp(inspection, input),
    forget: () => inspection.forget(),
  };
}
