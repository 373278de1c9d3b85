/** What the processes of a local platform share: how Miniflare is run, what is logged, and how a process ends with its parent. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { DISK_FULL } from "../setup/progress.mjs";
import { readWithoutWriting } from "./local-database.mjs";
import { logFile } from "./log-file.mjs";
import { logLine } from "./log-line.ts";
import { registryOf } from "./settings.mjs";

// They are for this process, which has read them (supervisor.mjs).
for (const name of Object.keys(process.env)) if (name.startsWith("MALLOC_")) delete process.env[name];

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {{name: string, port: number, workers: object[], state?: string, triggers?: boolean}} what `state`: the folder of what it keeps. One process
 * has it, as its databases are locked while they are made; without it nothing outlives the process. `triggers`: a request may
 * run the first worker's cron.
 */
export function runtimeOptions(settings, { name, port, workers, state, triggers = false }) {
  readWithoutWriting();
  const write = logFile(join(settings.data, `${name}.log`));
  mkdirSync(settings.data, { recursive: true });
  // What a process that was killed said of itself is believed for minutes, even against the one that follows it.
  for (const worker of workers) rmSync(join(registryOf(settings), worker.name), { force: true });
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port,
    workers,
    resourcePersistencePath: state,
    unsafeTriggerHandlers: triggers,
    unsafeDevRegistryPath: registryOf(settings),
    log: new Log(LogLevel.ERROR),
    logRequests: false,
    telemetry: { enabled: false },
    cf: false,
    handleStructuredLogs: (entry) => write(logLine(entry)),
  });
}

/**
 * Runs what `options` says, loads it anew when the parent asks, and ends with the parent.
 * `current` is the running Miniflare; `restart` ends one that no longer answers, by force, and starts a fresh one.
 * @param {() => object} options @param {() => Promise<void>} [prepare] what must be done before anybody can reach it
 */
export async function serve(options, prepare = async () => undefined) {
  const served = {
    current: null,
    async restart() {
      await served.current.dispose();
      await start();
    },
  };
  const start = async () => {
    served.current = new Miniflare(options());
    await served.current.ready;
  };
  endWithParent(async () => served.current?.dispose());
  await prepare();
  await start();
  process.on("message", (message) => {
    if (message?.type === "reload") void served.current.setOptions(options());
    if (message?.type === "ask") process.send?.({ type: "here" });
  });
  return served;
}

/** Ends this process when the one that started it is gone or says so, and never leaves workerd behind. @param {() => Promise<void>} dispose */
function endWithParent(dispose) {
  let ending = false;
  const end = async (code) => {
    if (ending) return;
    ending = true;
    await dispose().catch(() => undefined);
    process.exit(code);
  };
  process.on("disconnect", () => end(0));
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));
  for (const event of ["uncaughtException", "unhandledRejection"])
    process.on(event, (error) => {
      console.error(error?.code === "ENOSPC" ? DISK_FULL : error);
      void end(1);
    });
}

/** Tells the parent that this process can be used. */
export const tellReady = () => {
  if (process.connected) process.send?.({ type: "ready" });
};
