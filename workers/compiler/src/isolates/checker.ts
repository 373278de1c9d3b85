/** Runs inside an isolate that checks one project after another. Bundled with the cut TypeScript compiler by scripts/build-types.ts. */
import { WorkerEntrypoint } from "cloudflare:workers";
import type { CheckInput, PackedTypes } from "@edgewright/app-check";
import { type AppRepairs, type Checker, createChecker } from "@edgewright/app-repair";
import type { Finding } from "@edgewright/contracts";
import ts from "typescript-core";
import packed from "./types.txt";

/** A checker remembers every name that was ever imported of a big package. After so many projects it forgets them. */
const PROJECTS_MAX = 25;

let checker: Checker | undefined;
let served = 0;
let last = "";

export default class CheckerIsolate extends WorkerEntrypoint {
  check(projectId: string, input: CheckInput): Finding[] {
    return checkerFor(projectId).check(input);
  }

  repair(projectId: string, input: CheckInput): AppRepairs {
    return checkerFor(projectId).repair(input);
  }
}

function checkerFor(projectId: string): Checker {
  if (projectId !== last) {
    last = projectId;
    if (++served > PROJECTS_MAX) {
      checker?.forget();
      served = 1;
    }
  }
  checker ??= createChecker(ts, JSON.parse(packed) as PackedTypes);
  return checker;
}
