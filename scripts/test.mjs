/**
 * `npm test`, in three lanes side by side: the domain and the API in Node; journeys and faults on a running platform with a real browser;
 * the workers in workerd, and the components in a browser. Whichever lane is done goes on with what nobody has begun.
 */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";
import { WORKERS } from "./setup/runtime.mjs";

const JOURNEY = "tests/platform/vitest.config.ts";
const COMPONENTS = "web/vitest.config.ts";
const journey = existsSync(join(root, JOURNEY));
const env = await setUp({ for: journey ? "run" : "check", browser: journey });

// What is piped would else have no colours.
if (process.stdout.isTTY) env.FORCE_COLOR ??= "1";

/** Which of their cases long suites try this time. */
env.TEST_SEED ??= String(Math.floor(Date.now() / 1000));

/** The ends of what failing suites said. They are shown last, so that the end of a log says what failed. */
const failures = [];
const SHOWN_BYTES = 20_000;

/** Runs one suite and resolves with what failed. What it says is shown as it comes ("live"), or when it is done. */
function run(config, show) {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const suite = spawn("node", [vitest, "run", "--config", config], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = [Buffer.from(`\n${config}\n`)];
  for (const stream of [suite.stdout, suite.stderr])
    stream.on("data", (chunk) => {
      said.push(chunk);
      if (show === "live") process.stdout.write(chunk);
    });
  return new Promise((resolve) => {
    suite.once("close", (status) => {
      const report = Buffer.concat(said);
      if (status !== 0) failures.push(report.subarray(-SHOWN_BYTES));
      else if (show !== "live") process.stdout.write(report);
      resolve(status === 0 ? [] : [config]);
    });
  });
}

const waiting = [...WORKERS.map(({ name }) => `workers/${name}/vitest.config.ts`), COMPONENTS];

/** One suite, where it has one of its own, then those that nobody has begun. */
async function lane(first, show) {
  const failed = first && existsSync(join(root, first)) ? await run(first, show) : [];
  for (let next = waiting.shift(); next; next = waiting.shift())
    if (existsSync(join(root, next))) failed.push(...(await run(next, "later")));
  return failed;
}

// Side by side: the first is all computing, the others mostly wait for what they have asked of workerd and the browser.
const lanes = await Promise.all([lane("vitest.config.ts", "live"), lane(JOURNEY, "later"), lane()]);
const failed = lanes.flat();
if (failed.length > 0) {
  process.stdout.write(Buffer.concat(failures));
  console.error(`\nFailed: ${failed.join(", ")}. Cases were drawn by TEST_SEED=${env.TEST_SEED}.`);
  process.exit(1);
}
