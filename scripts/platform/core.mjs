/** The platform's own process: front end, API, objects and jobs in one workerd, on one origin. Started by start.mjs. */
import { join } from "node:path";
import { prepareDatabase } from "./database.mjs";
import { ownVariables } from "./own-variables.mjs";
import { runtimeOptions, serve, tellReady } from "./runtime.mjs";
import { loadSecrets, settingsOf, stateOf } from "./settings.mjs";
import { watchOver } from "./watchdog.mjs";
import { webOptions, withLocalQueue, workerOptions } from "./workers.mjs";

const CRON_MS = 60_000;
/** More would only share the same few cores. */
const JOBS_AT_ONCE = "4";
const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);

function options() {
  const variables = {
    ...ownVariables(settings.root, process.env),
    ...loadSecrets(settings),
    APP_URL: settings.appUrl,
    PREVIEW_ORIGIN: settings.previewOrigin,
    APPS_ORIGIN: settings.publishedOrigin,
    JOBS_AT_ONCE,
  };
  const workers = withLocalQueue(settings, workerOptions(settings, ["api", "objects", "jobs"], variables));
  return runtimeOptions(settings, {
    name: "platform",
    port: settings.port,
    workers: [...webOptions(settings), ...workers],
    state: stateOf(settings),
  });
}

/**
 * What Cloudflare's cron does. The first time that a method of a worker is called, Miniflare holds this process up until workerd
 * has answered: in a busy minute the supervisor would take it for one that hangs.
 */
async function sweep() {
  const jobs = await platform.current.getWorker("edgewright-jobs");
  await jobs.scheduled({ cron: "* * * * *" });
}
const sweepOrSay = () => sweep().catch((error) => console.error(`The sweep failed: ${error.message}`));

const [api] = workerOptions(settings, ["api"], {});
const platform = await serve(options, () => prepareDatabase(settings, api.d1Databases));
// Before anybody counts on an answer of this process.
await sweepOrSay();
setInterval(() => void sweepOrSay(), CRON_MS);
tellReady();
// What the front end serves as it lies there: whether it answers says whether requests get through.
await watchOver(platform, { name: "The platform", path: "/favicon.svg", cpuSeconds: 60 });
