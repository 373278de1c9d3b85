/** Breaks apps in one place at a time, lets the platform's repairs at them, and says what came of it. Used by the benchmark and by tests. */

import { type CheckInput, checkDataFiles, weightOf } from "@edgewright/app-check";
import { type Checker, repairFiles } from "@edgewright/app-repair";
import type { FileChange, FileMap, Finding } from "@edgewright/contracts";
import { random } from "@edgewright/testing/random";
import { type Mutation, mutationsOf } from "./mutation.ts";
import { MUTATORS } from "./mutators.ts";
import { sameApp } from "./same-app.ts";

/** `none`: the fault has no finding, so there is nothing to repair. `other`: nothing is left to find, but the app is not what it was. */
export type Verdict = "none" | "exact" | "same" | "other" | "left" | "worse";
export type RepairTrial = { mutation: Mutation; verdict: Verdict; ms: number; findings: Finding[]; left: Finding[]; files: FileMap };

/** The platform's checks and repairs, here or in its workers. */
export type Compiler = {
  check(input: CheckInput): Promise<Finding[]>;
  repair(input: CheckInput): Promise<{ changes: FileChange[] }>;
};

export const localCompiler = (checker: Checker): Compiler => ({
  check: async (input) => [...checkDataFiles(input.files), ...checker.check(input)],
  repair: (input) => repairFiles(checker, input),
});

/** Kinds that no finding speaks of, since such an app runs. */
const UNSAID = new Set(["missing key", "unused import", "unlisted dependency"]);

export async function repairSuite(compiler: Compiler, apps: Record<string, FileMap>, count: number, seed = 7): Promise<RepairTrial[]> {
  const tried: RepairTrial[] = [];
  for (const [index, [name, files]] of Object.entries(apps).entries()) {
    for (const mutation of mutationsOf(name, files, MUTATORS, count, random(seed + index)))
      tried.push(await tryMutation(compiler, files, mutation));
  }
  return tried;
}

async function tryMutation(compiler: Compiler, original: FileMap, mutation: Mutation): Promise<RepairTrial> {
  const check = (files: FileMap) => compiler.check({ files, changed: [mutation.file] });
  const findings = await check(mutation.files);
  if (findings.length === 0 && !UNSAID.has(mutation.kind))
    return { mutation, verdict: "none", ms: 0, findings, left: [], files: mutation.files };
  const started = performance.now();
  const { changes } = await compiler.repair({ files: mutation.files, changed: [mutation.file] });
  const ms = performance.now() - started;
  const files = { ...mutation.files };
  for (const { path, text } of changes) if (text !== null) files[path] = text;
  const left = await check(files);
  return { mutation, verdict: verdictOf(original, files, findings, left), ms, findings, left, files };
}

function verdictOf(original: FileMap, files: FileMap, findings: Finding[], left: Finding[]): Verdict {
  if (weightOf(left) > weightOf(findings)) return "worse";
  if (left.length > 0) return "left";
  const paths = Object.keys(original);
  if (paths.every((path) => files[path] === original[path])) return "exact";
  return sameApp(original, files) ? "same" : "other";
}
