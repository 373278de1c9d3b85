/** How every isolate of the compiler is loaded: no network, and a limit on its CPU time. */
import { APP_CONSOLE, appConsole } from "@edgewright/app-build";

/** Enforced on Cloudflare only: a local workerd lets an isolate run on, which is why the boot check guards loops itself. */
const LIMITS = { cpuMs: 20_000, subRequests: 0 };

export const isolateCode = (mainModule: string, modules: WorkerLoaderWorkerCode["modules"]): WorkerLoaderWorkerCode => ({
  compatibilityDate: "2026-10-01",
  compatibilityFlags: ["nodejs_compat"],
  mainModule,
  modules,
  globalOutbound: null,
  limits: LIMITS,
});

const BOOT_MAIN = "boot-main.js";

/** Of an isolate that runs an app: what the app logs there is marked before any of it is loaded. */
export const appIsolateCode = (entry: string, modules: WorkerLoaderWorkerCode["modules"]): WorkerLoaderWorkerCode =>
  isolateCode(BOOT_MAIN, {
    ...modules,
    [APP_CONSOLE]: { js: appConsole("in its boot check") },
    [BOOT_MAIN]: { js: `import "./${APP_CONSOLE}";\nexport { default } from "./${entry}";` },
  });
