/** What a field of each type keeps, what it refuses, and how its values are found. */
import type { AppSchema, Column, DataRow } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";
import { unitsOf } from "./exact-number.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const NUMBER: Column = { name: "number", label: "Number", type: "autonumber", prefix: "INV-", padding: 4 };
const FIELDS: Column[] = [
  NUMBER,
  { name: "price", label: "Price", type: "money", currency: "EUR" },
  { name: "yen", label: "Yen", type: "money", currency: "JPY" },
  { name: "ratio", label: "Ratio", type: "decimal", digits: 3 },
  { name: "tags", label: "Tags", type: "multiselect", options: ["red", "green", "blue"] },
  { name: "people", label: "People", type: "references", ref: "people" },
  { name: "owner", label: "Owner", type: "user" },
  { name: "at", label: "At", type: "time" },
  { name: "took", label: "Took", type: "duration" },
  { name: "phone", label: "Phone", type: "phone" },
  { name: "stars", label: "Stars", type: "rating", stars: 5 },
];
const PEOPLE = { name: "people", label: "People", columns: [{ name: "name", label: "Name", type: "text" }] } as const;
const schemaOf = (columns: Column[]): AppSchema => ({
  tables: [
    { name: "things", label: "Things", columns },
    { ...PEOPLE, columns: [...PEOPLE.columns] },
  ],
});

async function setUp(columns = FIELDS) {
  const sql = memorySql();
  const clock = testClock();
  const isMember = async (_: string, id: string) => id === "usr_ada" || id === "usr_bob";
  const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember });
  taken(await store.setSchema("current", schemaOf(columns)));
  const add = async (values: Record<string, unknown> = {}, table = "things") => {
    clock.advance(1000);
    return taken(await store.create(ada, table, values));
  };
  const problemOf = async (values: Record<string, unknown>) => {
    const refused = await store.create(ada, "things", values);
    return refused.ok ? null : (refused.error.fields ?? {});
  };
  const list = async (query: Parameters<DataStore["list"]>[2]) => taken(await store.list(ada, "things", query)).rows;
  return { sql, store, add, problemOf, list };
}

describe("a value", () => {
  it.each([
    ["price", 12.34, 12.34],
    ["price", -0, 0],
    ["price", 0.1 + 0.2, 0.3],
    ["price", 9_999_999_999_999.99, 9_999_999_999_999.99],
    ["yen", 1200, 1200],
    ["ratio", 1.005, 1.005],
    ["tags", ["blue", "red", "red"], ["red", "blue"]],
    ["tags", [], null],
    ["owner", "usr_bob", "usr_bob"],
    ["at", "09:30:00", "09:30"],
    ["at", "23:59:59", "23:59:59"],
    ["took", 5400, 5400],
    ["phone", " 044 668 18 00 ", "044 668 18 00"],
    ["phone", "+1 (555) 010-9999 ext. 12", "+1 (555) 010-9999 ext. 12"],
    ["stars", 5, 5],
  ])("of %s, %j, is kept as %j", async (name, given, kept) => {
    const { add } = await setUp();
    expect((await add({ [name]: given }))[name]).toEqual(kept);
  });

  it.each([
    ["price", 12.345, "has more than 2 digits after the point"],
    ["price", Number.NaN, "must be a number"],
    ["price", Number.POSITIVE_INFINITY, "is too large to be kept exactly"],
    ["price", 2 ** 53 + 2, "is too large to be kept exactly"],
    ["price", "12.34", "must be a number"],
    ["yen", 0.5, "must be a whole number"],
    ["tags", ["pink"], "must be one of: red, green, blue"],
    ["tags", "red", "must be a list"],
    ["tags", { __proto__: null, 0: "red" }, "must be a list"],
    ["people", ["row_none"], "refers to a row that is not there"],
    ["people", ["\ud800"], "half a character"],
    ["people", Array.from({ length: 501 }, (_, index) => `row_${index}`), "more than 500 entries"],
    ["owner", "usr_eve", "is not a member of the organization"],
    ["at", "24:00", "must be a time"],
    ["at", "9:30", "must be a time"],
    ["took", 1.5, "must be a whole number of seconds"],
    ["took", -1, "must be a whole number of seconds"],
    ["phone", "call me", "must be a phone number"],
    ["phone", "12", "must be a phone number"],
    ["stars", 6, "from 1 to 5"],
    ["stars", 0, "from 1 to 5"],
    ["number", "INV-0007", "is given by the platform"],
  ])("of %s, %j, is refused: %s", async (name, given, problem) => {
    const { problemOf } = await setUp();
    expect((await problemOf({ [name]: given }))?.[name]).toContain(problem);
  });
});

describe("exact numbers", () => {
  const amount = fc.integer({ min: -(10 ** 15 - 1), max: 10 ** 15 - 1 });

  it("are one count of units each, and the same number when read back from JSON", () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 9 }), (units, scale) => {
        const text = JSON.stringify(units / 10 ** scale);
        expect(unitsOf(JSON.parse(text), scale)).toBe(units === 0 ? 0 : units);
      }),
      { numRuns: runsOf(2000, 4) },
    );
  });

  it("are compared, sorted and summed by whole units, so that a sum is exact", async () => {
    const { sql, add, list } = await setUp();
    for (const price of [0.1, 0.2, 19.99, -5, 100]) await add({ price });
    const [sum] = sql.all<{ total: number; kind: string }>(
      `select sum(shadow ->> '$.price') as total, typeof(sum(shadow ->> '$.price')) as kind from rows`,
    );
    expect(sum).toEqual({ total: 11_529, kind: "integer" });
    const prices = (rows: DataRow[]) => rows.map(({ price }) => price);
    expect(prices(await list({ sort: [{ column: "price", direction: "desc" }] }))).toEqual([100, 19.99, 0.2, 0.1, -5]);
    expect(prices(await list({ filters: [{ column: "price", op: "eq", value: 0.1 + 0.2 - 0.2 }] }))).toEqual([0.1]);
    expect(prices(await list({ filters: [{ column: "price", op: "gt", value: 19.985 }] }))).toEqual([19.99, 100]);
  });

  it("stay what they are when their field becomes one of another currency, or of money at all", async () => {
    const { store, add, list } = await setUp([{ name: "price", label: "Price", type: "number", format: "currency" }]);
    for (const price of [12.34, 7, 1.005]) await add({ price });
    const cheaper = async () => (await list({ filters: [{ column: "price", op: "lt", value: 10 }] })).map(({ price }) => price);
    for (const currency of ["EUR", "JPY", "KWD"]) {
      taken(await store.setSchema("current", schemaOf([{ name: "price", label: "Price", type: "money", currency }])));
      expect(await cheaper()).toEqual([7, 1.005]);
    }
    taken(await store.setSchema("current", schemaOf([{ name: "price", label: "Price", type: "number" }])));
    expect(await cheaper()).toEqual([7, 1.005]);
  });
});

describe("numbers that are given", () => {
  it("follow one another, with no gap for a refused write and none twice for writes at once", async () => {
    const { store, list } = await setUp();
    const writes = Array.from({ length: 30 }, (_, index) => store.create(ada, "things", { stars: index % 3 === 0 ? 9 : 1 }));
    const made = (await Promise.all(writes)).flatMap((outcome) => (outcome.ok ? [outcome.value.number] : []));
    expect(made.toSorted()).toEqual(Array.from({ length: 20 }, (_, index) => `INV-${String(index + 1).padStart(4, "0")}`));
    expect((await list({ filters: [{ column: "number", op: "eq", value: "inv-0007" }] })).map(({ number }) => number)).toEqual([
      "INV-0007",
    ]);
  });

  it("are never given again, and sort by their number beyond the padding", async () => {
    const { store, add, list } = await setUp([{ ...NUMBER, padding: 1 }]);
    const rows: DataRow[] = [];
    for (let index = 0; index < 11; index++) rows.push(await add());
    taken(await store.remove(ada, "things", rows[10]?.id ?? ""));
    expect((await add()).number).toBe("INV-12");
    expect((await list({ sort: [{ column: "number", direction: "desc" }] })).slice(0, 3).map(({ number }) => number)).toEqual([
      "INV-12",
      "INV-10",
      "INV-9",
    ]);
  });

  it("are given to the rows that were there before, in their order, and stay when table and field are renamed", async () => {
    const { store, add, list } = await setUp([{ name: "stars", label: "Stars", type: "rating" }]);
    for (const stars of [3, 1, 2]) await add({ stars });
    const later = await store.setSchema("current", schemaOf([{ name: "stars", label: "Stars", type: "rating" }, NUMBER]));
    expect(later.ok).toBe(true);
    expect((await list({})).map(({ number, stars }) => [number, stars])).toEqual([
      ["INV-0001", 3],
      ["INV-0002", 1],
      ["INV-0003", 2],
    ]);
    const renamed: Column = { ...NUMBER, name: "code", was: ["number"] };
    taken(await store.setSchema("current", { tables: [{ name: "items", label: "Items", was: ["things"], columns: [renamed] }] }));
    expect((await add({}, "items")).code).toBe("INV-0004");
  });
});

describe("lists", () => {
  it("are asked for by an entry or by any of some, and by no part of one", async () => {
    const { add, list } = await setUp([{ name: "tags", label: "Tags", type: "multiselect", options: ["red", "dark red", 'say "red"'] }]);
    for (const tags of [["red"], ["dark red"], ['say "red"', "red"], []]) await add({ tags });
    const count = async (filter: object) => (await list({ filters: [{ column: "tags", ...filter } as never] })).length;
    expect(await count({ op: "contains", value: "red" })).toBe(2);
    expect(await count({ op: "in", value: ["dark red", 'say "red"'] })).toBe(2);
    expect(await count({ op: "in", value: [] })).toBe(0);
    expect(await count({ op: "empty" })).toBe(1);
  });

  it("refuse to be compared as one value", async () => {
    const { store } = await setUp();
    for (const op of ["eq", "lt"] as const)
      expect(await store.list(ada, "things", { filters: [{ column: "tags", op, value: "red" }] })).toMatchObject({
        ok: false,
        error: { code: "bad_request", message: expect.stringContaining("contains") },
      });
  });

  it("of rows lead both ways, and lose a row that is deleted", async () => {
    const { store, add, list } = await setUp();
    const [bea, cy] = [await add({ name: "Bea" }, "people"), await add({ name: "Cy" }, "people")];
    const both = await add({ people: [bea.id, cy.id] });
    const one = await add({ people: [cy.id] });
    const of = async (id: string) => (await list({ filters: [{ column: "people", op: "contains", value: id }] })).map((row) => row.id);
    expect(await of(cy.id)).toEqual([both.id, one.id]);
    expect(await of(bea.id)).toEqual([both.id]);
    taken(await store.remove(ada, "people", cy.id));
    expect(taken(await store.get(ada, "things", both.id)).people).toEqual([bea.id]);
    expect(taken(await store.get(ada, "things", one.id)).people).toBeNull();
  });

  it("that need an entry keep the last row they refer to", async () => {
    const { store, add } = await setUp([{ name: "people", label: "People", type: "references", ref: "people", required: true }]);
    const [bea, cy] = [await add({ name: "Bea" }, "people"), await add({ name: "Cy" }, "people")];
    await add({ people: [bea.id, cy.id] });
    expect((await store.remove(ada, "people", bea.id)).ok).toBe(true);
    expect(await store.remove(ada, "people", cy.id)).toMatchObject({ ok: false, error: { code: "row_invalid" } });
  });

  it("become one value and back when their field does", async () => {
    const options = ["red", "green"];
    const of = (type: "select" | "multiselect") => [{ name: "tags", label: "Tags", type, options }];
    const { store, add, list } = await setUp(of("select"));
    await add({ tags: "red" });
    taken(await store.setSchema("current", schemaOf(of("multiselect"))));
    expect((await list({})).map(({ tags }) => tags)).toEqual([["red"]]);
    taken(await store.setSchema("current", schemaOf(of("select"))));
    expect((await list({})).map(({ tags }) => tags)).toEqual(["red"]);
  });
});
