/** A change of tables is told before it is done, with counts, and what it takes out of sight comes back with the tables it was under. */
import type { AppSchema, Column, Table } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";
import { DataRollbacks } from "./rollback.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write", role: "editor" } });
const phone: Column = { name: "phone", label: "Phone", type: "text" };
const size: Column = { name: "size", label: "Size", type: "text" };
const contacts = (columns: Column[], more: Partial<Table> = {}): AppSchema => ({
  tables: [{ name: "contacts", label: "Contacts", columns: [{ name: "name", label: "Name", type: "text" }, ...columns], ...more }],
});

async function setUp(schema: AppSchema, rows: Record<string, unknown>[] = []) {
  const sql = memorySql();
  const clock = testClock();
  const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember: async () => true });
  taken(await store.setSchema("current", schema));
  const add = async (values: Record<string, unknown>, id?: string) => taken(await store.create(ada, "contacts", values, id));
  for (const values of rows) await add(values);
  const planner = new DataRollbacks({ sql, clock, store });
  const plan = async (after: AppSchema) => taken(await planner.plan(after, ada));
  const told = async (after: AppSchema) => (await plan(after)).steps.map(({ effect, says }) => `${effect}: ${says}`);
  const all = async () => taken(await store.list(ada, "contacts", { limit: 100 })).rows;
  return { planner, store, add, plan, told, all };
}

describe("a plan", () => {
  it("counts what is removed, without sample rows", async () => {
    const { add, told } = await setUp(contacts([phone, size]), [{ phone: "1" }, { phone: "2" }, { size: "" }]);
    await add({ phone: "3" }, "row_sample1");
    expect(await told(contacts([size]))).toEqual(["lossy: 'Phone' of Contacts is removed: 2 rows have a value."]);
    expect(await told(contacts([phone]))).toEqual(["safe: 'Size' of Contacts is removed: no row has a value."]);
    expect(await told({ tables: [] })).toEqual(["lossy: 'Contacts' is removed: it has 3 rows."]);
  });

  it("counts a sample row that somebody has changed, since it is theirs", async () => {
    const { add, store, told } = await setUp(contacts([phone]));
    await add({ phone: "3" }, "row_sample1");
    expect(await told(contacts([]))).toEqual(["safe: 'Phone' of Contacts is removed: no row has a value."]);
    taken(await store.update(ada, "contacts", "row_sample1", { phone: "4" }));
    expect(await told(contacts([]))).toEqual(["lossy: 'Phone' of Contacts is removed: 1 row has a value."]);
  });

  it("says what moves along, and what is asked from now on", async () => {
    const { told } = await setUp(contacts([phone]), [{ phone: "1" }, {}]);
    const renamed = contacts([{ ...phone, name: "mobile", label: "Mobile", was: ["phone"] }]);
    expect(await told(renamed)).toEqual(["safe: 'Mobile' of Contacts was called phone: 1 value moves along."]);
    expect(await told(contacts([{ ...phone, required: true }]))).toEqual([
      "safe: 'Phone' of Contacts is needed: 1 row has none. They stay as they are until they are changed.",
    ]);
    expect(await told(contacts([phone]))).toEqual([]);
  });

  it("tries every row where a field is of another kind, and shows what does not fit", async () => {
    const rows = ["12", "12.50", "", "a few", "007"].map((value) => ({ size: value }));
    const { plan, told } = await setUp(contacts([size]), rows);
    expect(await told(contacts([{ ...size, type: "number" }]))).toEqual([
      "lossy: 'Size' of Contacts becomes a number: 2 of 4 values do not fit.",
    ]);
    const [step] = (await plan(contacts([{ ...size, type: "number" }]))).steps;
    expect(step?.misfits.map(({ value }) => value)).toEqual(["a few", "007"]);
    expect(await told(contacts([{ ...size, type: "date" }]))).toEqual([
      "impossible: 'Size' of Contacts cannot become a date: all 4 values do not fit.",
    ]);
    expect(await told(contacts([{ ...size, type: "longtext" }]))).toEqual(["safe: 'Size' of Contacts becomes a text: all 4 values fit."]);
    expect(await told(contacts([{ ...size, type: "email" }]))).toEqual([
      "safe: 'Size' of Contacts becomes an e-mail address: 4 of 4 values do not fit. They stay as they are until they are changed.",
    ]);
  });

  it("asks before what people wrote is computed", async () => {
    const { told } = await setUp(contacts([{ ...size, type: "integer" }]), [{ size: 3 }, {}]);
    expect(await told(contacts([{ ...size, type: "integer", formula: "1.0 + 1.0" }]))).toEqual([
      "lossy: 'Size' of Contacts is computed from now on: 1 row has a value that somebody wrote.",
    ]);
  });

  it("shows no value of a row that whoever asks may not see", async () => {
    const { planner, store, plan } = await setUp(
      contacts([size], { policy: { read: "owner", create: "member", update: "member", delete: "member" } }),
    );
    taken(await store.create(ada, "contacts", { size: "mine" }));
    const bob = writer({ channel: "current", actor: { kind: "member", userId: "usr_bob", may: "write", role: "editor" } });
    const after = contacts([{ ...size, type: "number" }]);
    expect((await plan(after)).steps[0]?.misfits).toMatchObject([{ value: "mine" }]);
    const [step] = taken(await planner.plan(after, bob)).steps;
    expect(step).toMatchObject({ effect: "impossible", misfits: [] });
  });

  it("refuses tables that are none", async () => {
    const { planner } = await setUp(contacts([size]));
    expect(await planner.plan({ tables: [{ name: "X" }] }, ada)).toMatchObject({ error: { code: "schema_invalid" } });
  });
});

const KINDS: Partial<Column>[] = [
  ...(["text", "number", "integer", "boolean", "date", "datetime", "time", "email", "json"] as const).map((type) => ({ type })),
  ...[
    { type: "money" as const, currency: "EUR" },
    { type: "select" as const, options: ["12", "Yes"] },
  ],
  ...[
    { type: "multiselect" as const, options: ["12", "Yes"] },
    { type: "integer" as const, formula: "2.0" },
  ],
];
const VALUES = ["12", "012", "12.50", "yes", "2026-03-31", "2026-03-31T09:30:00.000Z", "09:30", "ada@example.com", " x ", ""];

describe("what a change of tables takes out of sight", () => {
  it("comes back with the kind of field that it was, whatever kinds came between", async () => {
    const kind = fc.constantFrom(...KINDS);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...VALUES), { minLength: 1, maxLength: 4 }), kind, async (values, other) => {
        const { store, all } = await setUp(
          contacts([size]),
          values.map((value) => ({ size: value })),
        );
        const before = await all();
        taken(await store.setSchema("current", contacts([{ ...size, ...other }])));
        await all();
        taken(await store.setSchema("current", contacts([{ ...size, name: "extent", was: ["size"], ...other }])));
        taken(await store.setSchema("current", contacts([size])));
        // What was worked out stays where nobody had written anything.
        const worked = other.formula === undefined ? null : expect.anything();
        expect((await all()).map((row) => row.size)).toEqual(before.map((row) => row.size ?? worked));
      }),
      { numRuns: 60 },
    );
  });

  it("does not take the place of what was written since", async () => {
    const { store, all } = await setUp(contacts([size]), [{ size: "a few" }, { size: "many" }]);
    taken(await store.setSchema("current", contacts([{ ...size, type: "integer" }])));
    const [first] = await all();
    expect(first).toMatchObject({ size: null });
    taken(await store.update(ada, "contacts", first?.id ?? "", { size: 3 }));
    taken(await store.setSchema("current", contacts([size])));
    expect((await all()).map((row) => row.size)).toEqual(["3", "many"]);
  });

  it("is found by nobody meanwhile", async () => {
    const { store } = await setUp(contacts([size]), [{ size: "a few" }]);
    taken(await store.setSchema("current", contacts([{ ...size, type: "integer" }])));
    expect(taken(await store.list(ada, "contacts", { search: "few" })).total).toBe(0);
  });
});
