/** The migration that moved each organization's compatible server into the table of providers. */

import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { first } from "@edgewright/core";
import { expect, test } from "vitest";

const FOLDER = new URL("../../../migrations/", import.meta.url);
const files = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".sql"))
  .sort();

test("keeps address, model, key and default, and makes no provider where there was none", () => {
  const database = new DatabaseSync(":memory:");
  const run = (names: string[]) => {
    for (const name of names) database.exec(readFileSync(new URL(name, FOLDER), "utf8"));
  };
  const before = files.filter((name) => name < "0002");
  run(before);
  database.exec(`
    insert into organizations (id, name, slug, created_at) values ('org_1', 'A', 'a', 0), ('org_2', 'B', 'b', 0);
    insert into model_settings (organization_id, default_model, compatible_base_url, compatible_model, sealed_key, updated_by, updated_at)
    values ('org_1', 'compatible:it''s', 'http://localhost:1/v1', 'it''s', 'k.i.c', 'usr_1', 7), ('org_2', 'starter:builtin', null, null, null, 'usr_2', 8)`);
  run(files.filter((name) => !before.includes(name)));
  const rows = database.prepare("select * from model_providers").all() as { models: string }[];
  expect(rows).toMatchObject([
    {
      organization_id: "org_1",
      provider: "compatible",
      base_url: "http://localhost:1/v1",
      sealed_key: "k.i.c",
      updated_by: "usr_1",
      updated_at: 7,
    },
  ]);
  expect(JSON.parse(first(rows).models)).toEqual([{ model: "it's", contextTokens: 32_000, tools: true, price: null }]);
  expect(database.prepare("select organization_id, default_model, fallbacks from model_settings").all()).toMatchObject([
    { default_model: "compatible:it's", fallbacks: "[]" },
    { default_model: "starter:builtin" },
  ]);
});
