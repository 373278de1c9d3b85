/** Runs inside the isolate that checks one project. Bundled with the cut TypeScript compiler by scripts/build-types.ts. */
import { WorkerEntrypoint } from "cloudflare:workers";
import { type Checker, type CheckInput, createChecker, type PackedTypes, type Repaired } from "@edgewright/builder/checker";
import type { Finding } from "@edgewright/contracts";
import ts from "typescript-core";
import packed from "./types.txt";

let checker: Checker | undefined;

export default class CheckerIsolate extends WorkerEntrypoint {
  check(input: CheckInput): Finding[] {
    return opened().check(input);
  }

  repair(input: CheckInput): Repaired {
    return opened().repair(input);
  }
}

function opened(): Checker {
  checker ??= createChecker(ts, JSON.parse(packed) as PackedTypes);
  return checker;
}
