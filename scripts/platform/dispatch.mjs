/**
 * Dispatch in a process of its own, with a watchdog: a local workerd cannot limit an app's
 * CPU time, so one that no longer answers is ended and a fresh one takes its place. Started by start.mjs.
 */
import { join } from "node:path";
import { runtimeOptions, serve, tellReady } from "./runtime.mjs";
import { loadSecrets, settingsOf } from "./settings.mjs";
import { workerOptions } from "./workers.mjs";

const EVERY_MS = 1000;
const ANSWER_MS = 2000;
const MISSES = 2;

const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);
const { PREVIEW_SECRET } = loadSecrets(settings);

const options = () => {
  const variables = { PREVIEW_SECRET, APP_URL: settings.appUrl, PREVIEW_ORIGIN: settings.previewOrigin };
  return runtimeOptions(settings, { name: "dispatch", port: settings.appsPort, workers: workerOptions(settings, ["dispatch"], variables) });
};

const dispatch = await serve(options);
tellReady();

const answers = async () => {
  try {
    const response = await fetch(`http://127.0.0.1:${settings.appsPort}/_health`, { signal: AbortSignal.timeout(ANSWER_MS) });
    return response.ok;
  } catch {
    return false;
  }
};

for (let misses = 0; ; misses = (await answers()) ? 0 : misses + 1) {
  if (misses >= MISSES) {
    console.error("An app kept the previews' process busy; it is started anew.");
    await dispatch.restart();
    misses = 0;
  }
  await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
}
