/** What the system says of single processes: whether one is there, since when, what it uses and does. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

export const isLinux = process.platform === "linux";

/** Of every process there is, on Linux. */
export const pids = () =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);

/** What follows the name, which may hold anything. @param {string} stat */
const stateIn = (stat) => stat.slice(stat.lastIndexOf(")") + 2).split(" ");

/** Clock ticks of Linux in a second, whatever the machine. */
const TICKS = 100;

/**
 * What Linux says of a process; null: it is not there. One whose first thread has ended (a zombie) is there as long as another
 * thread is: it holds its ports and files until the last one has given back its memory, which takes a large one a while.
 * @param {number} pid
 */
function statOf(pid) {
  try {
    const [state, ...fields] = stateIn(readFileSync(`/proc/${pid}/stat`, "utf8"));
    if (state === "Z" && Number(fields[16]) <= 1) return null;
    return { parent: Number(fields[0]), cpuSeconds: (Number(fields[10]) + Number(fields[11])) / TICKS, began: fields[18] };
  } catch {
    return null;
  }
}

/** @param {number} pid @returns {number[]} */
export function childrenOf(pid) {
  if (isLinux) return pids().filter((child) => statOf(child)?.parent === pid);
  return byPs("ppid=,pid=").flatMap(([parent, child]) => (Number(parent) === pid ? [Number(child)] : []));
}

/**
 * What processes take up, have computed, for how long they have waited for their turn to compute (Linux alone tells), and whether
 * one of them computes or waits now. Without a process of its own on Linux: one that only looks would be counted. @param {number[]} pids
 */
export function usageOf(pids) {
  const uses = isLinux ? pids.map(usageByProc) : usageByPs(pids);
  const sum = (numbers) => numbers.reduce((all, one) => all + one, 0);
  return {
    mb: sum(uses.map(({ mb }) => mb)),
    cpuSeconds: sum(uses.map(({ cpuSeconds }) => cpuSeconds)),
    waitedSeconds: sum(uses.map(({ waitedSeconds }) => waitedSeconds)),
    wantsToCompute: uses.some(({ states }) => /[RD]/.test(states)),
    isStopped: uses.some(({ states }) => states.startsWith("T")),
  };
}

const usageByProc = (pid) => ({
  mb: residentMb(pid),
  cpuSeconds: statOf(pid)?.cpuSeconds ?? 0,
  waitedSeconds: waitedSeconds(pid),
  states: threadStates(pid),
});

/** What `of` says of each thread, from a file of its own; null: the process has ended meanwhile, whole or a thread of it. */
function ofThreads(pid, file, of) {
  try {
    return readdirSync(`/proc/${pid}/task`).map((thread) => of(readFileSync(`/proc/${pid}/task/${thread}/${file}`, "utf8")));
  } catch {
    return null;
  }
}

/** One letter for each thread: R computes or would, D waits for a disk, S sleeps, T was stopped. One that has ended was at work. */
const threadStates = (pid) => ofThreads(pid, "stat", (stat) => stateIn(stat)[0])?.join("") ?? "R";

/** The second number is how long a thread stood in line for a processor, in nanoseconds. A kernel that keeps no count writes zeros. */
const waitedSeconds = (pid) =>
  (ofThreads(pid, "schedstat", (stat) => Number(stat.split(" ")[1])) ?? []).reduce((all, ns) => all + ns, 0) / 1e9;

function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

const usageByPs = (pids) =>
  byPs("pid=,rss=,time=,state=").flatMap(([pid, kilobytes, time, states]) =>
    pids.includes(Number(pid)) ? [{ mb: Number(kilobytes) / 1024, cpuSeconds: secondsOf(time), waitedSeconds: 0, states }] : [],
  );

const byPs = (columns) =>
  (spawnSync("ps", ["-A", "-o", columns], { encoding: "utf8" }).stdout ?? "")
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));

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
