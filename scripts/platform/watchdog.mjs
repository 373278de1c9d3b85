/**
 * Watches a process by asking it every second: one that computes on without answering, that does not answer although it has
 * nothing to do, or that has grown too large, is to be ended. Used by each unit for its workerd, and by the supervisor for the units.
 */
import { childrenOf, usageOf } from "./process-stat.mjs";

const PACE = { everyMs: 1000, answerMs: 2000 };
/** So much later than it should be a round is, at most, in which the watcher had its turns. */
const LATE_MS = 1000;
/** How often memory is looked at, in rounds. */
const MEMORY_ROUNDS = 10;
/** A round in a row without an answer, without computing and without waiting for its turn to: one may be chance. */
const IDLE_ROUNDS = 2;
/** What is computed while nothing is: timers, and the look at the clock. */
const IDLE_CPU_SECONDS = 0.05;
/** One that stood in line for so long in a round may have answered, had it had its turns. */
const IN_LINE_SECONDS = 0.5;

/**
 * What counts against one that does not answer is what it did meanwhile, not how late it is: on a busy machine everything is
 * late, and ending what is only late would make it later still. A round in which the watcher itself came late says nothing.
 * @param {{pids(): number[], ask(signal: AbortSignal): Promise<unknown>, cpuSeconds: number, memoryMb?: number, ended?: () => boolean, pace?: typeof PACE}} watched
 * `cpuSeconds`: what it may compute without answering; `ended`: nobody wants to know any more
 * @returns {Promise<string | null>} what is wrong with it, as the end of a sentence; null once it has ended
 */
export async function whatIsWrong({ pids, ask, cpuSeconds, memoryMb = Number.POSITIVE_INFINITY, ended = () => false, pace = PACE }) {
  let answered = null;
  let last = null;
  let idle = 0;
  for (let round = 1; !ended(); round++) {
    const began = performance.now();
    await new Promise((resolve) => setTimeout(resolve, pace.everyMs));
    const answers = await isAnswering(ask, pace.answerMs);
    const late = performance.now() - began > pace.everyMs + pace.answerMs + LATE_MS;
    if (ended()) break;
    if (answers && round % MEMORY_ROUNDS > 0) {
      [answered, last, idle] = [null, null, 0];
      continue;
    }
    const use = usageOf(pids());
    answered = answers ? null : (answered ?? use.cpuSeconds);
    const rests = last !== null && !late && rested(last, use);
    idle = !answers && rests ? idle + 1 : 0;
    last = answers ? null : use;
    if (!answers && use.isStopped) return "was stopped";
    if (idle >= IDLE_ROUNDS) return "does not answer and does nothing";
    if (answered !== null && use.cpuSeconds - answered >= cpuSeconds) return "did not answer any more";
    if (use.mb > memoryMb) return `took up more than ${memoryMb} MB`;
  }
  return null;
}

/** Whether a process had nothing to do between two looks at it. Whether it waits just now for its turn is chance; for how long it did is not. */
const rested = (before, now) =>
  !now.wantsToCompute &&
  now.cpuSeconds - before.cpuSeconds < IDLE_CPU_SECONDS &&
  now.waitedSeconds - before.waitedSeconds < IN_LINE_SECONDS;

async function isAnswering(ask, ms) {
  const signal = AbortSignal.timeout(ms);
  const late = new Promise((resolve) => signal.addEventListener("abort", () => resolve(false), { once: true }));
  return Promise.race([ask(signal).then(() => true), late]).catch(() => false);
}

/**
 * Starts a unit's workerd anew whenever something is wrong with it.
 * @param {{current: import("miniflare").Miniflare, restart(): Promise<void>}} served
 * @param {{name: string, path: string, cpuSeconds: number, memoryMb?: number}} limits
 */
export async function watchOver(served, { name, path, ...limits }) {
  const ask = async (signal) => {
    const response = await fetch(new URL(path, await served.current.ready), { signal, redirect: "manual" });
    await response.body?.cancel();
  };
  for (;;) {
    const why = await whatIsWrong({ pids: () => childrenOf(process.pid), ask, ...limits });
    console.error(`${name} ${why}; it is started anew.`);
    await served.restart();
  }
}
