/**
 * Dispatch in a process of its own, with a watchdog: a local workerd cannot limit an app's
 * CPU time, so one that no longer answers is ended and a fresh one takes its place. Started by start.mjs.
 */
import { join } from "node:path";
import { runtimeOptions, serve, tellReady } from "./runtime.mjs";
import { loadSecrets, settingsOf } from "./settings.mjs";
import { watchOver } from "./watchdog.mjs";
import { workerOptions } from "./workers.mjs";

const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);
const { PREVIEW_SECRET } = loadSecrets(settings);

const options = () => {
  const variables = {
    PREVIEW_SECRET,
    APP_URL: settings.appUrl,
    PREVIEW_ORIGIN: settings.previewOrigin,
    APPS_ORIGIN: settings.publishedOrigin,
  };
  return runtimeOptions(settings, { name: "dispatch", port: settings.appsPort, workers: workerOptions(settings, ["dispatch"], variables) });
};

const dispatch = await serve(options);
tellReady();

await watchOver(dispatch, { name: "The previews' process", path: "/_health", cpuSeconds: 3, memoryMb: 500 });
