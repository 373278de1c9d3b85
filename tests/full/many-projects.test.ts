/** 200 projects in turn through one compiler: nothing aborts, no job is much more work than the usual one, and memory is level after the first 30. */
import type { CheckResult, FileMap } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OneProcess, startOneProcess } from "../../bench/one-process.ts";
import { quantile } from "../../bench/quantile.ts";
import { starterApps } from "../../packages/app-repair/tools/starter-apps.ts";
import { childrenOf, usageOf } from "../../scripts/platform/process-stat.mjs";

const PROJECTS = 200;
/** Beyond it, each project more would be seen. */
const GROWTH_MB = 150;
/** What a local platform may take up, all its processes together. */
const MEMORY_MB = 1500;

let platform: OneProcess;
beforeAll(async () => {
  platform = await startOneProcess();
  await platform.warm();
});
afterAll(() => platform.stop());

/** Of the one workerd that this process started. */
const usage = () => usageOf(childrenOf(process.pid));

/** No file is another project's, so that what was found in one says nothing of the next. */
const ownFiles = (files: FileMap, project: number): FileMap =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, /\.tsx?$/.test(path) ? `${text}// Of project ${project}.\n` : text]),
  );

it(`takes ${PROJECTS} projects, none of them twice the usual work, and no more memory for the last than for the 30th`, async () => {
  const apps = Object.values(await starterApps());
  const memory: number[] = [];
  /** In seconds of the processor: what else the machine does is not counted. */
  const work: number[] = [];
  for (let index = 0; index < PROJECTS; index++) {
    const files = ownFiles(at(apps, index % apps.length), index);
    const input = { projectId: `prj_${index}`, files, changed: Object.keys(files) };
    const { cpuSeconds } = usage();
    for (const method of ["check", "boot"]) {
      const [result] = (await platform.call("COMPILER", "one", method, [[input]])) as CheckResult[];
      expect(result).toMatchObject({ ok: true, findings: [] });
    }
    const after = usage();
    work.push(after.cpuSeconds - cpuSeconds);
    memory.push(after.mb);
  }
  const [median, most] = [quantile(work, 0.5), Math.max(...work)];
  console.log(
    `${PROJECTS} projects: median ${median.toFixed(2)} s of work, at most ${most.toFixed(2)}; memory ${memory
      .filter((_, at) => at % 20 === 9)
      .map(Math.round)
      .join(", ")} MB`,
  );
  expect(most).toBeLessThan(2 * median);
  expect(Math.max(...memory)).toBeLessThan(MEMORY_MB);
  expect(Math.max(...memory.slice(30))).toBeLessThan((memory[29] ?? 0) + GROWTH_MB);
}, 2_400_000);
