/** 200 projects in turn through one compiler, which has to hold: nothing aborts, and its memory is level after the first 30. */
import { spawnSync } from "node:child_process";
import type { CheckResult } from "@edgewright/contracts";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OneProcess, startOneProcess } from "../../bench/one-process.ts";
import { starterApps } from "../../packages/app-repair/tools/starter-apps.ts";

const PROJECTS = 200;
/** Beyond it, each project more would be seen. */
const GROWTH_MB = 150;

let platform: OneProcess;
beforeAll(async () => {
  platform = await startOneProcess();
});
afterAll(() => platform.stop());

/** Of the one workerd that this process started. */
function memoryMb(): number {
  const { stdout } = spawnSync("ps", ["-A", "-o", "ppid=,rss=,args="], { encoding: "utf8" });
  const line = stdout.split("\n").find((one) => one.trim().startsWith(`${process.pid} `) && one.includes("workerd serve"));
  return Number(line?.trim().split(/\s+/)[1]) / 1024;
}

it(`takes ${PROJECTS} projects and no more memory for the last than for the 30th`, async () => {
  const apps = Object.values(await starterApps());
  const memory: number[] = [];
  const times: number[] = [];
  for (let index = 0; index < PROJECTS; index++) {
    const files = { ...apps[index % apps.length], "src/own.ts": `export const own = ${index};\n` };
    const input = { projectId: `prj_${index}`, files, changed: Object.keys(files) };
    const started = performance.now();
    for (const method of ["check", "boot"]) {
      const [result] = (await platform.call("COMPILER", "one", method, [[input]])) as CheckResult[];
      expect(result).toMatchObject({ ok: true, findings: [] });
    }
    times.push(performance.now() - started);
    memory.push(memoryMb());
  }
  const sorted = times.toSorted((a, b) => a - b);
  const [median, slowest] = [sorted[PROJECTS / 2], sorted.at(-1)].map((ms) => Math.round(ms ?? 0));
  console.log(
    `${PROJECTS} projects: median ${median} ms, slowest ${slowest} ms; memory ${memory
      .filter((_, at) => at % 20 === 9)
      .map(Math.round)
      .join(", ")} MB`,
  );
  expect(Math.max(...memory.slice(30))).toBeLessThan((memory[29] ?? 0) + GROWTH_MB);
}, 1_200_000);
