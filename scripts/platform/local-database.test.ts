import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { convertV4MiniflareOptions, Miniflare } from "miniflare";
import { expect, onTestFinished, test } from "vitest";
import { readWithoutWriting } from "./local-database.mjs";

/** How much lies in the files of the databases under `folder`. */
const sizeOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.sqlite(-wal)?$/.test(name))
    .reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);

test("reading the local database writes nothing, and writing does", async () => {
  readWithoutWriting();
  const state = mkdtempSync(join(tmpdir(), "edgewright-local-database-"));
  const worker = { name: "w", modules: true, script: "export default {}", compatibilityDate: "2026-10-01", d1Databases: { DB: "db" } };
  const options = { workers: [worker], resourcePersistencePath: state, telemetry: { enabled: false } };
  const runtime = new Miniflare(convertV4MiniflareOptions(options as Parameters<typeof convertV4MiniflareOptions>[0]));
  onTestFinished(async () => {
    await runtime.dispose();
    rmSync(state, { recursive: true, force: true });
  });
  const database = await runtime.getD1Database("DB", "w");
  await database.prepare("CREATE TABLE notes (text TEXT)").run();
  await database.prepare("INSERT INTO notes VALUES ('one')").run();
  const before = sizeOf(state);
  for (let read = 0; read < 20; read++) expect((await database.prepare("SELECT text FROM notes").all()).results).toEqual([{ text: "one" }]);
  expect(sizeOf(state)).toBe(before);
  await database.batch([database.prepare("INSERT INTO notes VALUES ('two')"), database.prepare("INSERT INTO notes VALUES ('three')")]);
  expect(sizeOf(state)).toBeGreaterThan(before);
});
