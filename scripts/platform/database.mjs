/** Applies the migrations that a local database lacks, and remembers them as wrangler does. Used by core.mjs before it listens. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Miniflare } from "miniflare";
import { runtimeOptions } from "./runtime.mjs";

const IDLE = "export default { fetch: () => new Response(null, { status: 404 }) };";

/**
 * Brings the database up to date in a runtime that has nothing else and that nobody can reach, so that whoever reaches the
 * platform finds every table. The newest migration is noted beside the data: a restart then has nothing to do.
 * @param {import("./settings.mjs").Settings} settings @param {object} d1Databases the bindings of a worker
 */
export async function prepareDatabase(settings, d1Databases) {
  const folder = join(settings.root, "migrations");
  const newest = migrationsIn(folder).at(-1);
  const note = join(settings.data, "state/newest-migration");
  if (existsSync(note) && readFileSync(note, "utf8") === newest) return;
  const modules = [{ type: "ESModule", path: join(settings.root, "migrations.js"), contents: IDLE }];
  const worker = { name: "edgewright-migrations", compatibilityDate: "2026-10-01", modulesRoot: settings.root, modules, d1Databases };
  const runtime = new Miniflare(runtimeOptions(settings, { name: "platform", port: 0, workers: [worker] }));
  try {
    await runtime.ready;
    await migrate(await runtime.getD1Database("DB", worker.name), folder);
  } finally {
    await runtime.dispose();
  }
  writeFileSync(note, newest);
}

/** @param {string} folder */
const migrationsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();

/** @param {import("@cloudflare/workers-types").D1Database} database @param {string} folder */
async function migrate(database, folder) {
  await database.exec(
    "create table if not exists d1_migrations (id integer primary key autoincrement, name text unique, applied_at timestamp default current_timestamp not null)",
  );
  const { results } = await database.prepare("select name from d1_migrations").all();
  const applied = new Set(results.map(({ name }) => name));
  for (const name of migrationsIn(folder).filter((one) => !applied.has(one))) {
    const statements = readFileSync(join(folder, name), "utf8").split("--> statement-breakpoint");
    await database.batch([
      ...statements.map((statement) => database.prepare(statement)),
      database.prepare("insert into d1_migrations (name) values (?)").bind(name),
    ]);
  }
}
