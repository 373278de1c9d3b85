/** What the processes of a local platform share: how Miniflare is run, what is logged, and how a process ends with its parent. */
import { appendFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";

/** Where the processes of one platform find each other. @param {import("./settings.mjs").Settings} settings */
const registryOf = (settings) => join(settings.data, `registry-${settings.port}`);

/** What a platform that was cut off left there names processes that are gone, and would be believed. @param {import("./settings.mjs").Settings} settings */
export const clearRegistry = (settings) => rmSync(registryOf(settings), { recursive: true, force: true });

/** @param {import("./settings.mjs").Settings} settings @param {{name: string, port: number, workers: object[]}} what */
export function runtimeOptions(settings, { name, port, workers }) {
  const file = join(settings.data, `${name}.log`);
  mkdirSync(settings.data, { recursive: true });
  return convertV4MiniflareOptions({
    host: "127.0.0.1",
    port,
    workers,
    resourcePersistencePath: join(settings.data, "state"),
    unsafeDevRegistryPath: registryOf(settings),
    log: new Log(LogLevel.ERROR),
    logRequests: false,
    telemetry: { enabled: false },
    cf: false,
    handleStructuredLogs: ({ timestamp, level, message }) =>
      appendFileSync(file, `${new Date(timestamp).toISOString()} ${level} ${message}\n`),
  });
}

export const startRuntime = async (options) => {
  const runtime = new Miniflare(options);
  await runtime.ready;
  return runtime;
};

/** Ends this process when the one that started it is gone or says so, and never leaves workerd behind. @param {() => Promise<void>} dispose */
export function endWithParent(dispose) {
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
      console.error(error);
      void end(1);
    });
}

/** Tells the parent; messages to a parent that is gone are dropped. @param {object} message */
export const tell = (message) => {
  if (process.connected) process.send?.(message);
};
