/** Set-up: brings a fresh clone to where a command can run, step by step, skipping what is already done. Runs on the machine's own Node. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dropLock, takeLock } from "../platform/folder-lock.mjs";
import { endMarked, RUN_VARIABLE } from "../platform/processes.mjs";
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
  const run = await takeTurn();
  try {
    checkNode();
    await installDependencies(root);
    const env = toolEnv(root);
    await makeArtefacts(root, env);
    if (what.for === "run") await buildRuntime(root, env);
    if (what.browser) await findBrowser();
    delete env[RUN_VARIABLE];
    return env;
  } catch (error) {
    const full = error?.code === "ENOSPC" ? new SetupError(DISK_FULL) : error;
    if (!(full instanceof SetupError)) throw full;
    console.error(`\n${full.message}`);
    dropLock(LOCK, run);
    process.exit(1);
  } finally {
    delete process.env[RUN_VARIABLE];
    dropLock(LOCK, run);
  }
}

const LOCK = join(root, "dist/setup.json");
const LOOK_MS = 250;

/** Two set-ups of one folder would write the same files: the second waits. What one that was killed left at work is ended first. */
async function takeTurn() {
  let lock = takeLock(LOCK, "set-up");
  if (!lock.held) console.error(`Another set-up of this folder is at work (process ${lock.holder.pid}); waiting for it.`);
  for (; !lock.held; lock = takeLock(LOCK, "set-up")) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  if (lock.before) endMarked({ [RUN_VARIABLE]: lock.before.run });
  process.env[RUN_VARIABLE] = lock.run;
  return lock.run;
}
