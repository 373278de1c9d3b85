/** The compiler in a process of its own: a type check keeps a workerd busy for seconds, and people's requests do not wait for it. Started by start.mjs. */
import { join } from "node:path";
import { runtimeOptions, serve, tellReady } from "./runtime.mjs";
import { settingsOf } from "./settings.mjs";
import { watchOver } from "./watchdog.mjs";
import { workerOptions } from "./workers.mjs";

const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);
/** Others reach it through the registry, so any port will do. */
const options = () => runtimeOptions(settings, { name: "compiler", port: 0, workers: workerOptions(settings, ["compiler"], {}) });

const compiler = await serve(options);
tellReady();
// A check of a large app may keep it busy for some seconds.
await watchOver(compiler, { name: "The compiler", path: "/", cpuSeconds: 60, memoryMb: 1000 });
