/** `npm test`, in two lanes side by side: the domain and the API in Node; journeys and faults on a running platform with a real browser. Whichever is done goes on with the components, in the same browser, and the workers in workerd. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";
import { WORKERS } from "./setup/runtime.mjs";

const JOURNEY = "tests/platform/vitest.config.ts";
const COMPONENTS = "web/vitest.config.ts";
const journey = existsSync(join(root, JOURNEY));
const env = await setUp({ for: journey ? "run" : "check", browser: journey });

/** Which of their cases long suites try this time. */
env.TEST_SEED ??= String(Math.floor(Date.now() / 1000));

/** What failing suites said. It is shown last, so that the end of a log says what failed. */
const failures = [];

/** Runs one suite and resolves with what failed. With "pipe" all it says is shown when it is done, or at the very end if it failed. */
function run(config, show) {
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const suite = spawn("node", [vitest, "run", "--config", config], { cwd: root, env, stdio: ["ignore", show, show] });
  const said = [];
  for (const stream of [suite.stdout, suite.stderr]) stream?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve) => {
    suite.once("close", (status) => {
      const report = Buffer.concat([Buffer.from(`\n${config}\n`), ...said]);
      if (status === 0) process.stdout.write(report);
      else failures.push(report);
      resolve(status === 0 ? [] : [config]);
    });
  });
}

const waiting = [COMPONENTS, ...WORKERS.map(({ name }) => `workers/${name}/vitest.config.ts`)];

/** One suite, then those that nobody has begun. */
async function lane(first, show) {
  const failed = existsSync(join(root, first)) ? await run(first, show) : [];
  for (let next = waiting.shift(); next; next = waiting.shift())
    if (existsSync(join(root, next))) failed.push(...(await run(next, "pipe")));
  return failed;
}

// Side by side: the first is all computing, the platform mostly waits for what it has asked of others.
const lanes = await Promise.all([lane("vitest.config.ts", "inherit"), lane(JOURNEY, "pipe")]);
const failed = lanes.flat();
if (failed.length > 0) {
  process.stdout.write(Buffer.concat(failures));
  console.error(`\nFailed: ${failed.join(", ")}. Cases were drawn by TEST_SEED=${env.TEST_SEED}.`);
  process.exit(1);
}
