/** Brings the local database up to date. Used by core.mjs before it listens. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { migrate, migrationsIn } from "./migrate.mjs";
import { runtimeOptions } from "./runtime.mjs";
import { stateOf } from "./settings.mjs";

const IDLE = "export default { fetch: () => new Response(null, { status: 404 }) };";

/**
 * Brings the database up to date in a runtime that has nothing else and that nobody can reach, so that whoever reaches the
 * platform finds every table. The newest migration is noted beside the data: a restart then has nothing to do.
 * @param {import("./settings.mjs").Settings} settings @param {object} d1Databases the bindings of a worker
 */
export async function prepareDatabase(settings, d1Databases) {
  const folder = join(settings.root, "migrations");
  const newest = migrationsIn(folder).at(-1);
  const state = stateOf(settings);
  const note = join(state, "newest-migration");
  if (existsSync(note) && readFileSync(note, "utf8") === newest) return;
  const modules = [{ type: "ESModule", path: join(settings.root, "migrations.js"), contents: IDLE }];
  const worker = { name: "edgewright-migrations", compatibilityDate: "2026-10-01", modulesRoot: settings.root, modules, d1Databases };
  const runtime = new Miniflare(runtimeOptions(settings, { name: "platform", port: 0, workers: [worker], state }));
  try {
    await runtime.ready;
    await migrate(await runtime.getD1Database("DB", worker.name), folder);
  } finally {
    await runtime.dispose();
  }
  writeFileSync(note, newest);
}
