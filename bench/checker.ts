/** Diagnostics of the 49-file application: the platform's checker in its isolate, and its peers `tsc` 6 and 7 with the real types. */
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { CheckResult } from "@edgewright/contracts";
import { EDITED, edited, labApp } from "./lab-app.ts";
import type { OneProcess } from "./one-process.ts";
import { timed } from "./row.ts";

export type Samples = { cold: number[]; warm: number[] };

/** Cold: a project's first check in a new isolate. Warm: after an edit of one file. */
export async function benchChecker(platform: OneProcess, n: number, cold: number): Promise<Samples> {
  const files = labApp();
  const check = async (projectId: string, text: string) => {
    const input = { projectId, files: { ...files, [EDITED]: text }, changed: [EDITED] };
    const [result] = (await platform.call("COMPILER", "-", "check", [[input]])) as CheckResult[];
    if (!result?.ok) throw new Error(`The application does not check: ${JSON.stringify(result?.findings[0])}`);
  };
  const source = files[EDITED] ?? "";
  const samples: Samples = { cold: [], warm: [] };
  for (let round = 0; round < cold; round++) samples.cold.push(await timed(() => check(`check${round}`, source)));
  for (let edit = 1; edit <= n; edit++) samples.warm.push(await timed(() => check("check0", edited(source, edit))));
  return samples;
}

const ROOT = join(import.meta.dirname, "..");
const COMPILERS = { 6: join(ROOT, "node_modules/typescript/bin/tsc"), 7: join(ROOT, "node_modules/typescript-7/bin/tsc") };
const OPTIONS = {
  compilerOptions: {
    target: "es2023",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2023", "dom", "dom.iterable"],
    types: [],
    jsx: "react-jsx",
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    allowArbitraryExtensions: true,
  },
  include: ["src"],
};
const READY = /Watching for file changes/;

/** Cold: the whole process on the folder. Warm: from an edit to the end of the watching process's round. */
export async function benchTsc(version: 6 | 7, n: number, cold: number): Promise<Samples> {
  const folder = join(ROOT, `dist/bench/tsc-${version}`);
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries({ ...labApp(), "tsconfig.json": JSON.stringify(OPTIONS) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  writeFileSync(join(folder, "src/assets.d.ts"), 'declare module "*.css";\n');
  const source = labApp()[EDITED] ?? "";
  const samples: Samples = { cold: [], warm: [] };
  const start = (...args: string[]) =>
    spawn(process.execPath, [COMPILERS[version], "-p", folder, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  for (let round = 0; round < cold; round++) {
    samples.cold.push(
      await timed(
        () =>
          new Promise<void>((resolve, reject) => {
            const child = start();
            let output = "";
            child.stdout.on("data", (chunk) => (output += chunk));
            child.on("close", (code) => (code === 0 ? resolve() : reject(new Error(`tsc ${version} finds: ${output.slice(0, 400)}`))));
          }),
      ),
    );
  }
  const watcher = start("--watch", "--preserveWatchOutput");
  try {
    await round(watcher, () => {});
    for (let edit = 1; edit <= n; edit++)
      samples.warm.push(await timed(() => round(watcher, () => writeFileSync(join(folder, EDITED), edited(source, edit)))));
  } finally {
    watcher.kill();
  }
  return samples;
}

/** Does `work`, then waits until the watching process says that it is through. */
function round(watcher: ReturnType<typeof spawn>, work: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("tsc --watch did not answer in 60 s")), 60_000);
    const hear = (chunk: Buffer) => {
      if (!READY.test(chunk.toString())) return;
      clearTimeout(timer);
      watcher.stdout?.off("data", hear);
      resolve();
    };
    watcher.stdout?.on("data", hear);
    work();
  });
}
