/** Watches a process's workerd: one that works on without answering, or that has grown too large, is ended and a fresh one takes its place. */
import { childrenUse } from "./process-stat.mjs";

const EVERY_MS = 1000;
const ANSWER_MS = 2000;
/** How often memory is looked at, in rounds. */
const MEMORY_ROUNDS = 10;

/**
 * What counts against one that does not answer is the time it computed meanwhile: on a busy machine everything is late,
 * and ending what is only late would make it later still.
 * @param {{current: import("miniflare").Miniflare, restart(): Promise<void>}} served
 * @param {{name: string, path: string, cpuSeconds: number, memoryMb: number}} limits
 */
export async function watchOver(served, { name, path, cpuSeconds, memoryMb }) {
  let answered = childrenUse(process.pid).cpuSeconds;
  for (let round = 1; ; round++) {
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    const answers = await isAnswering(served, path);
    if (answers && round % MEMORY_ROUNDS > 0) {
      answered = null;
      continue;
    }
    const now = childrenUse(process.pid);
    answered = answers ? now.cpuSeconds : (answered ?? now.cpuSeconds);
    const why =
      now.cpuSeconds - answered >= cpuSeconds ? "did not answer any more" : now.mb > memoryMb ? `took up more than ${memoryMb} MB` : null;
    if (why === null) continue;
    console.error(`${name} ${why}; it is started anew.`);
    await served.restart();
    answered = null;
  }
}

async function isAnswering(served, path) {
  try {
    const response = await fetch(new URL(path, await served.current.ready), { signal: AbortSignal.timeout(ANSWER_MS) });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
