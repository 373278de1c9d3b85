/** The compiler in a process of its own: a type check keeps a workerd busy for seconds, and people's requests do not wait for it. Started by start.mjs. */
import { join } from "node:path";
import { runtimeOptions, serve, tellReady } from "./runtime.mjs";
import { settingsOf } from "./settings.mjs";
import { watchOver } from "./watchdog.mjs";
import { workerOptions } from "./workers.mjs";

const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);
/** Others reach it through the registry, so any port will do. */
const options = () =>
  runtimeOptions(settings, { name: "compiler", port: 0, workers: workerOptions(settings, ["compiler"], {}), triggers: true });

/** The first pages go first, and a platform that is started for a moment, as in tests, is not kept busy. */
const WARM_AFTER_MS = 3000;

/** By a request, since Miniflare's own way holds this process up while workerd is at work, and the supervisor would take it for one that hangs. */
async function warm() {
  const answer = await fetch(new URL("/cdn-cgi/local/scheduled", await compiler.current.ready));
  if (!answer.ok) throw new Error(await answer.text());
}

const compiler = await serve(options);
tellReady();
// In time that nobody waits for: the first job would take its types in before it is checked.
setTimeout(() => void warm().catch((error) => console.error(`The compiler was not warmed: ${error.message}`)), WARM_AFTER_MS);
// A check of a large app may keep it busy for some seconds.
await watchOver(compiler, { name: "The compiler", path: "/", cpuSeconds: 60, memoryMb: 1000 });
