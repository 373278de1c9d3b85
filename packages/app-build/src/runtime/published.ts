/** What starts a published app in its page: evaluates its modules, and tells the platform what breaks. No reloads, and no words of its own in the app's page. */
import { ASSETS_PATH, type PageModule, type RuntimeError } from "@edgewright/contracts";
import { errorReporter, failedRequest, toRuntimeError } from "./errors.ts";
import { loadedPackage, loadPackages } from "./packages.ts";
import { type Body, Registry } from "./registry.ts";
import { watchRequests } from "./requests.ts";
import { workerAddress } from "./worker-address.ts";

type PublishedModule = { imports: string[]; body: Body };

export async function startApp(modules: Record<string, PublishedModule>, entry: string, packages: string[]): Promise<void> {
  const report = reporting();
  const failed = (thrown: unknown) => report(toRuntimeError(thrown, isOwnScript, location.pathname));
  // A missing image is an event without an error; "ResizeObserver loop" is a warning that comes as an error.
  window.addEventListener("error", ({ error }) => {
    if (error !== undefined && error !== null) failed(error);
  });
  window.addEventListener("unhandledrejection", (event) => failed(event.reason));
  watch(report);
  const registry = new Registry({
    compile: (id) => (modules[id] as PublishedModule).body,
    external: loadedPackage,
    evaluated: () => undefined,
  });
  registry.accept(Object.fromEntries(Object.entries(modules).map(([id, { imports }]) => [id, { code: "", imports }])));
  globalThis.edgewrightWorker = (own) => workerAddress(own, withCode(registry.reach(own), modules));
  await loadPackages(packages);
  registry.require(entry);
}

/** The platform finds the app's file by the line of its script. */
const isOwnScript = (path: string): boolean => `/${path}`.startsWith(ASSETS_PATH);

function reporting(): (error: RuntimeError) => void {
  const headers = { "content-type": "application/json" };
  return errorReporter((error) => {
    fetch("/_app/errors", { method: "POST", headers, body: JSON.stringify(error), keepalive: true }).catch(() => undefined);
  }, Date.now);
}

function watch(report: (error: RuntimeError) => void): void {
  let leaving = false;
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  window.fetch = watchRequests(window.fetch.bind(window), {
    base: () => location.href,
    excused: () => leaving || !navigator.onLine,
    failed: (request) => report(failedRequest(request, isOwnScript, location.pathname)),
  });
}

/** A worker's script is made of texts. */
const withCode = (reached: Record<string, PageModule>, modules: Record<string, PublishedModule>): Record<string, PageModule> =>
  Object.fromEntries(Object.entries(reached).map(([id, module]) => [id, { ...module, code: textOf(modules[id]?.body) }]));

const textOf = (body: Body | undefined): string => {
  const text = String(body ?? "{}");
  return text.slice(text.indexOf("{") + 1, text.lastIndexOf("}"));
};
