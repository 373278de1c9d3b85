/** The platform's own process: front end, API, objects and jobs in one workerd, on one origin. Started by start.mjs. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "./database.mjs";
import { clearRegistry, endWithParent, runtimeOptions, startRuntime, tell } from "./runtime.mjs";
import { devVars, loadSecrets, settingsOf } from "./settings.mjs";
import { webOptions, workerOptions } from "./workers.mjs";

const CRON_MS = 60_000;
const settings = settingsOf(join(import.meta.dirname, "../.."), process.env);

function options() {
  const variables = {
    ...devVars(settings.root),
    ...loadSecrets(settings),
    APP_URL: settings.appUrl,
    PREVIEW_ORIGIN: settings.previewOrigin,
    ...(process.env.EDGEWRIGHT_VARS ? JSON.parse(process.env.EDGEWRIGHT_VARS) : {}),
  };
  const workers = workerOptions(settings, ["api", "objects", "jobs"], variables);
  return runtimeOptions(settings, { name: "platform", port: settings.port, workers: [webOptions(settings), ...workers] });
}

let runtime = null;
endWithParent(async () => runtime?.dispose());
clearRegistry(settings);
runtime = await startRuntime(options());
await migrate(await runtime.getD1Database("DB", "edgewright-api"), join(settings.root, "migrations"));
const jobs = await runtime.getWorker("edgewright-jobs");
setInterval(() => void jobs.scheduled({ cron: "* * * * *" }).catch(() => undefined), CRON_MS);
process.on("message", async (message) => {
  if (message?.type !== "reload" || !existsSync(settings.data)) return;
  await runtime.setOptions(options());
  tell({ type: "reloaded" });
});
tell({ type: "ready" });
