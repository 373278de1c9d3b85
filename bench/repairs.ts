/** Single faults in the two large applications and ten generated ones, repaired by the compiler in its isolate without a model. */
import type { CheckResult, FileMap, RepairResult } from "@edgewright/contracts";
import { starterApps } from "../packages/app-repair/tools/starter-apps.ts";
import { type Compiler, type RepairTrial, repairSuite, type Verdict } from "../packages/app-repair/tools/suite.ts";
import { labApp } from "./lab-app.ts";
import type { OneProcess } from "./one-process.ts";

/** Faults of each kind in each application. */
const IN_LARGE = 5;
const IN_GENERATED = 3;

export type Repairs = { ms: number[]; section: string };

export async function benchRepairs(platform: OneProcess): Promise<Repairs> {
  const large = await repairSuite(compilerOf(platform, "large"), { "49 files": labApp(49), "67 files": labApp(67) }, IN_LARGE);
  const generated = await repairSuite(compilerOf(platform, "generated"), await starterApps(), IN_GENERATED);
  const tried = [...large, ...generated];
  return { ms: large.filter(isFault).map(({ ms }) => ms), section: sectionOf(tried) };
}

function compilerOf(platform: OneProcess, projectId: string): Compiler {
  const call = async <T>(method: string, input: { files: FileMap; changed?: string[] }) =>
    (await platform.call("COMPILER", "-", method, [[{ projectId, ...input }]]))[0] as T;
  return {
    check: async (input) => (await call<CheckResult>("check", input)).findings,
    repair: (input) => call<RepairResult>("repair", input),
  };
}

const isFault = ({ verdict }: RepairTrial) => verdict !== "none";

function sectionOf(tried: readonly RepairTrial[]): string {
  const kinds = [...new Set(tried.map(({ mutation }) => mutation.kind))];
  const line = (name: string, of: readonly RepairTrial[]) => {
    const count = (...verdicts: Verdict[]) => of.filter(({ verdict }) => verdicts.includes(verdict)).length;
    const faults = of.filter(isFault).length;
    const rate = faults === 0 ? "" : `${Math.round((100 * count("exact", "same")) / faults)} %`;
    return `| ${[name, faults, rate, count("exact"), count("same"), count("other"), count("left"), count("worse")].join(" | ")} |`;
  };
  return `## Repairs without a model

Single faults, by a fixed seed, in the 49- and the 67-file application and in ten generated ones. *Repaired* is an app that means what it did before: *exact* to the byte, *same* but for layout, order of imports and of attributes. *Other* has no findings left and is written differently; *left* is for a model; *worse* weighs more than before. A fault that has no finding is not counted; missing keys, unused imports and unlisted dependencies have none by themselves and are counted all the same.

| fault | n | repaired | exact | same | other | left | worse |
|---|---|---|---|---|---|---|---|
${kinds
  .map((kind) =>
    line(
      kind,
      tried.filter(({ mutation }) => mutation.kind === kind),
    ),
  )
  .join("\n")}
${line("**all**", tried)}
`;
}
