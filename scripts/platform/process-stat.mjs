/** What the system says of single processes: whether one is there, since when, and what its children use. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export const isLinux = process.platform === "linux";

/** Of every process there is, on Linux. */
export const pids = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** Clock ticks of Linux in a second, whatever the machine. */
const TICKS = 100;

/**
 * What Linux says of a process; null: it is not there. One whose first thread has ended (a zombie) is there as long as another
 * thread is: it holds its ports and files until the last one has given back its memory, which takes a large one a while.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (state === "Z" && Number(fields[16]) <= 1) return null;
    return { parent: Number(fields[0]), cpuSeconds: (Number(fields[10]) + Number(fields[11])) / TICKS, began: fields[18] };
  } catch {
    return null;
  }
}

/** What the children of a process take up and have computed, without a process of its own on Linux: one that only looks would be counted. @param {number} pid */
export function childrenUse(pid) {
  const children = isLinux ? childrenByProc(pid) : childrenByPs(pid);
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  return { mb: sum(children.map(({ mb }) => mb)), cpuSeconds: sum(children.map(({ cpuSeconds }) => cpuSeconds)) };
}

const childrenByProc = (pid) =>
  pids().flatMap((child) => {
    const stat = statOf(child);
    return stat?.parent === pid ? [{ mb: residentMb(child), cpuSeconds: stat.cpuSeconds }] : [];
  });

function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function childrenByPs(pid) {
  const { stdout } = spawnSync("ps", ["-A", "-o", "ppid=,rss=,time="], { encoding: "utf8" });
  return (stdout ?? "").split("\n").flatMap((line) => {
    const [parent, kilobytes, time] = line.trim().split(/\s+/);
    return Number(parent) === pid ? [{ mb: Number(kilobytes) / 1024, cpuSeconds: secondsOf(time) }] : [];
  });
}

/** `[days-]hours:minutes:seconds`, or without hours. */
const secondsOf = (time) => {
  const [clock, days = "0"] = time.split("-").reverse();
  return clock.split(":").reduce((seconds, part) => seconds * 60 + Number(part), 0) + Number(days) * 86_400;
};

/** When a process began, in a form that stays the same while it lives and that a later one with its pid has not; null: it is not there. @param {number} pid */
export function beginningOf(pid) {
  if (isLinux) {
    const stat = statOf(pid);
    return stat && `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${stat.began}`;
  }
  const { stdout = "" } = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
  return stdout.trim() || null;
}
