/** Health: fine, or 503 with what is missing and what to do. */
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

test("is fine on the database that this version was made for", async () => {
  const { nobody } = await apiWorld();
  const answer = await nobody("GET", "/api/health");
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ ok: true, bindings: { DB: "ok" } });
});

test.each([
  [
    "lacks the newest migration",
    "delete from d1_migrations where name = (select max(name) from d1_migrations)",
    "bring the database up to date",
  ],
  ["has none", "delete from d1_migrations", "at no migration"],
  ["is of a newer version", "insert into d1_migrations (name) values ('9999_later.sql')", "newer than this version"],
  ["was never set up", "drop table d1_migrations", "Not answering: DB"],
])("is 503 with cause and next step on a database that %s", async (_, change, said) => {
  const { nobody, database } = await apiWorld();
  await database.$client.exec(change);
  const answer = await nobody("GET", "/api/health");
  expect(answer.status).toBe(503);
  const problem = (await answer.json()) as { code: string; detail: string; next: string };
  expect(problem).toMatchObject({ code: "unavailable", next: expect.stringMatching(/\w/) });
  expect(`${problem.detail} ${problem.next}`).toContain(said);
});
