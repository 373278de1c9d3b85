/**
 * Keeps one process of the platform running: what ends is started anew, what it left behind is ended first, and one that keeps
 * ending is started ever later. One that no longer answers is ended. Used by start.mjs.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { endMarked, RUN_VARIABLE, UNIT_VARIABLE } from "./processes.mjs";
import { whatIsWrong } from "./watchdog.mjs";

/** Before the first, second … start anew of a process that does not stay. The last one holds for all that follow. */
const PAUSES_MS = [0, 250, 500, 1000, 2000, 5000, 15_000, 30_000];
/** One that ran for so long counts as well again. */
export const WELL_MS = 10_000;
/**
 * A unit's own process reads some megabytes of code, hands them to workerd and then waits. Without these it keeps what it
 * needed for that, half of its memory. runtime.mjs takes them from the environment again before it starts workerd.
 */
const LEAN_ENV = { MALLOC_ARENA_MAX: "1", MALLOC_TRIM_THRESHOLD_: "131072", MALLOC_MMAP_THRESHOLD_: "131072" };
const LEAN_FLAGS = ["--max-semi-space-size=1"];
/** For workerd, by way of Miniflare: V8 lets each isolate's heap grow by little before it looks for what is no longer needed. */
const LEAN_WORKERD = { MINIFLARE_WORKERD_V8_FLAGS: "--max-semi-space-size=4 --heap-growing-percent=30" };
/** What each unit loads before all else. */
const FIRST = ["--import", pathToFileURL(join(import.meta.dirname, "miniflare-source.mjs")).href];
/** In so long a unit that was ready has stored what it holds; one that was not yet has nothing to store. */
const END_MS = 10_000;
/** What a unit's own process, which only looks after its workerd, may compute without answering. */
const UNIT_CPU_SECONDS = 60;

/**
 * @param {{root: string, unit: string, run: string, env: NodeJS.ProcessEnv}} what
 * @returns {{ready: Promise<void>, send(message: object): void, end(): Promise<void>}} `ready` fails when it ends before it was ready once
 */
export function supervise({ root, unit, run, env }) {
  const marks = { [RUN_VARIABLE]: run, [UNIT_VARIABLE]: unit };
  let child;
  let ending = false;
  let failures = 0;
  let wasReady = false;
  let wake = () => undefined;
  const ready = deferred();

  function start() {
    const started = performance.now();
    child = fork(join(root, "scripts/platform", `${unit}.mjs`), {
      env: { ...env, ...LEAN_ENV, ...LEAN_WORKERD, ...marks },
      execArgv: [...LEAN_FLAGS, ...FIRST],
      execPath: join(root, "node_modules/.bin/node"),
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      // A Ctrl-C reaches this process only, which then ends the others in order.
      detached: process.platform !== "win32",
    });
    child.on("error", (error) => console.error(`${unit} could not be started: ${error.message}`));
    child.once("message", () => {
      wasReady = true;
      if (failures > 0) console.error(`${unit} is back.`);
      ready.resolve();
      void endIfHung(child);
    });
    child.once("exit", (code, signal) => void ended(code ?? signal, performance.now() - started));
  }

  /** @param {import("node:child_process").ChildProcess} watched */
  async function endIfHung(watched) {
    const isGone = () => ending || watched.exitCode !== null || watched.signalCode !== null;
    const why = await whatIsWrong({ pids: () => [watched.pid], ask: () => asked(watched), cpuSeconds: UNIT_CPU_SECONDS, ended: isGone });
    if (why === null || isGone()) return;
    console.error(`${unit} ${why}; it is ended.`);
    watched.kill("SIGKILL");
  }

  async function ended(how, ms) {
    endMarked(marks);
    if (ending) return wake();
    if (!wasReady) return ready.reject(new Error(`${unit} ended with ${how}; see the lines above.`));
    failures = ms > WELL_MS ? 1 : failures + 1;
    const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1];
    const when = pause < 1000 ? "It is started anew." : `It has ended ${failures} times; it is started anew in ${pause / 1000} s.`;
    console.error(`${unit} ended (${how}). ${when}`);
    await new Promise((resolve) => {
      wake = resolve;
      setTimeout(resolve, pause);
    });
    if (!ending) start();
  }

  start();
  return {
    ready: ready.promise,
    send: (message) => child.connected && child.send(message),
    async end() {
      ending = true;
      wake();
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = new Promise((resolve) => child.once("exit", resolve));
      if (child.connected) child.disconnect();
      const hard = setTimeout(() => child.kill("SIGKILL"), wasReady ? END_MS : 0);
      await gone;
      clearTimeout(hard);
    },
  };
}

/** Resolves once a unit has said that it is there (runtime.mjs). @param {import("node:child_process").ChildProcess} unit */
const asked = (unit) =>
  new Promise((resolve, reject) => {
    unit.once("message", resolve);
    unit.send({ type: "ask" }, (error) => error && reject(error));
  });

/** The machine's own Node may be older than `Promise.withResolvers`. */
function deferred() {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
