/** What lists give: found, sorted and paged as people expect, at a bounded cost, also of rows that were stored before. */
import type { AppSchema, Column, RowFilter, RowQueryInput } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";
import type { StoredRow } from "./sql.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const columns: Column[] = [
  { name: "title", label: "Title", type: "text" },
  { name: "code", label: "Code", type: "text", unique: true },
  { name: "size", label: "Size", type: "number" },
  { name: "at", label: "At", type: "datetime" },
  { name: "stage", label: "Stage", type: "select", options: ["new", "old", "gone"] },
  { name: "part", label: "Part of", type: "reference", ref: "things" },
];
const SCHEMA: AppSchema = { tables: [{ name: "things", label: "Things", columns }] };

async function setUp(sql: Sql = memorySql(), schema = SCHEMA) {
  const clock = testClock();
  const pauses: (() => void)[] = [];
  const store = new DataStore({ sql, clock, publish: () => {}, pause: async () => pauses.shift()?.(), isMember: async () => true });
  taken(await store.setSchema("current", schema));
  const add = async (values: object) => {
    clock.advance(1000);
    return taken(await store.create(ada, "things", { ...values }));
  };
  const list = async (query: RowQueryInput) => taken(await store.list(ada, "things", query));
  const titles = async (query: RowQueryInput) => (await list(query)).rows.map(({ title }) => title);
  return { sql, store, add, list, titles, pauses, clock };
}

/** Many rows at once, as they were stored before shadows: `title` counts from 0. */
const fill = (sql: Sql, count: number, more = "") =>
  sql.all(
    `insert into rows (id, table_name, json, created_at, updated_at, created_by, revision)
     with recursive n(i) as (select 0 union all select i + 1 from n where i < ?)
     select printf('row_%06d', i), 'things', json_object('title', 'Title ' || i, 'size', i * 7 % 1000 ${more}), '2025', '2025', null, 1 from n`,
    count - 1,
  );

describe("search", () => {
  it("finds texts whatever their case, accents and composition", async () => {
    const { add, titles } = await setUp();
    for (const title of ["Müller", "MU\u0308LLER", "Żółć", "Привет", "İstanbul"]) await add({ title });
    expect(await titles({ search: "müller" })).toEqual(["Müller", "MU\u0308LLER"]);
    expect(await titles({ search: "żółć" })).toEqual(["Żółć"]);
    expect(await titles({ search: "ПРИВЕТ" })).toEqual(["Привет"]);
    expect(await titles({ search: "istanbul" })).toEqual(["İstanbul"]);
    expect(await titles({ filters: [{ column: "title", op: "eq", value: "zolc" }] })).toEqual(["Żółć"]);
    expect(await titles({ search: "%" })).toEqual([]);
  });

  it("holds for uniqueness and sorting too", async () => {
    const { add, store, titles } = await setUp();
    for (const [title, code] of [
      ["zebra", "Ä-1"],
      ["Äpfel", "b"],
      ["apfelsine", null],
      [null, "c"],
    ])
      await add({ title, code });
    expect(await store.create(ada, "things", { code: "a-1" })).toMatchObject({
      ok: false,
      error: { fields: { code: "is already there" } },
    });
    expect(await titles({ sort: [{ column: "title" }] })).toEqual(["Äpfel", "apfelsine", "zebra", null]);
    expect(await titles({ sort: [{ column: "title", direction: "desc" }] })).toEqual(["zebra", "apfelsine", "Äpfel", null]);
  });
});

describe("a filter", () => {
  it("compares instants, however they are written", async () => {
    const { add, list } = await setUp();
    for (const at of ["2026-03-31T09:30:00Z", "2026-03-31T09:30:00+05:00", "2026-03-31T10:00"]) await add({ at });
    const between = (from: string, to: string) =>
      list({
        filters: [{ column: "at", op: "gte", value: from } as const, { column: "at", op: "lt", value: to } as const],
        sort: [{ column: "at" }],
      });
    const found = async (from: string, to: string) => (await between(from, to)).rows.map(({ at }) => at);
    expect(await found("2026-03-31T09:00:00Z", "2026-03-31T10:00:00Z")).toEqual(["2026-03-31T09:30:00.000Z"]);
    expect(await found("2026-03-31T11:00:00+02:00", "2026-03-31T12:00:00+02:00")).toEqual(["2026-03-31T09:30:00.000Z"]);
    expect(await found("2026-03-31", "2026-04-01")).toHaveLength(3);
  });

  it.each([
    ["size", { toString: 1 }],
    ["size", "5"],
    ["size", [1]],
    ["at", "2026-02-30"],
    ["at", ""],
    ["createdAt", "some day"],
    ["size", "this_month"],
    ["title", ["a"]],
  ])("on %s refuses %j", async (column, value) => {
    const { store } = await setUp();
    const query = { filters: [{ column, op: "lt", value }] } as RowQueryInput;
    expect(await store.list(ada, "things", query)).toMatchObject({ ok: false, error: { code: "bad_request", next: expect.any(String) } });
  });
});

describe("a tree of filters", () => {
  const titlesOf = async (...filters: RowFilter[]) => {
    const { add, titles } = await setUp();
    await add({ title: "Pear", size: 5, stage: "new" });
    await add({ title: "Peach", size: 8, stage: "old" });
    await add({ title: "Plum", size: null, stage: "new" });
    return titles({ filters });
  };

  it("joins with and, or and not, and takes what has no value for what a condition is not true of", async () => {
    const big: RowFilter = { column: "size", op: "gt", value: 6 };
    expect(await titlesOf({ or: [big, { column: "title", op: "eq", value: "plum" }] })).toEqual(["Peach", "Plum"]);
    expect(await titlesOf({ not: big })).toEqual(["Pear", "Plum"]);
    expect(await titlesOf({ and: [{ not: big }, { column: "stage", op: "in", value: ["new", "gone"] }] })).toEqual(["Pear", "Plum"]);
    expect(await titlesOf({ not: { or: [big, { column: "size", op: "empty" }] } })).toEqual(["Pear"]);
  });

  it("knows a range, a beginning and whoever asks", async () => {
    expect(await titlesOf({ column: "size", op: "between", value: [5, 7] })).toEqual(["Pear"]);
    expect(await titlesOf({ column: "title", op: "startsWith", value: "PE" })).toEqual(["Pear", "Peach"]);
    expect(await titlesOf({ column: "createdBy", op: "isMe" })).toHaveLength(3);
    const { store, add } = await setUp();
    await add({ title: "Hers" });
    const bob = writer({ channel: "current", actor: { kind: "member", userId: "usr_bob", may: "write" } });
    const mine: RowQueryInput = { filters: [{ column: "createdBy", op: "isMe" }] };
    expect(taken(await store.list(bob, "things", mine)).total).toBe(0);
  });

  it("is refused when it is too deep or too wide, and says what is wrong within", async () => {
    const { store } = await setUp();
    const leaf: RowFilter = { column: "size", op: "eq", value: 1 };
    const deep = (levels: number): RowFilter => (levels === 0 ? leaf : { not: deep(levels - 1) });
    const said = async (filter: unknown) => {
      const refused = await store.list(ada, "things", { filters: [filter as RowFilter] });
      return refused.ok ? "" : refused.error.message;
    };
    expect(await said(deep(1000))).toContain("deep");
    expect(await said({ or: Array.from({ length: 15 }, () => ({ and: [leaf, leaf] })) })).toContain("30 conditions");
    expect(await said({ or: [{ column: "size", op: "like", value: 1 }] })).toContain("filters.0.or.0.op");
    expect(await said({ not: { column: "nothing", op: "empty" } })).toContain("no field nothing");
  });
});

describe("a period", () => {
  it.each([
    ["2026-03-29T22:30:00Z", "Europe/Berlin", "today", ["2026-03-29T22:00:00.000Z"]],
    ["2026-03-29T21:30:00Z", "Europe/Berlin", "today", ["2026-03-28T23:30:00.000Z"]],
    ["2026-03-29T21:30:00Z", "Europe/Berlin", "tomorrow", ["2026-03-29T22:00:00.000Z"]],
    ["2026-03-29T21:30:00Z", "America/Los_Angeles", "last_7_days", ["2026-03-28T23:30:00.000Z", "2026-03-29T22:00:00.000Z"]],
    ["2026-04-02T12:00:00Z", "Europe/Berlin", "last_month", ["2026-03-28T23:30:00.000Z", "2026-03-29T22:00:00.000Z"]],
    ["2026-04-02T12:00:00Z", "Europe/Berlin", "this_week", ["2026-03-29T22:00:00.000Z"]],
    ["2026-04-02T12:00:00Z", "UTC", "this_week", []],
  ])("at %s in %s, %s", async (now, zone, value, expected) => {
    const { add, list, clock } = await setUp();
    for (const at of ["2026-03-28T23:30:00Z", "2026-03-29T22:00:00Z"]) await add({ at });
    clock.advance(Date.parse(now) - clock.now());
    const page = await list({ filters: [{ column: "at", op: "eq", value }], zone });
    expect(page.rows.map(({ at }) => at)).toEqual(expected);
    const others = await list({ filters: [{ not: { column: "at", op: "eq", value } }], zone });
    expect(others.total).toBe(2 - expected.length);
    const parts = await Promise.all((["lt", "eq", "gt"] as const).map((op) => list({ filters: [{ column: "at", op, value }], zone })));
    expect(parts.reduce((sum, { total }) => sum + total, 0)).toBe(2);
  });

  it("is refused in a zone that is none", async () => {
    const { store } = await setUp();
    expect(await store.list(ada, "things", { zone: "Middle/Earth" })).toMatchObject({ ok: false, error: { code: "bad_request" } });
  });
});

describe("a page", () => {
  const queries: RowQueryInput[] = [
    {},
    { sort: [{ column: "title" }] },
    { sort: [{ column: "size", direction: "desc" }] },
    { sort: [{ column: "stage" }, { column: "size" }] },
    { sort: [{ column: "size" }], filters: [{ column: "size", op: "ne", value: 3 }] },
    { filters: [{ column: "stage", op: "eq", value: "new" }] },
  ];
  const values = fc.record({
    title: fc.option(fc.constantFrom("a", "B", "ä", "\u{10ffff}", "\ue000", "z".repeat(300))),
    size: fc.option(fc.integer({ min: -3, max: 3 })),
    stage: fc.option(fc.constantFrom("new", "old", "gone")),
  });

  it("after page gives each row once, in the order of the whole, though others come and go meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { maxLength: 25 }),
        fc.constantFrom(...queries),
        fc.integer({ min: 1, max: 7 }),
        async (rows, query, limit) => {
          const { add, list, store } = await setUp();
          for (const row of rows) await add(row);
          const whole = (await list(query)).rows.map(({ id }) => id);
          const read: string[] = [];
          for (let cursor: string | null | undefined; cursor !== null; ) {
            const page = await list({ ...query, limit, cursor });
            read.push(...page.rows.map(({ id }) => id));
            cursor = page.cursor;
            // One that was read goes, and one that sorts first comes.
            if (page.rows[0]) await store.remove(ada, "things", page.rows[0].id);
            if (page.rows[0] && query.sort?.[0]?.column === "title") await add({ title: "!" });
          }
          expect(read).toEqual(whole);
        },
      ),
      { numRuns: runsOf(60, 4) },
    );
  });

  it("goes on after any number", async () => {
    const { add, list } = await setUp();
    const sizes = [-1e21, 5e-324, 0.1, 1 / 3, 2 ** 53, 2 ** 53 + 2, 1e308];
    for (const size of sizes.toReversed()) await add({ size });
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ sort: [{ column: "size" }], limit: 1, cursor });
      seen.push(...page.rows.map(({ size }) => size));
      cursor = page.cursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(sizes);
  });

  it("refuses a cursor of another query, and what is none", async () => {
    const { add, list, store } = await setUp();
    for (const title of ["a", "b"]) await add({ title });
    const { cursor } = await list({ limit: 1, sort: [{ column: "title" }] });
    const sort = [{ column: "title" }];
    const others: RowQueryInput[] = [
      {},
      { sort: [{ column: "size" }] },
      { sort: [{ column: "title", direction: "desc" }] },
      { sort, search: "b" },
      { sort, filters: [{ column: "title", op: "ne", value: "a" }] },
    ];
    for (const query of [
      ...others.map((other) => ({ ...other, cursor: must(cursor) })),
      { cursor: "-1" },
      { cursor: "e30" },
      { cursor: "ä" },
    ])
      expect(await store.list(ada, "things", query)).toMatchObject({ ok: false, error: { code: "bad_request" } });
    expect((await list({ sort, cursor: must(cursor), limit: 9 })).rows.map(({ title }) => title)).toEqual(["b"]);
  });

  it("is put together from slices as it would be at once, while others go first", async () => {
    const sql = memorySql();
    const { list, titles, pauses, add } = await setUp(sql);
    fill(sql, 9000);
    await list({});
    let inserted = 0;
    pauses.push(
      () => {},
      () => void inserted++,
    );
    const page = await list({ sort: [{ column: "size", direction: "desc" }, { column: "title" }], limit: 3, search: "title" });
    expect([page.total, page.rows.map(({ size }) => size), inserted]).toEqual([9000, [999, 999, 999], 1]);
    expect(page.rows.map(({ title }) => title)).toEqual(["Title 1857", "Title 2857", "Title 3857"]);
    expect(await titles({ filters: [{ column: "title", op: "eq", value: "TITLE 8123" }] })).toEqual(["Title 8123"]);
    const whole = await add({ title: "whole" });
    await add({ title: "part", part: whole.id });
    expect(await titles({ filters: [{ column: "part", op: "eq", value: whole.id }], sort: [{ column: "title" }] })).toEqual(["part"]);
  });

  it("begins anew when the tables change under it", async () => {
    const sql = memorySql();
    const { list, store, pauses } = await setUp(sql);
    fill(sql, 9000);
    await list({});
    pauses.push(
      () =>
        void store.setSchema("current", {
          tables: [{ ...must(SCHEMA.tables[0]), columns: [...columns, { name: "x", label: "X", type: "text" }] }],
        }),
    );
    expect((await list({ sort: [{ column: "size" }], limit: 1 })).rows[0]).toMatchObject({ size: 0, x: null });
    pauses.push(() => void store.setSchema("current", { tables: [] }));
    expect(await store.list(ada, "things", { sort: [{ column: "size" }] })).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("that would cost too much is refused with the figures", async () => {
    const sql = memorySql();
    const { store } = await setUp(sql);
    fill(sql, 60);
    // As if there were more.
    sql.all("update counts set rows = 80000");
    const filters = Array.from({ length: 20 }, (_, n) => ({ column: "title", op: "contains" as const, value: String(n) }));
    const sort = ["title", "size", "at", "stage"].map((column) => ({ column }));
    const refused = await store.list(ada, "things", { filters, sort });
    expect(refused).toMatchObject({ ok: false, error: { code: "too_large", message: expect.stringContaining("80,000 rows") } });
    expect(taken(await store.list(ada, "things", { sort: sort.slice(1), limit: 1 })).total).toBe(80_000);
  });
});

describe("rows that were stored before", () => {
  /** The tables as they were, with rows in them. */
  function oldRows() {
    const sql = memorySql();
    sql.all(`create table rows (id text primary key, table_name text not null, json text not null,
      created_at text not null, updated_at text not null, created_by text, revision integer not null)`);
    fill(sql, 450, ", 'at', '2026-03-31T09:30:00+05:00', 'code', 'Ä' || i");
    return sql;
  }

  it("are found, counted, sorted and kept unique, and their instants have the one form", async () => {
    const { list, titles, store } = await setUp(oldRows());
    expect((await list({ search: "TITLE 44" })).total).toBe(11);
    expect(await titles({ sort: [{ column: "size", direction: "desc" }], limit: 1 })).toEqual(["Title 428"]);
    expect((await list({ filters: [{ column: "at", op: "eq", value: "2026-03-31T04:30Z" }] })).total).toBe(450);
    expect((await list({})).rows[0]).toMatchObject({ at: "2026-03-31T04:30:00.000Z", revision: 1, updatedAt: "2025" });
    expect(await store.create(ada, "things", { code: "a7" })).toMatchObject({ ok: false, error: { fields: { code: "is already there" } } });
  });

  it("lose nothing to a crash at any step", async () => {
    for (const fatal of [3, 50, 210, 600, 900]) {
      const real = oldRows();
      let left = Number.POSITIVE_INFINITY;
      const sql: Sql = {
        all: (query, ...values) => {
          if (left-- <= 0) throw new Error("killed");
          return real.all(query, ...values);
        },
        transaction: real.transaction,
      };
      const first = await setUp(sql);
      left = fatal;
      await expect(first.list({})).rejects.toThrow("killed");
      const { list } = await setUp(real);
      const page = await list({ filters: [{ column: "at", op: "eq", value: "2026-03-31T04:30Z" }], search: "title" });
      expect([page.total, real.all<StoredRow>("select 1 from rows where shadow is null").length]).toEqual([450, 0]);
    }
  });
});
