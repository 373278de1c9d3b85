/** Set-up: brings a fresh clone to where a command can run, step by step, skipping what is already done. Runs on the machine's own Node. */
import { join } from "node:path";
import { makeArtefacts } from "./artefacts.mjs";
import { findBrowser } from "./browser.mjs";
import { checkNode, installDependencies, toolEnv } from "./dependencies.mjs";
import { SetupError } from "./progress.mjs";
import { buildRuntime } from "./runtime.mjs";

export const root = join(import.meta.dirname, "../..");

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
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exit(1);
  }
}
