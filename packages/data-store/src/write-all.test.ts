/** Writes that belong together: all of them or none, and nobody sees some of them. */
import type { AppSchema, RowWrite } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const bob = writer({ channel: "current", actor: { kind: "member", userId: "usr_bob", may: "write" } });
const SCHEMA = {
  tables: [
    { name: "orders", label: "Orders", columns: [{ name: "number", label: "Number", type: "text", required: true, unique: true }] },
    {
      name: "items",
      label: "Items",
      columns: [
        { name: "what", label: "What", type: "text", required: true },
        { name: "order", label: "Order", type: "reference", ref: "orders", required: true },
        { name: "also", label: "Also in", type: "references", ref: "orders" },
      ],
    },
    {
      name: "stock",
      label: "Stock",
      columns: [
        { name: "left", label: "Left", type: "integer", min: 0 },
        { name: "who", label: "Who", type: "user" },
      ],
    },
    {
      name: "notes",
      label: "Notes",
      columns: [{ name: "text", label: "Text", type: "text" }],
      policy: { read: "member", create: "member", update: "owner", delete: "owner" },
    },
  ],
} as unknown as AppSchema;

async function setUp() {
  const told: StoredChange[][] = [];
  const askedAbout: string[] = [];
  const sql = memorySql();
  const store = new DataStore({
    ...{ sql, clock: testClock(), pause: async () => {}, isMember: async (_, id) => askedAbout.push(id) > 0 && id.startsWith("usr_") },
    publish: (changes) => told.push(changes),
  });
  taken(await store.setSchema("current", SCHEMA));
  const stock = taken(await store.create(ada, "stock", { left: 2 }));
  told.length = 0;
  const everything = async () => {
    const tables = await Promise.all(SCHEMA.tables.map(async ({ name }) => taken(await store.list(ada, name, {})).rows));
    return { tables, log: sql.all("select row_id, type from changes"), trash: sql.all("select * from trash") };
  };
  return { store, stock, told, askedAbout, everything };
}

const order = (number: string): RowWrite => ({ do: "create", table: "orders", values: { number } });
const item = (what: string, row: number): RowWrite => ({ do: "create", table: "items", values: { what, order: { $row: row } } });

describe("writes that go together", () => {
  it("are all done, in their order, also where one refers to another's row", async () => {
    const { store, stock, told } = await setUp();
    const take: RowWrite = { do: "increment", table: "stock", id: stock.id, by: { left: -2 } };
    const both: RowWrite = { do: "create", table: "items", values: { what: "Both", order: { $row: 0 }, also: [{ $row: 0 }] } };
    const [made, tea, left, second] = taken(await store.writeAll(ada, [order("A1"), item("Tea", 0), take, both]));
    expect(tea).toMatchObject({ what: "Tea", order: made?.id });
    expect(left).toMatchObject({ left: 0 });
    expect(second).toMatchObject({ also: [made?.id] });
    expect(told).toHaveLength(1);
    expect(told[0]?.map(({ row }) => row.table_name)).toEqual(["orders", "items", "stock", "items"]);
    const change: RowWrite[] = [
      { do: "update", table: "orders", id: made?.id ?? "", values: { number: "A2" }, revision: 1 },
      { do: "remove", table: "items", id: tea?.id ?? "" },
      { do: "restore", table: "items", id: tea?.id ?? "" },
      { do: "upsert", table: "orders", by: "number", values: { number: "A2" } },
    ];
    expect(taken(await store.writeAll(ada, change)).map(({ id }) => id)).toEqual([made?.id, tea?.id, tea?.id, made?.id]);
  });

  it.each<[string, RowWrite, object]>([
    ["lacks what is needed", { do: "create", table: "orders", values: {} }, { code: "row_invalid", fields: { number: "is needed" } }],
    ["takes what a former one has", order("A1"), { code: "row_invalid" }],
    ["refers to one that comes later", item("Tea", 7), { code: "row_invalid", fields: { order: expect.stringContaining("before it") } }],
    ["has no table", { do: "create", table: "nowhere", values: {} }, { code: "not_found" }],
    ["has no row", { do: "remove", table: "orders", id: "row_none" }, { code: "not_found" }],
  ])("are all undone, and nobody hears of them, where one %s", async (_, wrong, refusal) => {
    const { store, stock, told, everything } = await setUp();
    const before = await everything();
    const take: RowWrite = { do: "increment", table: "stock", id: stock.id, by: { left: -1 } };
    const refused = await store.writeAll(ada, [order("A1"), take, wrong]);
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(/^Write 3 of 3: .*None was done\.$/), ...refusal },
    });
    expect(await everything()).toEqual(before);
    expect(told).toEqual([]);
    expect(taken(await store.create(ada, "orders", { number: "A1" }))).toMatchObject({ number: "A1" });
    expect(told).toHaveLength(1);
  });

  it("are refused where a policy refuses one, or a row is another by now", async () => {
    const { store, everything } = await setUp();
    const note = taken(await store.create(ada, "notes", { text: "Mine" }));
    const before = await everything();
    const theirs: RowWrite = { do: "update", table: "notes", id: note.id, values: { text: "Bob's" } };
    expect(await store.writeAll(bob, [order("A1"), theirs])).toMatchObject({ ok: false, error: { code: "forbidden" } });
    const stale: RowWrite = { do: "update", table: "notes", id: note.id, values: { text: "New" }, revision: 7 };
    expect(await store.writeAll(ada, [order("A1"), stale])).toMatchObject({
      ok: false,
      error: { code: "row_stale", current: { text: "Mine" } },
    });
    expect(await everything()).toEqual(before);
  });

  it("name only people of the organization, each of whom is asked about once", async () => {
    const { store, askedAbout } = await setUp();
    const given = (who: string): RowWrite => ({ do: "create", table: "stock", values: { who } });
    expect((await store.writeAll(ada, [given("usr_bob"), given("usr_bob"), given("usr_cem")])).ok).toBe(true);
    expect(askedAbout).toEqual(["usr_bob", "usr_cem"]);
    const refused = await store.writeAll(ada, [given("usr_bob"), given("stranger")]);
    expect(refused).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("Write 2 of 2"), fields: { who: expect.any(String) } },
    });
    expect(taken(await store.list(ada, "stock", {})).total).toBe(4);
  });

  it("take effect once under a key", async () => {
    const { store } = await setUp();
    const keyed = { ...ada, once: "order-1" };
    const first = taken(await store.writeAll(keyed, [order("A1"), item("Tea", 0)]));
    expect(taken(await store.writeAll(keyed, [order("A1"), item("Tea", 0)]))).toEqual(first);
    expect(await store.writeAll(keyed, [order("A2")])).toMatchObject({ ok: false, error: { code: "conflict" } });
    expect(taken(await store.list(ada, "orders", {})).total).toBe(1);
  });

  it("come to what they come to one by one, whatever they are", async () => {
    const number = fc.constantFrom("A", "B", "C");
    const write: fc.Arbitrary<RowWrite> = fc.oneof(
      number.map(order),
      number.map((one): RowWrite => ({ do: "upsert", table: "orders", by: "number", values: { number: one } })),
      fc.integer({ min: -2, max: 2 }).map((left): RowWrite => ({ do: "create", table: "stock", values: { left } })),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(write, { minLength: 1, maxLength: 6 }), async (writes) => {
        const [together, apart] = [await setUp(), await setUp()];
        const done = await together.store.writeAll(ada, writes);
        const values = async ({ store }: typeof apart) =>
          Promise.all(
            ["orders", "stock"].map(async (table) => taken(await store.list(ada, table, {})).rows.map((row) => row.number ?? row.left)),
          );
        const untouched = await values(apart);
        let allowed = true;
        for (const one of writes) allowed &&= (await apart.store.writeAll(ada, [one])).ok;
        expect(done.ok).toBe(allowed);
        expect(await values(together)).toEqual(done.ok ? await values(apart) : untouched);
      }),
      { numRuns: 30 },
    );
  });
});
