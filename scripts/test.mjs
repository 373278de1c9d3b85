/** `npm test`: the domain in Node, the workers in workerd, then the journey and the faults on a running platform with a real browser. */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";
import { WORKERS } from "./setup/runtime.mjs";

const JOURNEY = "tests/vitest.config.ts";
const journey = existsSync(join(root, JOURNEY));
const env = await setUp({ for: journey ? "run" : "check", browser: journey });

const CONFIGS = ["vitest.config.ts", ...WORKERS.map(({ name }) => `workers/${name}/vitest.config.ts`), JOURNEY];
const failed = [];
for (const config of CONFIGS.filter((path) => existsSync(join(root, path)))) {
  console.log(`\n${config}`);
  const { status } = spawnSync("node", [join(root, "node_modules/vitest/vitest.mjs"), "run", "--config", config], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  if (status !== 0) failed.push(config);
}
if (failed.length > 0) {
  console.error(`\nFailed: ${failed.join(", ")}`);
  process.exit(1);
}
