/** Applies the migrations that a database lacks, and remembers them as wrangler does. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @param {string} folder */
export const migrationsIn = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();

/** Each is applied whole, together with the note that it was, or not at all. @param {import("@cloudflare/workers-types").D1Database} database @param {string} folder */
export async function migrate(database, folder) {
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
