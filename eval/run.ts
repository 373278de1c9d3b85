/** `npm run eval`: builds the apps of a task file with a model, judges them in Chromium and writes a report. See docs/evals.md. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser } from "../bench/browser.ts";
import { modelSettings, type Person, signUp } from "../tests/platform/client.ts";
import { type Platform, startPlatform } from "../tests/platform/platform.ts";
import { loadTasks } from "./load-tasks.ts";
import { type EvalOptions, parseOptions, UsageError } from "./options.ts";
import { openProvider, type Provider } from "./provider.ts";
import { renderReport } from "./report.ts";
import type { RunResult } from "./result.ts";
import { runTask } from "./run-task.ts";
import type { Task } from "./task.ts";

const INTERRUPTED = 130;
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop.abort(new Error("The run was stopped")));

async function main(): Promise<number> {
  const options = parseOptions(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  const tasks = loadTasks(options.tasks, options.only);
  const provider = await openProvider(options, process.env);
  try {
    const platform = await startPlatform(provider.variables);
    try {
      const run = await runAll(options, tasks, platform, provider);
      console.log(`\n${write(options, run)}`);
      return run.stopped ? INTERRUPTED : 0;
    } finally {
      await platform.stop();
      platform.forget();
    }
  } finally {
    await provider.stop();
  }
}

async function runAll(options: EvalOptions, tasks: Task[], platform: Platform, { model }: Provider): Promise<RunResult> {
  const started = new Date();
  const person = await signUp(platform.url, "Ada Byron");
  await checkModel(person, model);
  const run: RunResult = { model: options.model, startedAt: started.toISOString(), seconds: 0, stopped: false, tasks: [] };
  // A Ctrl-C is ours to answer: Playwright would end this process before the platform.
  const browser = await launchBrowser({ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  try {
    const world = { browser, model, person, pictures: reportPath(options, run), signal: stop.signal, say };
    for (const [index, task] of tasks.entries()) {
      if (stop.signal.aborted) break;
      console.log(`[${index + 1}/${tasks.length}] ${task.name} (${task.id})`);
      const result = await runTask(world, task);
      if (stop.signal.aborted) break;
      run.tasks.push(result);
      const { failure } = result;
      say(failure === null ? "passed" : `FAILED at turn ${failure.turn}, step ${failure.step}: ${failure.what}\n    ${failure.reason}`);
    }
  } finally {
    await browser.close();
  }
  return { ...run, stopped: stop.signal.aborted, seconds: (Date.now() - started.getTime()) / 1000 };
}

const say = (text: string) => console.log(`    ${text}`);

async function checkModel(person: Person, model: string): Promise<void> {
  const { available } = await modelSettings(person);
  if (available.some(({ id }) => id === model)) return;
  throw new UsageError(`There is no model "${model}" on this platform. There are: ${available.map(({ id }) => id).join(", ")}.`);
}

/** Without its ending: the Markdown, the JSON and the folder of screenshots share it. */
const reportPath = ({ out, model }: EvalOptions, { startedAt }: RunResult): string =>
  join(out, `${model.replace(/[^A-Za-z0-9.]+/g, "-")}-${startedAt.slice(0, 16).replace(":", "")}`);

function write(options: EvalOptions, run: RunResult): string {
  const path = reportPath(options, run);
  mkdirSync(options.out, { recursive: true });
  writeFileSync(`${path}.json`, `${JSON.stringify(run, null, 2)}\n`);
  writeFileSync(`${path}.md`, renderReport(run));
  const passed = run.tasks.filter(({ failure }) => failure === null).length;
  return `${run.stopped ? "Stopped. " : ""}${passed} of ${run.tasks.length} tasks passed in ${Math.round(run.seconds)} s. Report: ${path}.md`;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof UsageError ? error.message : error);
  process.exitCode = stop.signal.aborted ? INTERRUPTED : 1;
}
