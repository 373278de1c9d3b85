/** Runs a TypeScript script of the repository after set-up: `node scripts/run.mjs bench/run.ts …`. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";

const [script, ...args] = process.argv.slice(2);
if (!script) throw new Error("Name a script to run.");
const inBrowser = script.startsWith("bench/") || script === "eval/run.ts";
const needsPlatform = inBrowser || script === "scripts/deploy.ts";
const env = await setUp({ for: needsPlatform ? "run" : "check", browser: inBrowser });
const child = spawn(join(root, "node_modules/.bin/node"), [join(root, script), ...args], {
  env: { ...env, CI: process.env.CI ?? "" },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
child.on("close", (code) => process.exit(code ?? 1));
