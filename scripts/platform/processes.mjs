/**
 * Which processes belong to one start of a platform. Each of its processes carries the start's id in its environment,
 * which no other process has: neither a name, which a stranger may share, nor a pid, which is given out again.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { beginningOf, isLinux, pids } from "./process-stat.mjs";

export const RUN_VARIABLE = "EDGEWRIGHT_RUN";
export const UNIT_VARIABLE = "EDGEWRIGHT_UNIT";

/** Pid and environment of every process that may be looked at. @returns {{pid: number, environment: string[]}[]} */
function processes() {
  if (isLinux) {
    return pids().flatMap((pid) => {
      try {
        return [{ pid, environment: readFileSync(`/proc/${pid}/environ`, "utf8").split("\0") }];
      } catch {
        // It has ended meanwhile, or is another person's.
        return [];
      }
    });
  }
  const { stdout = "" } = spawnSync("ps", ["-Aww", "-E", "-o", "pid=,command="], { encoding: "utf8" });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, text = ""] = /^\s*(\d+)\s+(.*)$/.exec(line) ?? [];
    return pid === undefined ? [] : [{ pid: Number(pid), environment: text.split(" ") }];
  });
}

/** @param {Record<string, string>} marks variables that a process must have @returns {number[]} */
export function marked(marks) {
  const wanted = Object.entries(marks).map(([name, value]) => `${name}=${value}`);
  return processes()
    .filter(({ pid, environment }) => pid !== process.pid && wanted.every((mark) => environment.includes(mark)))
    .map(({ pid }) => pid);
}

const LOOK_MS = 10;
const PATIENCE_MS = 10_000;

/** Ends what carries these marks, waits until it has let go of its ports and files, and says how many there were. @param {Record<string, string>} marks */
export function endMarked(marks) {
  const pids = marked(marks);
  for (const pid of pids) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself.
    }
  }
  for (let waited = 0; waited < PATIENCE_MS && pids.some((pid) => beginningOf(pid) !== null); waited += LOOK_MS) sleep(LOOK_MS);
  return pids.length;
}

const sleep = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
