/** Where a local platform listens, keeps its data, and which secrets and variables it runs with. Used by start.mjs and the processes it starts. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** @typedef {{root: string, data: string, port: number, appsPort: number, appUrl: string, previewOrigin: string, publishedOrigin: string}} Settings */

/** @param {string} root @param {NodeJS.ProcessEnv} env @returns {Settings} */
export function settingsOf(root, env) {
  const port = Number(env.PORT ?? 8787);
  const appsPort = Number(env.APPS_PORT ?? (env.PORT ? port + 1 : 8788));
  return {
    root,
    data: resolve(env.EDGEWRIGHT_DATA ?? join(root, ".data")),
    port,
    appsPort,
    appUrl: `http://localhost:${port}`,
    previewOrigin: `http://preview.localhost:${appsPort}`,
    publishedOrigin: `http://apps.localhost:${appsPort}`,
  };
}

/** What core keeps: database, objects, blobs. @param {Settings} settings */
export const stateOf = (settings) => join(settings.data, "state");

/** Where the processes of one platform find each other. @param {Settings} settings */
export const registryOf = (settings) => join(settings.data, `registry-${settings.port}`);

/** What a platform that was cut off left there names processes that are gone, and would be believed. @param {Settings} settings */
export const clearRegistry = (settings) => rmSync(registryOf(settings), { recursive: true, force: true });

const SECRETS = ["AUTH_SECRET", "PREVIEW_SECRET", "SEAL_KEY"];

/** Made at the first start and kept with the data they protect. @param {Settings} settings @returns {Record<string, string>} */
export function loadSecrets({ data }) {
  const file = join(data, "secrets.json");
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const missing = SECRETS.filter((name) => !kept[name]);
  if (missing.length === 0) return kept;
  for (const name of missing) kept[name] = randomBytes(32).toString("base64url");
  mkdirSync(data, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept;
}
