/** How every isolate of the compiler is loaded: no network, and a limit on its CPU time. */

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
