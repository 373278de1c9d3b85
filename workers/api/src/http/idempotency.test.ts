/** A POST sent again with its Idempotency-Key. */
import { apiWorld } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const create = (name: string, key: string, person = ada) => person.call("POST", "/api/projects", { name }, { "idempotency-key": key });
const made = async () => (await world.database.query.projects.findMany()).length;

test("takes effect once and gets the first answer", async () => {
  const first = await create("Once", "key-1");
  const again = await create("Once", "key-1");
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(again.headers.get("idempotency-replayed")).toBe("true");
  expect(await made()).toBe(1);
});

test("ten at once make one", async () => {
  const before = await made();
  const statuses = (await Promise.all(Array.from({ length: 10 }, () => create("Many", "key-2")))).map(({ status }) => status);
  expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
  expect(statuses.every((status) => status === 201 || status === 409)).toBe(true);
  expect(await made()).toBe(before + 1);
});

test("a key belongs to one request and one person", async () => {
  expect((await create("Other", "key-1")).status).toBe(409);
  const grace = await world.signUp("Grace");
  expect((await create("Once", "key-1", grace)).status).toBe(201);
});

test("a request that was refused may be sent again", async () => {
  const send = (slug: string) => ada.call("POST", "/api/projects", { name: "Free", slug }, { "idempotency-key": "key-3" });
  expect((await send("Not a slug")).status).toBe(400);
  expect((await send("free")).status).toBe(201);
});

test("a key must be printable", async () => {
  expect((await create("Odd", "with space")).status).toBe(400);
});
