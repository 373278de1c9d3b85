/** `npm run bench`: every figure of the design's budgets and its peers on the same application, one after the other, into bench/results.md. */

import { benchAudit } from "./audit.ts";
import { benchChecker, benchTsc } from "./checker.ts";
import { checkerFits } from "./checker-heap.ts";
import { benchOutline } from "./context.ts";
import { benchData } from "./data.ts";
import { benchDispatch } from "./dispatch.ts";
import { benchEdits, spoiltEdits } from "./edits.ts";
import { hasLabApp, labApp } from "./lab-app.ts";
import { type OneProcess, startOneProcess } from "./one-process.ts";
import { benchPages } from "./pages.ts";
import { benchPreview } from "./preview.ts";
import { benchPrompt } from "./prompt.ts";
import { quantile } from "./quantile.ts";
import { benchPromptReuse } from "./recorded.ts";
import { benchRepairs } from "./repairs.ts";
import { line, RESULTS, writeReport } from "./report.ts";
import { type BenchRow, row } from "./row.ts";
import { benchRunning } from "./running.ts";
import { benchFanOut, benchThroughput } from "./stream.ts";
import { benchVite } from "./vite.ts";

const N = 30;
const COLD = 5;
const LOAD_SECONDS = 10;
const SOCKETS = 100;

// What runs on the platform can be measured alone, and is then shown, not kept.
if (process.argv[2] === "running") {
  const { rows: running, note } = await benchRunning(COLD);
  console.log([...running.map(line), note].join("\n"));
  process.exit();
}
if (!hasLabApp()) throw new Error("The 49-file application of the benchmark is not on this machine.");

const rows: BenchRow[] = [];
const say = (what: string) => console.error(`  … ${what}`);
const median = (samples: number[]) => quantile(samples, 0.5);
const ratio = (ours: number[], theirs: number[]) => median(ours) / median(theirs);
const ms = (samples: number[]) => `${Math.round(median(samples))} ms`;

async function pages(): Promise<void> {
  say("pages");
  const { workspace, home, bare, first } = await benchPages(COLD);
  const twice = [...first.workspace.twice, ...first.home.twice];
  if (twice.length > 0) throw new Error(`A page loads twice: ${twice.join(", ")}`);
  const beside = { peer: "a bare page of the same framework" };
  rows.push(
    row("page of the workspace, 8 at a time", "pages/s", workspace, { ...beside, ratio: ratio(workspace, bare) }),
    row("page of the start, 8 at a time", "pages/s", home, { ...beside, ratio: ratio(home, bare) }),
    row("first load of the workspace, packed", "KB", [first.workspace.gzipBytes / 1000], { budget: 180 }),
    row("first load of the workspace", "files", [first.workspace.files]),
    row("first load of the start page, packed", "KB", [first.home.gzipBytes / 1000], { budget: 180 }),
  );
}

async function previews(platform: OneProcess): Promise<void> {
  say("previews in Chromium");
  const ours = await benchPreview(platform, N, COLD);
  say("the same in Vite");
  const vite = await benchVite(N, COLD);
  const beside = (theirs: number[]) => `Vite 8, ${ms(theirs)}`;
  rows.push(
    row("edit → visible", "ms", ours.edit, { budget: 150, peer: beside(vite.edit), ratio: ratio(ours.edit, vite.edit) }),
    row("cold → visible", "ms", ours.cold, { budget: 1500, peer: beside(vite.cold), ratio: ratio(ours.cold, vite.cold) }),
    row("Workspace: cold write and build", "ms", ours.build, { budget: 500 }),
    row("Workspace: edit round trip", "ms", ours.write, { budget: 30 }),
  );
}

async function diagnostics(platform: OneProcess): Promise<void> {
  say("type checker");
  const ours = await benchChecker(platform, N, COLD);
  const budgets = { cold: 2000, warm: 150 };
  for (const version of [6, 7] as const) {
    say(`tsc ${version}`);
    const theirs = await benchTsc(version, N, COLD);
    for (const kind of ["cold", "warm"] as const) {
      const name = kind === "cold" ? "full check, cold isolate" : "diagnostics after an edit, warm";
      const peer = `tsc ${version}${kind === "warm" ? " --watch" : ""}, ${ms(theirs[kind])}`;
      rows.push(row(name, "ms", ours[kind], { budget: budgets[kind], peer, ratio: ratio(ours[kind], theirs[kind]) }));
    }
  }
}

/** The table of repairs by kind. */
async function repairs(platform: OneProcess): Promise<string> {
  say("repairs");
  const { ms: samples, section } = await benchRepairs(platform);
  rows.push(row("repair of one fault, warm, 49 and 67 files", "ms", samples, { budget: 2000 }));
  return section;
}

async function traffic(platform: OneProcess): Promise<void> {
  say("dispatch");
  const { firstCall, alone, app, data } = await benchDispatch(platform, LOAD_SECONDS, COLD);
  rows.push(
    row("first call to a new server isolate", "ms", firstCall, { budget: 80 }),
    row("dispatch alone", "requests/s", alone),
    row("dispatch and a loaded app", "requests/s", app, { peer: "dispatch alone", ratio: ratio(app, alone) }),
    row("dispatch, a loaded app and a query", "requests/s", data, { peer: "dispatch alone", ratio: ratio(data, alone) }),
  );
  say("stream");
  rows.push(
    row("stream, append to one watcher", "events/s", await benchThroughput(platform, COLD, 2000)),
    row(`stream, append to the last of ${SOCKETS} sockets`, "ms", await benchFanOut(platform, SOCKETS, N)),
  );
}

async function heap(): Promise<string> {
  say("checker's heap");
  const limits = [80, 90, 100, 110, 120, 128];
  for (const limit of limits) if (await checkerFits(labApp(67), limit)) return `${limit} MB (budget 110)`;
  return `more than ${limits.at(-1)} MB (budget 110 **over**)`;
}

say("edits");
rows.push(...(await benchEdits(COLD)));
rows.push(...(await benchOutline(N, COLD)));
say("audit log");
rows.push(...(await benchAudit(N)));
say("rows of an app");
rows.push(...(await benchData(COLD)));
say("prompts of a recorded session");
rows.push(await benchPromptReuse());
say("prompt → first preview");
const prompt = await benchPrompt(COLD);
rows.push(row("prompt → first preview, embedded model", "ms", prompt.preview));
say("a crowd, and faults, on the platform");
const running = await benchRunning(COLD);
rows.push(...running.rows);
await pages();
const platform = await startOneProcess();
let repaired: string;
try {
  await previews(platform);
  await diagnostics(platform);
  repaired = await repairs(platform);
  await traffic(platform);
} finally {
  await platform.stop();
}
const fits = await heap();
writeReport(
  rows,
  [
    "The application has 49 files (its browser side is what is built and checked); edits change a heading and add a class never seen before.",
    "Of rates per second, p95 is the worse end too: the 5th percentile of whole seconds or rounds.",
    "*Cold* in the browser is a new project and an empty cache; for Vite an empty dependency cache and a start of its server.",
    "`tsc` checks with the packages' real types; ours with the packed ones. The warm figure of `tsc` is from the file's write to the end of the watching process's round, its wait for further changes included.",
    `Checker's heap: the 67-file application is checked, edited, checked again and repaired after a fault in ${fits}.`,
    "Rows of an app are in Node's SQLite. Adding is by the processor's time, and so is how long others wait: the longest stretch without a pause; other work on the machine is not counted.",
    "Dispatch, objects and compiler run in one workerd here, as on Cloudflare; the load generator has 32 connections and runs on the same cores, so requests/s are a floor.",
    running.note,
    "A killed process: all of its unit at once. The job of a killed core was in its type check, and goes on when it says that it plans anew; of a killed compiler it is what its type check took longer than one in a compiler just started.",
    `\`npm start\` with everything built was ready in ${(prompt.start / 1000).toFixed(1)} s.`,
  ],
  [spoiltEdits(), repaired],
);
console.log(RESULTS);
