/** An import is looked at before anything is written, then writes all of its rows or none, with the app free for others in between. */
import type { AppSchema, Json, RowImport, RowWriter } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { expect, test } from "vitest";
import { DataStore } from "./data-store.ts";

const BY = { kind: "person" as const, id: "usr_ada", name: "Ada", personId: "usr_ada", ip: null, userAgent: null, requestId: null };
const as = (userId: string): RowWriter =>
  writer(
    { channel: "current", actor: { kind: "member", userId, may: "write", role: "editor" } },
    { organizationId: "org_test", projectId: "prj_test", way: "import", by: BY },
  );
const [ada, bob] = [as("usr_ada"), as("usr_bob")];

const SCHEMA: AppSchema = {
  tables: [
    {
      ...{ name: "customers", label: "Customers" },
      columns: [
        { name: "code", label: "Code", type: "text", unique: true, required: true },
        { name: "name", label: "Name", type: "text" },
        { name: "state", label: "State", type: "select", options: ["new", "old"], default: "new" },
        { name: "orders", label: "Orders", type: "integer", rollup: { of: "count", table: "orders", through: "customer" } },
      ],
    },
    {
      name: "orders",
      label: "Orders",
      columns: [{ name: "customer", label: "Customer", type: "reference", ref: "customers", required: true }],
    },
  ],
};

async function open({ pause = async () => {} }: { pause?: () => Promise<void> } = {}) {
  const [sql, clock] = [memorySql(), testClock()];
  const deps = { sql, clock, publish: () => {}, pause, isMember: async (_: string, id: string) => id !== "usr_stranger" };
  const store = new DataStore(deps);
  taken(await store.setSchema("current", SCHEMA));
  const handIn = async (rows: Record<string, Json>[], key: string | null = null) => {
    const { id } = taken(store.imports.begin(ada, "customers", { key }));
    return taken(await store.imports.put(ada, id, { first: 1, rows }));
  };
  const write = async ({ id }: RowImport) => {
    taken(store.imports.write(ada, id, { leaveOut: false }));
    await store.imports.run();
    return taken(store.imports.read(ada, id));
  };
  const rows = async () => {
    const page = taken(await store.list(ada, "customers", { sort: [{ column: "code" }], limit: 1000 }));
    return page.rows.map(({ code, name, state }) => ({ code, name, state }));
  };
  const lines = async () => {
    const told: { action: string; detail: object }[] = [];
    await store.record.outbox.drain(async (each) => void told.push(...each.map(({ action, detail }) => ({ action, detail }))));
    return told;
  };
  return { sql, deps, store, handIn, write, rows, lines };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => ({ code: `C${1000 + index}`, name: `Customer ${index}` }));

test("rows are written with their defaults, and the organization's log has one line of it", async () => {
  const { store, handIn, write, rows, lines } = await open();
  const looked = await handIn([
    { code: "A1", name: "Ada" },
    { code: "B2", name: null, state: null },
  ]);
  expect(looked).toMatchObject({ stage: "reading", rows: 2, added: 2, changed: 0, problems: [] });
  expect(await rows()).toEqual([]);
  expect(await write(looked)).toMatchObject({ stage: "done", rows: 2, added: 2, written: 2 });
  expect(await rows()).toEqual([
    { code: "A1", name: "Ada", state: "new" },
    { code: "B2", name: null, state: "new" },
  ]);
  expect(await lines()).toEqual([{ action: "data.imported", detail: { table: "customers", added: 2, changed: 0 } }]);
  const [row] = taken(await store.list(ada, "customers", {})).rows;
  expect(taken(store.changes(ada, "customers", String(row?.id)))).toMatchObject([{ type: "created", way: "import" }]);
});

test("what does not fit is told by row, and nothing is written", async () => {
  const { store, handIn, rows } = await open();
  taken(await store.create(ada, "customers", { code: "taken" }));
  const looked = await handIn([
    { code: "ok" },
    { code: null },
    { code: "TAKEN" },
    { code: "Ok" },
    { code: "x", state: "gone", nothing: 1, orders: 3 },
  ]);
  expect(looked.problems.map(({ row, fields }) => [row, fields])).toEqual([
    [2, { code: "is needed" }],
    [3, { code: "is already there" }],
    [4, { code: "is the same in row 1" }],
    [
      5,
      {
        state: "must be one of: new, old",
        nothing: "Customers has no such field",
        orders: "is computed, and cannot be written",
      },
    ],
  ]);
  expect(looked.problemCount).toBe(4);
  expect(store.imports.write(ada, looked.id, { leaveOut: false })).toMatchObject({ ok: false, error: { code: "row_invalid" } });
  expect(await rows()).toHaveLength(1);
  taken(store.imports.write(ada, looked.id, { leaveOut: true }));
  await store.imports.run();
  expect(taken(store.imports.read(ada, looked.id))).toMatchObject({ stage: "done", written: 1, added: 1, problemCount: 4 });
  expect((await rows()).map(({ code }) => code)).toEqual(["ok", "taken"]);
});

test("a row that is handed in again takes the place of the former one", async () => {
  const { store, handIn } = await open();
  const { id } = await handIn([{ code: "a" }, { code: "a" }]);
  expect(taken(await store.imports.put(ada, id, { first: 2, rows: [{ code: "b" }] }))).toMatchObject({ rows: 2, problemCount: 0 });
  expect(taken(await store.imports.put(ada, id, { first: 2, rows: [{ code: "b" }, null] }))).toMatchObject({ rows: 2, problemCount: 0 });
});

test("rows with the same key are changed, where it is unique; an empty value empties", async () => {
  const { store, handIn, write, rows } = await open();
  taken(await store.create(ada, "customers", { code: "a", name: "Ada", state: "old" }));
  const looked = await handIn(
    [
      { code: "A", name: null },
      { code: "b", name: "Bea" },
    ],
    "code",
  );
  expect(looked).toMatchObject({ added: 1, changed: 1, problems: [] });
  expect(await write(looked)).toMatchObject({ stage: "done", added: 1, changed: 1 });
  expect(await rows()).toEqual([
    { code: "A", name: null, state: "old" },
    { code: "b", name: "Bea", state: "new" },
  ]);
  expect(store.imports.begin(ada, "customers", { key: "name" })).toMatchObject({ ok: false, error: { code: "bad_request" } });
});

test("what is refused in the midst has all of it taken back, rows that were changed too", async () => {
  const { store, handIn, write, rows, lines } = await open();
  const first = taken(await store.create(ada, "customers", { code: "first", name: "As it was" }));
  const looked = await handIn([{ code: "first", name: "Changed" }, ...many(120)], "code");
  taken(await store.create(bob, "customers", { code: "C1100" }));
  taken(
    await store.setSchema("current", { tables: SCHEMA.tables.map((table) => (table.name === "customers" ? withLongNames(table) : table)) }),
  );
  expect(await write(looked)).toMatchObject({
    stage: "undone",
    written: 0,
    left: 0,
    problems: [{ row: 1, fields: { name: expect.any(String) } }],
  });
  expect(await rows()).toEqual([
    { code: "C1100", name: null, state: "new" },
    { code: "first", name: "As it was", state: "new" },
  ]);
  expect((await lines()).at(-1)).toEqual({ action: "data.import_undone", detail: { table: "customers", left: 0 } });
  expect(taken(await store.get(ada, "customers", first.id))).toMatchObject({ name: "As it was" });
});

const withLongNames = (table: AppSchema["tables"][number]) => ({
  ...table,
  columns: table.columns.map((column) => (column.name === "name" ? { ...column, minLength: 11 } : column)),
});

test("cancelling takes back what was written, not what others have done since, and what others need stays", async () => {
  const { store, handIn, rows } = await open({ pause: () => onPause() });
  let onPause = async () => {};
  taken(await store.create(ada, "customers", { code: "old", name: "Old" }));
  const looked = await handIn([{ code: "old", name: "New", state: "old" }, ...many(300)], "code");
  let pauses = 0;
  onPause = async () => {
    if (++pauses !== 3) return;
    const [old, needed] = [await byCode("old"), await byCode("C1000")];
    taken(await store.update(bob, "customers", old, { name: "Newer" }));
    taken(await store.create(bob, "orders", { customer: needed }));
    taken(store.imports.cancel(ada, looked.id));
  };
  const byCode = async (code: string) => {
    const [row] = taken(await store.list(ada, "customers", { filters: [{ column: "code", op: "eq", value: code }] })).rows;
    return String(row?.id);
  };
  taken(store.imports.write(ada, looked.id, { leaveOut: false }));
  await store.imports.run();
  expect(taken(store.imports.read(ada, looked.id))).toMatchObject({ stage: "undone", left: 1 });
  expect(await rows()).toEqual([
    { code: "C1000", name: "Customer 0", state: "new" },
    { code: "old", name: "Newer", state: "new" },
  ]);
});

test("another object goes on where the last one died", async () => {
  const { deps, store, handIn } = await open();
  const looked = await handIn(many(200));
  taken(store.imports.write(ada, looked.id, { leaveOut: false }));
  const next = new DataStore(deps);
  expect(next.imports.atWork()).toBe(true);
  await next.imports.run();
  expect(taken(next.imports.read(ada, looked.id))).toMatchObject({ stage: "done", written: 200, added: 200 });
  expect(taken(await next.list(ada, "customers", {})).total).toBe(200);
});

test("nobody else sees an import, and people who are no members are named", async () => {
  const { store, handIn } = await open();
  const { id } = await handIn([{ code: "a" }]);
  for (const answer of [store.imports.read(bob, id), store.imports.write(bob, id, { leaveOut: false }), store.imports.cancel(bob, id)])
    expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
  const seller = { name: "seller", label: "Seller", type: "user" as const };
  taken(
    await store.setSchema("current", {
      tables: SCHEMA.tables.map((table) => ({ ...table, columns: [...table.columns, ...(table.name === "customers" ? [seller] : [])] })),
    }),
  );
  const again = await handIn([
    { code: "a", seller: "usr_stranger" },
    { code: "b", seller: "usr_bob" },
  ]);
  expect(again.problems).toMatchObject([{ row: 1, fields: { seller: "is not a member of the organization" } }]);
});

test("cancelled at any moment, the rows are those that were there", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 60 }), fc.nat(6), async (codes, moment) => {
      let onPause = async () => {};
      const { store, handIn, rows } = await open({ pause: () => onPause() });
      for (const code of new Set(codes.slice(0, 20))) taken(await store.create(ada, "customers", { code: `c${code}`, name: "before" }));
      const before = await rows();
      const looked = await handIn(
        [{ code: "always" }, ...[...new Set(codes)].map((code) => ({ code: `c${code}`, name: "after" }))],
        "code",
      );
      let pauses = 0;
      onPause = async () => void (pauses++ === moment && taken(store.imports.cancel(ada, looked.id)));
      taken(store.imports.write(ada, looked.id, { leaveOut: false }));
      await store.imports.run();
      const { stage } = taken(store.imports.read(ada, looked.id));
      if (stage === "undone") expect(await rows()).toEqual(before);
      else expect((await rows()).filter(({ name }) => name === "after")).toHaveLength(new Set(codes).size);
    }),
    { numRuns: 30 },
  );
});
