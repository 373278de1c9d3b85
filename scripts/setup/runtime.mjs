/** Builds what a running platform is made of: each worker as it would be uploaded, and the front end. */
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";
import { hashOf, isMade, markMade } from "./stamp.mjs";

/** @type {{name: string, config: string}[]} */
export const WORKERS = [
  { name: "api", config: "wrangler.toml" },
  { name: "objects", config: "workers/objects/wrangler.toml" },
  { name: "jobs", config: "workers/jobs/wrangler.toml" },
  { name: "compiler", config: "workers/compiler/wrangler.toml" },
  { name: "dispatch", config: "workers/dispatch/wrangler.toml" },
];

/** Builds side by side. */
const LANES = 2;
const SHARED = ["packages", "migrations", "package-lock.json", "dist/stamps"];
/** Where `wrangler deploy --dry-run` leaves a worker's modules. */
export const bundleOf = (root, name) => join(root, "dist/workers", name);
/** Its bindings, as Miniflare takes them. */
export const optionsOf = (root, name) => join(bundleOf(root, name), "options.json");

/** @param {string} root @param {NodeJS.ProcessEnv} env */
export async function buildRuntime(root, env) {
  const shared = hashOf(SHARED.map((path) => join(root, path)));
  const stale = WORKERS.filter(
    (worker) => !isMade(stampOf(root, worker.name), hashWorker(root, worker, shared)) || !existsSync(optionsOf(root, worker.name)),
  );
  if (stale.length > 0) {
    // It needs a dependency, and this file is read before any is installed.
    const { inOneByte } = await import("./one-byte.mjs");
    await step("Workers", async (detail) => {
      const waiting = [...stale];
      const lane = async () => {
        for (let worker = waiting.shift(); worker; worker = waiting.shift()) {
          detail(worker.name);
          const out = bundleOf(root, worker.name);
          // A module whose name has the hash of what it was would stay, and be loaded.
          rmSync(out, { recursive: true, force: true });
          await run("wrangler", ["deploy", "--dry-run", "--outdir", out, "-c", worker.config], { cwd: root, env });
          const entry = join(out, "index.js");
          writeFileSync(entry, inOneByte(readFileSync(entry, "utf8")));
          await run("node", ["scripts/setup/worker-options.mjs", worker.config, optionsOf(root, worker.name)], { cwd: root, env });
          markMade(stampOf(root, worker.name), hashWorker(root, worker, shared));
        }
      };
      await Promise.all(Array.from({ length: LANES }, lane));
    });
  }
  await buildWeb(root, env);
}

const stampOf = (root, name) => join(root, "dist/stamps-runtime", name);
const hashWorker = (root, worker, shared) => shared + hashOf([join(root, worker.config), join(root, "workers", worker.name)]);

/** @param {string} root @param {NodeJS.ProcessEnv} env */
export async function buildWeb(root, env) {
  const from = ["web", "packages/contracts/src", "packages/chat/src", "package-lock.json"].map((path) => join(root, path));
  const hash = hashOf(from);
  if (isMade(stampOf(root, "web"), hash) && existsSync(join(root, "web/build/client"))) return;
  await step("Front end", async (detail) => {
    await run("react-router", ["build"], { cwd: join(root, "web"), env, onLine: detail });
    cpSync(join(root, "web/build/server/index.js"), join(bundleOf(root, "web"), "index.js"));
    markMade(stampOf(root, "web"), hash);
  });
}
