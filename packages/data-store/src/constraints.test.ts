/** What tables ask of their rows beside the types of their fields. */
import type { AppSchema, Column, DataActor, Table } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";

const by = (actor: DataActor) => writer({ channel: "current", actor });
const ada = by({ kind: "member", userId: "usr_ada", may: "write" });

async function open(columns: Column[], more: Partial<Table> = {}) {
  const sql = memorySql();
  const clock = testClock();
  const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember: async () => true });
  const schema: AppSchema = { tables: [{ name: "things", label: "Things", columns, ...more }] };
  taken(await store.setSchema("current", schema));
  const add = async (values: object, who = ada) => taken(await store.create(who, "things", { ...values }));
  const refusal = async (values: object) => {
    const made = await store.create(ada, "things", { ...values });
    return made.ok ? null : made.error;
  };
  return { sql, store, clock, add, refusal, schema };
}
const column = (name: string, type: Column["type"], more: Partial<Column> = {}): Column => ({
  name,
  label: name.toUpperCase(),
  type,
  ...more,
});

describe("a field", () => {
  it.each([
    [column("x", "integer", { min: 1, max: 9 }), 0, "must be at least 1"],
    [column("x", "money", { currency: "EUR", max: 9.5 }), 9.51, "must be at most 9.5"],
    [column("x", "date", { min: "2026-01-01" }), "2025-12-31", "must be at least 2026-01-01"],
    [column("x", "time", { max: "18:00" }), "18:01", "must be at most 18:00"],
    [column("x", "text", { minLength: 2 }), "😀", "must have at least 2 characters"],
    [column("x", "text", { maxLength: 2 }), "abc", "must have at most 2 characters"],
    [column("x", "multiselect", { options: ["a", "b"], minLength: 2 }), ["a"], "must have at least 2 entries"],
    [column("x", "text", { pattern: "[A-Z]{2}-\\d+" }), "AB-1x", "must match"],
    [column("x", "text", { pattern: "(a+)+b" }), "a".repeat(1000), "must match"],
  ])("%o refuses %j", async (field, value, problem) => {
    const { refusal } = await open([field]);
    expect((await refusal({ x: value }))?.fields?.x).toContain(problem);
  });

  it("is filled in by what its default calls, when a row is added and by nobody else later", async () => {
    const { store, add } = await open([
      ...[column("at", "datetime", { default: "now()" }), column("day", "date", { default: "today()" })],
      ...[column("who", "user", { default: "user()" }), column("text", "text", { default: "now()" })],
    ]);
    const row = await add({});
    expect(row).toMatchObject({ at: row.createdAt, day: row.createdAt.slice(0, 10), who: "usr_ada", text: "now()" });
    expect(taken(await store.update(ada, "things", row.id, { day: null })).day).toBeNull();
  });
});

describe("what is unique over several fields", () => {
  const fields = [column("room", "text"), column("day", "date"), column("note", "text")];

  it("may be there once with the same values, whatever their case, and any number of times while one is empty", async () => {
    const { store, add, refusal } = await open(fields, { unique: [{ columns: ["room", "day"] }] });
    const row = await add({ room: "Red", day: "2026-03-31" });
    expect(await refusal({ room: "RED", day: "2026-03-31" })).toMatchObject({
      fields: { room: "is already there with the same DAY" },
      message: "ROOM is already there with the same DAY.",
    });
    await add({ room: "Red", day: "2026-04-01" });
    for (let index = 0; index < 2; index++) await add({ room: "Red" });
    expect((await store.update(ada, "things", row.id, { note: "same row" })).ok).toBe(true);
    const other = await add({ room: "Blue", day: "2026-03-31" });
    expect((await store.update(ada, "things", other.id, { room: "red" })).ok).toBe(false);
  });

  it("may tell cases apart", async () => {
    const { add, refusal } = await open(fields, { unique: [{ columns: ["room"], matchCase: true }] });
    await add({ room: "Red" });
    await add({ room: "RED" });
    expect(await refusal({ room: "Red" })).toMatchObject({ code: "row_invalid" });
  });
});

describe("a check", () => {
  const fields = [column("start", "date"), column("end", "date"), column("note", "text")];
  const checks = [{ condition: "row.end >= row.start", message: "The end comes after the start." }];

  it("refuses a row with its own message, and holds where a field is empty", async () => {
    const { store, add, refusal } = await open(fields, { checks });
    expect((await refusal({ start: "2026-03-31", end: "2026-03-30" }))?.message).toBe("The end comes after the start.");
    const row = await add({ start: "2026-03-31" });
    expect((await store.update(ada, "things", row.id, { end: "2026-03-01" })).ok).toBe(false);
    expect((await store.update(ada, "things", row.id, { end: "2026-03-31" })).ok).toBe(true);
  });

  it("that came later lets people change the other fields of rows that do not meet it", async () => {
    const { store, add, schema } = await open(fields);
    const row = await add({ start: "2026-03-31", end: "2026-03-30" });
    taken(await store.setSchema("current", { tables: schema.tables.map((table) => ({ ...table, checks })) }));
    expect((await store.update(ada, "things", row.id, { note: "fine" })).ok).toBe(true);
    expect((await store.update(ada, "things", row.id, { start: "2026-04-01" })).ok).toBe(false);
  });

  it("may compare with the row as it was", async () => {
    const { store, add } = await open([column("level", "integer")], {
      checks: [{ condition: "row.level >= old.level", message: "A level never falls." }],
    });
    const row = await add({ level: 2 });
    expect((await store.update(ada, "things", row.id, { level: 3 })).ok).toBe(true);
    expect(await store.update(ada, "things", row.id, { level: 1 })).toMatchObject({
      ok: false,
      error: { message: "A level never falls." },
    });
  });
});

describe("an app of the schema as it was before", () => {
  const OLD = {
    tables: [
      {
        ...{
          name: "deals",
          label: "Deals",
          policy: { read: "member", create: "anyone", update: "owner", delete: "owner", server: ["read"] },
        },
        columns: [
          { name: "title", label: "Title", type: "text", required: true, unique: true },
          { name: "amount", label: "Amount", type: "number", format: "currency" },
          { name: "stage", label: "Stage", type: "select", options: ["new", "won"], default: "new" },
          { name: "at", label: "At", type: "datetime" },
        ],
      },
    ],
  } as AppSchema;

  it("works as it did, and keeps its values when it takes the new fields", async () => {
    const { sql, clock } = await open([column("x", "text")]);
    const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember: async () => true });
    taken(await store.setSchema("current", OLD));
    const row = taken(await store.create(ada, "deals", { title: "One", amount: 1234.5, at: "2026-03-31T09:30:00+02:00" }));
    expect(row).toMatchObject({ title: "One", amount: 1234.5, stage: "new", at: "2026-03-31T07:30:00.000Z" });
    const bob = by({ kind: "member", userId: "usr_bob", may: "write" });
    expect(await store.update(bob, "deals", row.id, { amount: 1 })).toMatchObject({
      ok: false,
      error: { message: "Only whoever added it may change deals." },
    });
    const [table] = OLD.tables;
    const columns = table?.columns.map(
      (each): Column => (each.name === "amount" ? { name: "amount", label: "Amount", type: "money", currency: "EUR" } : each),
    );
    const number: Column = { name: "number", label: "Number", type: "autonumber", prefix: "D-" };
    taken(await store.setSchema("current", { tables: [{ ...OLD.tables[0], columns: [...(columns ?? []), number] }] }));
    const found = taken(await store.list(ada, "deals", { filters: [{ column: "amount", op: "gte", value: 1234.5 }] }));
    expect(found.rows).toMatchObject([{ ...row, number: "D-1" }]);
    expect(await store.update(bob, "deals", row.id, { amount: 1 })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    taken(await store.setSchema("current", OLD));
    expect(taken(await store.get(ada, "deals", row.id))).toEqual(row);
  });
});
