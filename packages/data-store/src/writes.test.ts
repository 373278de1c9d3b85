/** Writes that come twice, by a unique field, and additions to numbers. */
import type { AppSchema, DataActor, Outcome } from "@edgewright/contracts";
import type { Sql, SqlValue } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import { expect, it } from "vitest";
import { DataStore } from "./data-store.ts";

const as = (actor: DataActor, once?: string) => ({ ...writer({ channel: "current", actor }), once });
const ada = (once?: string) => as({ kind: "member", userId: "usr_ada", may: "write" }, once);
const bob = (once?: string) => as({ kind: "member", userId: "usr_bob", may: "write" }, once);

const SCHEMA = {
  tables: [
    {
      ...{ name: "items", label: "Items" },
      columns: [
        { name: "code", label: "Code", type: "text", unique: true },
        { name: "number", label: "Number", type: "autonumber" },
        { name: "stock", label: "Stock", type: "integer", min: 0 },
        { name: "value", label: "Value", type: "money", currency: "EUR" },
        { name: "double", label: "Double", type: "integer", formula: "row.stock * 2" },
        { name: "cost", label: "Cost", type: "integer", min: 0, policy: { read: "user.role == 'admin'", write: "member" } },
      ],
    },
    { name: "own", label: "Own", columns: [{ name: "code", label: "Code", type: "text", unique: true }], policy: { read: "owner" } },
  ],
} as unknown as AppSchema;

const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? "ok" : outcome.error.code);

async function setUp(sql: Sql = memorySql()) {
  const clock = testClock();
  const published: unknown[] = [];
  const open = () =>
    new DataStore({ sql, clock, publish: (changes) => published.push(...changes), pause: async () => {}, isMember: async () => true });
  const store = open();
  taken(await store.setSchema("current", SCHEMA));
  const rows = async (table = "items") => taken(await store.list(ada(), table, {})).rows;
  return { store, open, clock, published, rows };
}

it("a write that comes twice takes effect once and gets the first answer", async () => {
  const { store, rows, published } = await setUp();
  const [first, again] = await Promise.all([1, 2].map(() => store.create(ada("k1"), "items", { code: "A", stock: 5 })));
  expect(taken(again as Outcome<unknown>)).toEqual(taken(first as Outcome<unknown>));
  const { id } = taken(first as Outcome<{ id: string }>);
  for (const _ of [1, 2])
    expect(taken(await store.increment(ada("k2"), "items", id, { stock: -1 }))).toMatchObject({ stock: 4, double: 8 });
  taken(await store.update(ada(), "items", id, { stock: 9 }));
  expect(taken(await store.upsert(ada("k3"), "items", "code", { code: "a", stock: 1 }))).toMatchObject({ id, stock: 1 });
  taken(await store.update(ada(), "items", id, { stock: 7 }));
  expect(taken(await store.upsert(ada("k3"), "items", "code", { code: "a", stock: 1 }))).toMatchObject({ stock: 1 });
  expect(await rows()).toMatchObject([{ code: "a", stock: 7 }]);
  expect(published).toHaveLength(5);
});

it("a key is of one write and one person, for a day, and free again when the write was refused", async () => {
  const { store, rows, clock, open } = await setUp();
  expect(codeOf(await store.create(ada("k"), "items", { stock: -1 }))).toBe("row_invalid");
  const first = taken(await store.create(ada("k"), "items", { stock: 1 }));
  expect(codeOf(await store.create(ada("k"), "items", { stock: 2 }))).toBe("conflict");
  expect(codeOf(await store.increment(ada("k"), "items", first.id, { stock: 1 }))).toBe("conflict");
  taken(await store.create(bob("k"), "items", { stock: 1 }));
  // The object ends, and another begins with what it has kept.
  expect(taken(await open().create(ada("k"), "items", { stock: 1 })).id).toBe(first.id);
  clock.advance(24 * 3600 * 1000);
  expect(taken(await store.create(ada("k"), "items", { stock: 1 })).id).not.toBe(first.id);
  expect(await rows()).toHaveLength(3);
});

it("a write that dies before its end leaves neither row nor answer, and is done when it comes again", async () => {
  const sql = memorySql();
  let dies = true;
  const dying: Sql = {
    transaction: sql.transaction,
    all<Row extends Record<string, SqlValue>>(query: string, ...values: SqlValue[]): Row[] {
      if (dies && query.startsWith("insert or replace into answers")) throw new Error("killed");
      return sql.all<Row>(query, ...values);
    },
  };
  const { store, rows } = await setUp(dying);
  await expect(store.create(ada("k"), "items", { code: "A" })).rejects.toThrow("killed");
  expect(await rows()).toEqual([]);
  dies = false;
  for (const _ of [1, 2]) expect(taken(await store.create(ada("k"), "items", { code: "A" }))).toMatchObject({ number: "1" });
  expect(await rows()).toHaveLength(1);
});

it("an upsert changes the row with the same value, else adds one, and knows no row that its writer does not see", async () => {
  const { store, rows } = await setUp();
  const added = taken(await store.upsert(ada(), "items", "code", { code: "Ä1", stock: 3 }));
  expect(taken(await store.upsert(ada(), "items", "code", { code: "a1", value: 2 }))).toMatchObject({ id: added.id, stock: 3, value: 2 });
  expect(codeOf(await store.upsert(ada(), "items", "stock", { stock: 3 }))).toBe("bad_request");
  expect(codeOf(await store.upsert(ada(), "items", "code", { stock: 3 }))).toBe("row_invalid");
  expect(codeOf(await store.upsert(ada(), "items", "code", { code: "A1", stock: -1 }))).toBe("row_invalid");
  expect(await rows()).toMatchObject([{ code: "a1", stock: 3 }]);
  const theirs = taken(await store.upsert(bob(), "own", "code", { code: "X" }));
  expect(taken(await store.upsert(ada(), "own", "code", { code: "X" })).id).not.toBe(theirs.id);
});

it("additions of several at once all count, exactly, within what the field allows", async () => {
  const { store } = await setUp();
  const { id } = taken(await store.create(ada(), "items", { stock: 3 }));
  const both = await Promise.all(Array.from({ length: 5 }, () => store.increment(bob(), "items", id, { stock: -1 })));
  expect(both.map(codeOf)).toEqual(["ok", "ok", "ok", "row_invalid", "row_invalid"]);
  for (const _ of [1, 2, 3]) taken(await store.increment(ada(), "items", id, { value: 0.1 }));
  expect(taken(await store.get(ada(), "items", id))).toMatchObject({ stock: 0, double: 0, value: 0.3 });
});

it.each([
  [{ value: 0.001 }, "value"],
  [{ stock: 0.5 }, "stock"],
  [{ code: 1 }, "code"],
  [{ double: 1 }, "double"],
  [{ nothing: 1 }, "nothing"],
  [{ cost: -1 }, "cost"],
])("%j is refused at its field, and nothing is changed", async (by, field) => {
  const { store } = await setUp();
  const { id } = taken(await store.create(ada(), "items", { stock: 3 }));
  const refused = await store.increment(ada(), "items", id, { stock: 1, ...by });
  expect(refused).toMatchObject({ ok: false, error: { code: "row_invalid", fields: { [field]: expect.any(String) } } });
  expect(taken(await store.get(ada(), "items", id))).toMatchObject({ stock: 3, revision: 1 });
});

it("today() of defaults and checks is the day where the writer is, and that of policies the one in UTC", async () => {
  const { store, clock } = await setUp();
  const columns = [{ name: "day", label: "Day", type: "date", default: "today()" }];
  const checks = [{ condition: "row.day <= today()", message: "Not yet." }];
  const policy = { read: "row.day <= today()" };
  const days = { name: "days", label: "Days", columns };
  taken(
    await store.setSchema("current", {
      tables: [
        { ...days, checks },
        { ...days, name: "plans", policy },
      ],
    } as unknown as AppSchema),
  );
  clock.advance((24 + 12 - new Date(clock.now()).getUTCHours()) * 3600 * 1000);
  const [today, tomorrow] = [0, 1].map((days) => new Date(clock.now() + days * 24 * 3600 * 1000).toISOString().slice(0, 10));
  const east = { ...ada(), zone: "Pacific/Kiritimati" };
  expect(taken(await store.create(ada(), "days", {}))).toMatchObject({ day: today });
  expect(taken(await store.create(east, "days", {}))).toMatchObject({ day: tomorrow });
  expect(codeOf(await store.create(ada(), "days", { day: tomorrow }))).toBe("row_invalid");
  taken(await store.create(ada(), "plans", { day: tomorrow }));
  expect(taken(await store.list(east, "plans", { zone: east.zone })).rows).toEqual([]);
});

it("no write costs more for the rows that are there: none of its statements walks through them", async () => {
  const sql = memorySql();
  const plans: string[] = [];
  /** A walk over what it was given, such as a list of names, is none over the rows. */
  const walksRows = (detail: string) => /^SCAN (?:rows|counts|changes|trash|past|answers|outbox)\b/.test(detail);
  const watched: Sql = {
    ...sql,
    all: (text, ...values) => {
      if (/^\s*(?:select|insert|update|delete)/i.test(text))
        plans.push(
          ...sql
            .all<{ detail: string }>(`explain query plan ${text}`, ...values)
            .flatMap(({ detail }) => (walksRows(detail) ? [`${detail}: ${text}`] : [])),
        );
      return sql.all(text, ...values);
    },
  };
  const { store } = await setUp(watched);
  const { id } = taken(await store.create(ada("k0"), "items", { code: "A", stock: 1 }));
  plans.length = 0;
  taken(await store.create(ada("k1"), "items", { code: "B", stock: 1 }));
  taken(await store.update(ada("k2"), "items", id, { code: "C" }));
  taken(await store.upsert(ada("k3"), "items", "code", { code: "C", stock: 2 }));
  taken(await store.increment(ada("k4"), "items", id, { stock: 1 }));
  taken(await store.remove(ada("k5"), "items", id));
  expect(plans).toEqual([]);
});
