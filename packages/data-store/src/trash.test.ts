/** A deleted row comes back as it was, with what referred to it, for those who may delete it, and not where it cannot be. */
import type { AppSchema, Column, Table } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import { expect, test } from "vitest";
import { DataStore } from "./data-store.ts";

const as = (userId: string) => writer({ channel: "current", actor: { kind: "member", userId, may: "write", role: "editor" } });
const [ada, bob] = [as("usr_ada"), as("usr_bob")];
const DAY = 24 * 3600 * 1000;

const NAME: Column = { name: "name", label: "Name", type: "text", unique: true };
const schemaOf = (people: Partial<Table> = {}, tasks: Partial<Column> = {}): AppSchema => ({
  tables: [
    {
      ...{ name: "people", label: "People" },
      columns: [NAME, { name: "open", label: "Open", type: "integer", rollup: { of: "count", table: "tasks", through: "person" } }],
      ...people,
    },
    {
      ...{ name: "tasks", label: "Tasks" },
      columns: [
        { name: "number", label: "Number", type: "autonumber" },
        { name: "person", label: "Person", type: "reference", ref: people.name ?? "people", ...tasks },
        { name: "helpers", label: "Helpers", type: "references", ref: people.name ?? "people" },
      ],
    },
  ],
});

async function open(schema = schemaOf()) {
  const [sql, clock] = [memorySql(), testClock()];
  const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember: async () => true });
  taken(await store.setSchema("current", schema));
  const add = async (table: string, values: object) => taken(await store.create(ada, table, { ...values }));
  const get = async (table: string, id: string) => taken(await store.get(ada, table, id));
  return { clock, store, add, get };
}

test("it has its id, its author, its number and what referred to it", async () => {
  const { clock, store, add, get } = await open();
  const [bea, cy] = [await add("people", { name: "Bea" }), await add("people", { name: "Cy" })];
  const one = await add("tasks", { person: bea.id, helpers: [bea.id, cy.id] });
  const other = await add("tasks", { person: bea.id });
  taken(await store.remove(ada, "people", bea.id));
  taken(await store.update(ada, "tasks", other.id, { person: cy.id }));
  clock.advance(29 * DAY);
  const back = taken(await store.restore(bob, "people", bea.id));
  expect(back).toMatchObject({ id: bea.id, name: "Bea", createdBy: "usr_ada", createdAt: bea.createdAt, open: 1 });
  expect(await get("tasks", one.id)).toMatchObject({ person: bea.id, helpers: [cy.id, bea.id] });
  expect(await get("tasks", other.id)).toMatchObject({ person: cy.id });
  taken(await store.remove(ada, "tasks", one.id));
  expect(taken(await store.restore(ada, "tasks", one.id))).toMatchObject({ number: "1", person: bea.id });
  expect(await get("people", bea.id)).toMatchObject({ open: 1 });
});

test("it follows its table and fields to the names that they have by now", async () => {
  const { store, add, get } = await open();
  const bea = await add("people", { name: "Bea" });
  const task = await add("tasks", { person: bea.id });
  taken(await store.remove(ada, "people", bea.id));
  const renamed = schemaOf({ name: "staff", was: ["people"], columns: [{ ...NAME, name: "title", was: ["name"] }] });
  taken(await store.setSchema("current", renamed));
  expect(taken(await store.restore(ada, "staff", bea.id))).toMatchObject({ title: "Bea" });
  expect(await get("tasks", task.id)).toMatchObject({ person: bea.id });
});

test("it stays deleted where it cannot be there: another has its name, what it needs is gone, it is there already, or too long ago", async () => {
  const { clock, store, add } = await open(schemaOf({}, { required: true }));
  const bea = await add("people", { name: "Bea" });
  const task = await add("tasks", { person: bea.id });
  expect(await store.restore(ada, "people", bea.id)).toMatchObject({ ok: false, error: { code: "not_found" } });
  taken(await store.remove(ada, "tasks", task.id));
  taken(await store.remove(ada, "people", bea.id));
  expect(await store.restore(ada, "tasks", task.id)).toMatchObject({
    error: { code: "row_invalid", fields: { person: "refers to a row that is deleted, too" } },
  });
  const twin = await add("people", { name: "bea" });
  expect(await store.restore(ada, "people", bea.id)).toMatchObject({ error: { fields: { name: "is already there" } } });
  taken(await store.remove(ada, "people", twin.id));
  taken(await store.restore(ada, "people", bea.id));
  expect(await store.restore(ada, "people", bea.id)).toMatchObject({ error: { code: "not_found" } });
  clock.advance(31 * DAY);
  expect(await store.restore(ada, "tasks", task.id)).toMatchObject({ error: { code: "not_found" } });
});

test("whoever may not see it learns nothing of it, and whoever may not delete it does not bring it back", async () => {
  const policyOf = (read: string, remove: string) => schemaOf({ policy: { read, create: "member", update: "member", delete: remove } });
  for (const [schema, code] of [
    [policyOf("owner", "member"), "not_found"],
    [policyOf("member", "owner"), "forbidden"],
    [policyOf("member", "row.name == user.id"), "forbidden"],
  ] as const) {
    const { store, add } = await open(schemaOf());
    const bea = await add("people", { name: "Bea" });
    taken(await store.remove(ada, "people", bea.id));
    taken(await store.setSchema("current", schema));
    expect(await store.restore(bob, "people", bea.id)).toMatchObject({ ok: false, error: { code } });
    expect(await store.restore(bob, "people", "row_none")).toMatchObject({ ok: false, error: { code: "not_found" } });
  }
});

test("the deleted rows of a table are listed, the latest first, under its present names, for those who may bring them back", async () => {
  const { clock, store, add } = await open(schemaOf({ policy: { read: "member", create: "member", update: "member", delete: "owner" } }));
  const [bea, cy] = [await add("people", { name: "Bea" }), await add("people", { name: "Cy" })];
  for (const { id } of [bea, cy]) {
    clock.advance(1000);
    taken(await store.remove(ada, "people", id));
  }
  const names = async (asker = ada, table = "people") => taken(await store.deleted(asker, table)).map(({ row }) => row.name ?? row.title);
  expect(await names()).toEqual(["Cy", "Bea"]);
  expect(await names(bob)).toEqual([]);
  expect(await names(ada, "tasks")).toEqual([]);
  const renamed = { name: "staff", was: ["people"], columns: [{ ...NAME, name: "title", was: ["name"] }] };
  taken(await store.setSchema("current", schemaOf(renamed)));
  expect(await names(ada, "staff")).toEqual(["Cy", "Bea"]);
  taken(await store.restore(ada, "staff", cy.id));
  expect(await names(ada, "staff")).toEqual(["Bea"]);
  clock.advance(31 * DAY);
  expect(await names(ada, "staff")).toEqual([]);
});
