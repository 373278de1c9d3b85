/** Migrations of a local database that are cut off: the next start goes on where they were. */
import { emptyD1 } from "@edgewright/testing";
import { expect, it } from "vitest";
import { migrate, migrationsIn } from "./migrate.mjs";

const FOLDER = new URL("../../migrations", import.meta.url).pathname;
const NAMES = migrationsIn(FOLDER);

type Batch = D1Database["batch"];
/** A process that is killed once it has applied so many: `after` the write, or before it had any effect. */
function killedAt(database: D1Database, applied: number, when: "before" | "after"): D1Database {
  let left = applied;
  const batch: Batch = async (statements) => {
    if (left-- > 0) return database.batch(statements);
    if (when === "after") await database.batch(statements);
    throw new Error("killed");
  };
  return { exec: database.exec.bind(database), prepare: database.prepare.bind(database), batch } as D1Database;
}

const schemaOf = async (database: D1Database) =>
  (await database.prepare("select type, name, sql from sqlite_master order by type, name").all()).results;
const notedIn = async (database: D1Database) =>
  (await database.prepare("select name from d1_migrations order by id").all<{ name: string }>()).results.map(({ name }) => name);

it.each(NAMES.flatMap((name, index) => (["before", "after"] as const).map((when) => ({ name, index, when }))))(
  "go on after a kill $when $name",
  async ({ index, when }) => {
    const [whole, cut] = [emptyD1(), emptyD1()];
    await migrate(whole, FOLDER);
    await expect(migrate(killedAt(cut, index, when), FOLDER)).rejects.toThrow("killed");
    expect(await notedIn(cut)).toEqual(NAMES.slice(0, when === "after" ? index + 1 : index));
    await migrate(cut, FOLDER);
    expect(await notedIn(cut)).toEqual(NAMES);
    expect(await schemaOf(cut)).toEqual(await schemaOf(whole));
  },
);
