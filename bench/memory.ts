/** What all processes of a platform take up together. Pages that several share count once (PSS, Linux). */
import { readFileSync } from "node:fs";
import type { Platform } from "../tests/platform/platform.ts";

const LOOK_MS = 500;

export const memoryMb = (platform: Platform): number =>
  [...platform.supervisor(), ...platform.processes()].reduce((all, pid) => all + proportionalKb(pid), 0) / 1024;

/** The most that it took up while `work` went on, looked at twice a second. */
export async function highestMb(platform: Platform, work: () => Promise<unknown>): Promise<number> {
  let highest = memoryMb(platform);
  const timer = setInterval(() => {
    highest = Math.max(highest, memoryMb(platform));
  }, LOOK_MS);
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
  return highest;
}

function proportionalKb(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}
