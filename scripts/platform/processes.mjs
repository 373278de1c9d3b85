/**
 * Which processes belong to one start of a platform. Each of its processes carries the start's id in its environment,
 * which no other process has: neither a name, which a stranger may share, nor a pid, which is given out again.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export const RUN_VARIABLE = "EDGEWRIGHT_RUN";
export const UNIT_VARIABLE = "EDGEWRIGHT_UNIT";

/** Pid and environment of every process that may be looked at. @returns {{pid: number, environment: string[]}[]} */
function processes() {
  if (process.platform === "linux") {
    return readdirSync("/proc").flatMap((name) => {
      if (!/^\d+$/.test(name)) return [];
      try {
        return [{ pid: Number(name), environment: readFileSync(`/proc/${name}/environ`, "utf8").split("\0") }];
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

/** When a process began, in a form that stays the same while it lives and that a later one with its pid has not; null: it is not there. @param {number} pid */
export function beginningOf(pid) {
  if (process.platform === "linux") {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      // A zombie has ended and was not collected yet. While it has other threads, these still hold its ports.
      return state === "Z" && Number(fields[16]) <= 1
        ? null
        : `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[18]}`;
    } catch {
      return null;
    }
  }
  const { stdout = "" } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return stdout.trim() || null;
}
