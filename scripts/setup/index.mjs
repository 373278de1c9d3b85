/** Set-up: brings a fresh clone to where a command can run, step by step, skipping what is already done. Runs on the machine's own Node. */
import { fileURLToPath } from "node:url";
import { makeArtefacts } from "./artefacts.mjs";
import { findBrowser } from "./browser.mjs";
import { checkNode, installDependencies, toolEnv } from "./dependencies.mjs";
import { DISK_FULL, SetupError } from "./progress.mjs";
import { buildRuntime } from "./runtime.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url)).replace(/[/\\]$/, "");

/**
 * `check` needs the artefacts, `run` also the built workers and front end, `browser` a Chromium.
 * Resolves with the environment for child processes; a failure ends the process with one clear line.
 * @param {{for: "check" | "run", browser?: boolean}} what
 */
export async function setUp(what) {
  try {
    checkNode();
    await installDependencies(root);
    const env = toolEnv(root);
    await makeArtefacts(root, env);
    if (what.for === "run") await buildRuntime(root, env);
    if (what.browser) await findBrowser();
    return env;
  } catch (error) {
    const full = error?.code === "ENOSPC" ? new SetupError(DISK_FULL) : error;
    if (!(full instanceof SetupError)) throw full;
    console.error(`\n${full.message}`);
    process.exit(1);
  }
}
