/** Runs a command for a set-up step: quiet while it works, its whole output when it fails. */
import { spawn } from "node:child_process";
import { DISK_FULL, SetupError } from "./progress.mjs";

/** @param {string} command @param {string[]} args @param {{cwd?: string, env?: NodeJS.ProcessEnv, onLine?: (line: string) => void}} [options] */
export const run = (command, args, { cwd, env, onLine } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (chunk) => {
      output += chunk;
      const line = String(chunk).trim().split("\n").at(-1);
      if (line) onLine?.(line);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", (error) => reject(new SetupError(`${command} could not be started: ${error.message}`)));
    child.on("close", (code) => {
      if (code === 0) resolve(output);
      else if (/ENOSPC|no space left/i.test(output)) reject(new SetupError(DISK_FULL));
      else reject(new SetupError(`${command} ${args.join(" ")} failed:\n${output.trim()}`));
    });
  });
