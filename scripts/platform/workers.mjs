/** Worker options for Miniflare: bindings as each wrangler.toml states them, code as `wrangler deploy` would upload it. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bundleOf, optionsOf, WORKERS } from "../setup/runtime.mjs";

const TEXT = /\.(txt|html|sql)$/;
const WASM = /\.wasm$/;

/** The entry first; whatever it imports beside it by its kind. @param {string} folder @param {string} entry */
function modulesIn(folder, entry) {
  const typed = (name) => ({
    type: TEXT.test(name) ? "Text" : WASM.test(name) ? "CompiledWasm" : "ESModule",
    path: join(folder, name),
  });
  const others = readdirSync(folder).filter((name) => name !== entry && /\.(m?js|txt|html|sql|wasm)$/.test(name));
  return { modulesRoot: folder, modules: [typed(entry), ...others.map(typed)] };
}

/**
 * @param {import("./settings.mjs").Settings} settings
 * @param {string[]} names of the workers to load
 * @param {Record<string, string>} variables overrule those of the configuration
 */
export function workerOptions({ root }, names, variables) {
  return WORKERS.filter(({ name }) => names.includes(name)).map(({ name }) => {
    const options = JSON.parse(readFileSync(optionsOf(root, name), "utf8"));
    return {
      ...options,
      ...modulesIn(bundleOf(root, name), "index.js"),
      bindings: { ...options.bindings, ...variables },
    };
  });
}

/** Gives what comes over a queue to our own stand-in. @param {import("./settings.mjs").Settings} settings @param {object[]} workers */
export function withLocalQueue({ root }, workers) {
  const own = workers.map(({ queueProducers = {}, queueConsumers: _consumers, serviceBindings, ...worker }) => {
    const queues = Object.keys(queueProducers).map((binding) => [binding, { name: "edgewright-queue", entrypoint: "LocalQueue" }]);
    return { ...worker, serviceBindings: { ...serviceBindings, ...Object.fromEntries(queues) } };
  });
  const folder = join(root, "scripts/platform");
  const queue = {
    compatibilityDate: COMPATIBILITY.compatibilityDate,
    compatibilityFlags: ["service_binding_extra_handlers"],
    name: "edgewright-queue",
    modulesRoot: folder,
    modules: [{ type: "ESModule", path: join(folder, "local-queue.js") }],
    serviceBindings: { CONSUMER: { name: "edgewright-jobs" } },
  };
  return [...own, queue];
}

const COMPATIBILITY = { compatibilityDate: "2026-10-01", compatibilityFlags: ["nodejs_compat"] };

/**
 * The Pages project as two workers: its own, and beside it its files, which it asks as Pages has it. In one, Miniflare would
 * take each request, a page's too, through three workers of its own before it comes to ours.
 * @param {import("./settings.mjs").Settings} settings
 */
export function webOptions({ root }) {
  const pages = {
    ...COMPATIBILITY,
    ...modulesIn(bundleOf(root, "web"), "index.js"),
    name: "edgewright-web",
    serviceBindings: { API: { name: "edgewright-api" }, ASSETS: { name: "edgewright-files" } },
  };
  const files = {
    ...COMPATIBILITY,
    name: "edgewright-files",
    modules: true,
    script: "export default {}",
    assets: {
      directory: join(root, "web/build/client"),
      binding: "ASSETS",
      routerConfig: { has_user_worker: false },
      assetConfig: { compatibility_date: COMPATIBILITY.compatibilityDate, compatibility_flags: COMPATIBILITY.compatibilityFlags },
    },
  };
  return [pages, files];
}
