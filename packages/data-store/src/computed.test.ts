/** Computed fields are at each moment what they would be if all were computed anew, and tell nobody what a policy hides. */
import type { AppSchema, Column, DataRow, RowFilter, Table } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { faultsOf } from "@edgewright/expressions";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";
import { DataRollbacks } from "./rollback.ts";
import { BOUNDS, type Bounds } from "./table-change.ts";

const as = (userId: string, role: "admin" | "editor") =>
  writer({ channel: "current", actor: { kind: "member", userId, may: "write", role } });
const ada = as("usr_ada", "admin");
const bob = as("usr_bob", "editor");

const BASE: Record<string, Column[]> = {
  customers: [
    { name: "name", label: "Name", type: "text" },
    { name: "rate", label: "Rate", type: "decimal" },
  ],
  orders: [
    { name: "customer", label: "Customer", type: "reference", ref: "customers" },
    { name: "parent", label: "Part of", type: "reference", ref: "orders" },
    { name: "budget", label: "Budget", type: "money", currency: "EUR" },
  ],
  lines: [
    { name: "order", label: "Order", type: "reference", ref: "orders" },
    { name: "crew", label: "Crew", type: "references", ref: "customers" },
    { name: "count", label: "Count", type: "integer" },
    { name: "price", label: "Price", type: "money", currency: "EUR" },
    { name: "done", label: "Done", type: "boolean" },
    { name: "day", label: "Day", type: "date" },
  ],
};
type Row = Record<string, unknown>;
type World = Record<string, Map<string, Row>>;

const cents = (value: number) => (Math.sign(value) * Math.round(Number((Math.abs(value) * 100).toPrecision(15)))) / 100 + 0;
const num = (value: unknown) => (typeof value === "number" ? value : null);
const both = (a: unknown, b: unknown, of: (a: number, b: number) => number) => {
  const [one, other] = [num(a), num(b)];
  return one === null || other === null ? null : of(one, other);
};
const through = (world: World, table: string, id: unknown, name: string) => world[table]?.get(String(id))?.[name] ?? null;
const refer = (world: World, table: string, field: string, id: string) =>
  [...(world[table]?.values() ?? [])].filter((row) => [row[field] ?? []].flat().includes(id));
const sumOf = (rows: Row[], name: string) => cents(rows.reduce((sum, row) => sum + (num(row[name]) ?? 0), 0));
const filled = (rows: Row[], name: string) => rows.map((row) => row[name]).filter((value) => value !== null && value !== undefined);

/** Computed fields, each after those that it follows from, and told once more in plain code. */
const PALETTE: [table: string, column: Omit<Column, "label">, oracle: (row: Row, world: World, id: string) => unknown][] = [
  [
    "lines",
    { name: "total", type: "money", currency: "EUR", formula: "row.count * row.price" },
    (row) => both(row.count, row.price, (a, b) => cents(a * b)),
  ],
  [
    "orders",
    { name: "client", type: "text", lookup: { through: "customer", column: "name" } },
    (row, world) => through(world, "customers", row.customer, "name"),
  ],
  [
    "orders",
    { name: "sum", type: "money", currency: "EUR", rollup: { of: "sum", table: "lines", through: "order", column: "total" } },
    (_, world, id) => sumOf(refer(world, "lines", "order", id), "total"),
  ],
  [
    "orders",
    { name: "done", type: "integer", rollup: { of: "count", table: "lines", through: "order", where: "row.done && row.count > 1" } },
    (_, world, id) => refer(world, "lines", "order", id).filter((row) => row.done === true && (num(row.count) ?? 0) > 1).length,
  ],
  [
    "orders",
    { name: "last", type: "date", rollup: { of: "latest", table: "lines", through: "order", column: "day" } },
    (_, world, id) => (filled(refer(world, "lines", "order", id), "day") as string[]).toSorted().at(-1) ?? null,
  ],
  [
    "orders",
    { name: "average", type: "money", currency: "EUR", rollup: { of: "average", table: "lines", through: "order", column: "price" } },
    (_, world, id) => {
      const all = filled(refer(world, "lines", "order", id), "price") as number[];
      return all.length === 0 ? null : cents(cents(all.reduce((a, b) => a + b, 0)) / all.length);
    },
  ],
  [
    "orders",
    { name: "parts", type: "integer", rollup: { of: "count", table: "orders", through: "parent" } },
    (_, world, id) => refer(world, "orders", "parent", id).length,
  ],
  [
    "orders",
    { name: "rest", type: "money", currency: "EUR", formula: "row.budget - row.sum" },
    (row) => both(row.budget, row.sum, (a, b) => cents(a - b)),
  ],
  [
    "orders",
    { name: "above", type: "money", currency: "EUR", lookup: { through: "parent", column: "rest" } },
    (row, world) => through(world, "orders", row.parent, "rest"),
  ],
  [
    "customers",
    { name: "volume", type: "money", currency: "EUR", rollup: { of: "sum", table: "orders", through: "customer", column: "sum" } },
    (_, world, id) => sumOf(refer(world, "orders", "customer", id), "sum"),
  ],
  [
    "customers",
    { name: "busy", type: "integer", rollup: { of: "sum", table: "lines", through: "crew", column: "count" } },
    (_, world, id) => sumOf(refer(world, "lines", "crew", id), "count"),
  ],
  [
    "customers",
    { name: "large", type: "boolean", formula: "row.volume > 20" },
    (row) => (num(row.volume) === null ? null : Number(row.volume) > 20),
  ],
  [
    "lines",
    { name: "client", type: "text", lookup: { through: "order", column: "client" } },
    (row, world) => through(world, "orders", row.order, "client"),
  ],
  [
    "lines",
    { name: "of", type: "money", currency: "EUR", lookup: { through: "order", column: "sum" } },
    (row, world) => through(world, "orders", row.order, "sum"),
  ],
  [
    "lines",
    { name: "share", type: "decimal", digits: 2, formula: "row.total / row.of" },
    (row) => both(row.total, row.of, (a, b) => (b === 0 ? Number.NaN : cents(a / b))),
  ],
  [
    "lines",
    { name: "when", type: "date", formula: "plusDays(row.day, row.count)" },
    (row) =>
      row.day && num(row.count) !== null
        ? new Date(Date.parse(String(row.day)) + Number(row.count) * 86_400_000).toISOString().slice(0, 10)
        : null,
  ],
];

const schemaOf = (computed: typeof PALETTE): AppSchema => ({
  tables: Object.entries(BASE).map(([name, columns]): Table => {
    const more = computed.filter(([table]) => table === name).map(([, column]): Column => ({ ...column, label: column.name }));
    return { name, label: name, columns: [...columns, ...more] };
  }),
});

/** Some of the palette that make sense without the others. */
const subsets = fc.subarray(PALETTE, { minLength: 1 }).map((wanted) => {
  let kept = wanted;
  for (;;) {
    const [fault] = faultsOf(schemaOf(kept));
    if (!fault) return kept;
    const [, table = 0, , column = 0] = fault.path as number[];
    const faulty = schemaOf(kept).tables[table]?.columns[column]?.name;
    kept = kept.filter(([of, { name }]) => of !== schemaOf(kept).tables[table]?.name || name !== faulty);
  }
});

const some = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { freq: 4 });
const place = fc.nat(9);
const values: Record<string, fc.Arbitrary<Row>> = {
  customers: fc.record({ name: some(fc.constantFrom("Ada", "Bea")), rate: some(fc.constantFrom(0, 1.25)) }, { requiredKeys: [] }),
  orders: fc.record({ customer: some(place), parent: some(place), budget: some(fc.constantFrom(0, 10.1, 99.99)) }, { requiredKeys: [] }),
  lines: fc.record(
    {
      ...{ order: some(place), crew: some(fc.array(place, { maxLength: 2 })), count: some(fc.integer({ min: -2, max: 3 })) },
      ...{ price: some(fc.constantFrom(0, 0.1, 3.33, 12)), done: some(fc.boolean()) },
      day: some(fc.constantFrom("2026-02-27", "2026-03-31")),
    },
    { requiredKeys: [] },
  ),
};
type Step =
  | { kind: "create" | "update" | "delete"; table: string; row: number; values: Row }
  | { kind: "schema"; computed: typeof PALETTE };
const steps: fc.Arbitrary<Step> = fc.oneof(
  ...["customers", "orders", "lines", "lines"].map((table) =>
    fc.record({
      kind: fc.constantFrom("create" as const, "create" as const, "update" as const, "update" as const, "delete" as const),
      table: fc.constant(table),
      row: place,
      values: values[table] ?? fc.constant({}),
    }),
  ),
  fc.record({ kind: fc.constant("schema" as const), computed: subsets }),
);

/** Every change takes many pieces. */
const PIECES: Bounds = { atOnceRows: 0, indexedRows: 0, rows: 2, length: 100, last: 1, cleared: 2 };

function open(bounds: Bounds = BOUNDS) {
  const [sql, clock, told] = [memorySql(), testClock(), [] as StoredChange[]];
  const store = new DataStore({
    sql,
    clock,
    publish: (changes) => told.push(...changes),
    pause: async () => {},
    isMember: async () => true,
    bounds,
  });
  const rollbacks = new DataRollbacks({ sql, clock, store });
  const add = async (table: string, given: Row, by = ada) => {
    clock.advance(1000);
    return taken(await store.create(by, table, given));
  };
  const stored = () =>
    sql.all<{ id: string; table_name: string; json: string }>("select id, table_name, json from rows order by created_at, id");
  return { sql, clock, store, rollbacks, told, add, stored };
}
type Opened = ReturnType<typeof open>;

/** References are given as places among the rows that there are. */
function placed({ stored }: Opened, table: string, given: Row): Row {
  const idAt = (of: string, index: unknown) => stored().filter((row) => row.table_name === of)[Number(index)]?.id ?? null;
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const ref = BASE[table]?.find((column) => column.name === name)?.ref;
      if (!ref || value === null) return [name, value];
      return [name, Array.isArray(value) ? value.map((one) => idAt(ref, one)).filter((id) => id !== null) : idAt(ref, value)];
    }),
  );
}

async function perform(opened: Opened, step: Step): Promise<void> {
  const { store, stored, add } = opened;
  if (step.kind === "schema") return void taken(await store.setSchema("current", schemaOf(step.computed)));
  const given = placed(opened, step.table, step.values);
  if (step.kind === "create") return void (await add(step.table, given));
  const id = stored().filter((row) => row.table_name === step.table)[step.row]?.id;
  if (id === undefined) return;
  taken(step.kind === "update" ? await store.update(ada, step.table, id, given) : await store.remove(ada, step.table, id));
}

/** What there would be, were all computed anew. */
function anew({ stored }: Opened, computed: typeof PALETTE): Row[] {
  const rows = stored();
  const world: World = {};
  for (const { id, table_name, json } of rows) {
    const kept: Row = JSON.parse(json);
    const base = (BASE[table_name] ?? []).map(({ name }) => [name, kept[name] ?? null]);
    world[table_name] = (world[table_name] ?? new Map()).set(id, Object.fromEntries(base));
  }
  for (const [table, { name }, oracle] of computed)
    for (const [id, row] of world[table] ?? []) {
      const value = oracle(row, world, id);
      row[name] = Number.isNaN(value) ? null : (value ?? null);
    }
  return rows.map(({ id, table_name }) => ({ id, ...world[table_name]?.get(id) }));
}

const meta = ["createdAt", "updatedAt", "createdBy", "revision"];
async function shown({ store }: Opened): Promise<Map<string, Row>> {
  const all: DataRow[] = [];
  for (const table of Object.keys(BASE)) all.push(...taken(await store.list(ada, table, {})).rows);
  return new Map(all.map((row) => [row.id, Object.fromEntries(Object.entries(row).filter(([name]) => !meta.includes(name)))]));
}

describe("what is stored is what would be computed from scratch", () => {
  it("after any writes, changes of the tables and rollbacks", async () => {
    await fc.assert(
      fc.asyncProperty(subsets, fc.array(steps, { minLength: 1, maxLength: 24 }), fc.boolean(), async (first, writes, inPieces) => {
        const opened = open(inPieces ? PIECES : BOUNDS);
        let computed = first;
        taken(await opened.store.setSchema("current", schemaOf(computed)));
        const half = Math.floor(writes.length / 2);
        for (const [index, step] of writes.entries()) {
          if (index === half) await opened.rollbacks.mark("half");
          await perform(opened, step);
          if (step.kind === "schema") computed = step.computed;
          const seen = await shown(opened);
          for (const { id, ...row } of anew(opened, computed)) expect(seen.get(String(id))).toEqual({ id, ...row });
        }
        taken(await opened.rollbacks.rollBack({ decision: "aud_1", bookmark: "half", onto: "now" }));
        const seen = await shown(opened);
        for (const { id, ...row } of anew(opened, computed)) expect(seen.get(String(id))).toEqual({ id, ...row });
      }),
      { numRuns: runsOf(60, 4) },
    );
  });
});

const order = (
  columns: Omit<Column, "label">[],
  lines: Omit<Column, "label">[] = [],
  more: Partial<Table> = {},
  ofLines: Partial<Table> = {},
): AppSchema => ({
  tables: [
    { name: "orders", label: "Orders", columns: columns.map((column) => ({ ...column, label: column.name })), ...more },
    {
      ...{ name: "lines", label: "Lines", ...ofLines },
      columns: [
        { name: "order", label: "Order", type: "reference", ref: "orders" },
        { name: "price", label: "Price", type: "money", currency: "EUR" },
        ...lines.map((column) => ({ ...column, label: column.name })),
      ],
    },
  ],
});
const SUM: Omit<Column, "label"> = {
  name: "sum",
  type: "money",
  currency: "EUR",
  rollup: { of: "sum", table: "lines", through: "order", column: "price" },
};
const TITLE: Omit<Column, "label"> = { name: "title", type: "text" };

describe("a computed field", () => {
  it("is found, sorted and added up by, and told live with what it follows from", async () => {
    const { store, add, told } = open();
    taken(await store.setSchema("current", order([TITLE, SUM])));
    const [small, large] = [await add("orders", { title: "Small" }), await add("orders", { title: "Large" })];
    expect(small.sum).toBe(0);
    for (const price of [0.1, 0.2]) await add("lines", { order: small.id, price });
    told.length = 0;
    const line = await add("lines", { order: large.id, price: 100 });
    expect(told.map(({ type, row }) => [type, row.id])).toEqual([
      ["created", line.id],
      ["updated", large.id],
    ]);
    const titles = async (filters: RowFilter[]) =>
      taken(await store.list(ada, "orders", { filters, sort: [{ column: "sum", direction: "desc" }] })).rows.map(({ title }) => title);
    expect(await titles([])).toEqual(["Large", "Small"]);
    expect(await titles([{ column: "sum", op: "eq", value: 0.3 }])).toEqual(["Small"]);
    expect(taken(await store.totals(ada, "orders", { figures: { all: { of: "sum", column: "sum" } } })).all).toEqual({ all: 100.3 });
  });

  it("is written by nobody, and one of its row counts as a change of nobody", async () => {
    const { store, add } = open();
    taken(await store.setSchema("current", order([TITLE, SUM])));
    const row = await add("orders", { title: "A" });
    const refused = { ok: false, error: { code: "row_invalid", fields: { sum: "is computed, and cannot be written" } } };
    expect(await store.create(ada, "orders", { sum: 5 })).toMatchObject(refused);
    expect(await store.update(ada, "orders", row.id, { sum: 5 })).toMatchObject(refused);
    await add("lines", { order: row.id, price: 3 });
    expect(taken(await store.get(ada, "orders", row.id))).toMatchObject({ sum: 3, revision: 2, updatedAt: row.updatedAt });
    expect(taken(await store.changes(ada, "orders", row.id))).toHaveLength(1);
  });

  it("is held to the checks of its table, whichever write it follows from", async () => {
    const { store, add, stored } = open();
    const checks = [{ condition: "row.sum <= 10", message: "An order is of at most 10." }];
    taken(await store.setSchema("current", order([TITLE, SUM], [], { checks })));
    const row = await add("orders", { title: "A" });
    await add("lines", { order: row.id, price: 8 });
    const before = stored();
    expect(await store.create(ada, "lines", { order: row.id, price: 3 })).toMatchObject({
      ok: false,
      error: { code: "row_invalid", message: "An order is of at most 10." },
    });
    expect(stored()).toEqual(before);
  });

  it("is empty where it cannot be computed", async () => {
    const { store, add } = open();
    const fields: Omit<Column, "label">[] = [
      { name: "a", type: "number" },
      { name: "ratio", type: "number", formula: "1 / row.a" },
      { name: "huge", type: "money", currency: "EUR", formula: "row.a * 1e300" },
      { name: "note", type: "text", formula: "has(row.a) ? 'A ' + text(round(row.a, 1)) : 'none'" },
    ];
    taken(await store.setSchema("current", order(fields)));
    expect(await add("orders", { a: 0 })).toMatchObject({ ratio: null, huge: 0, note: "A 0" });
    expect(await add("orders", { a: 2.25 })).toMatchObject({ ratio: 1 / 2.25, huge: null, note: "A 2.3" });
    expect(await add("orders", {})).toMatchObject({ ratio: null, huge: null, note: "none" });
  });

  it("refuses a write from which more would follow than one write may take", async () => {
    const { sql, store, add } = open();
    taken(
      await store.setSchema("current", order([TITLE], [{ name: "title", type: "text", lookup: { through: "order", column: "title" } }])),
    );
    const row = await add("orders", { title: "A" });
    sql.all(
      `insert into rows (id, table_name, json, created_at, updated_at, created_by, revision)
       with recursive n(i) as (select 0 union all select i + 1 from n where i < 5000)
       select 'row_' || i, 'lines', json_object('order', ?), '2025', '2025', null, 1 from n`,
      row.id,
    );
    const again = new DataStore({ sql, clock: testClock(), publish: () => {}, pause: async () => {}, isMember: async () => true });
    expect(await again.update(ada, "orders", row.id, { title: "B" })).toMatchObject({ ok: false, error: { code: "too_large" } });
    expect(taken(await again.get(ada, "orders", row.id)).title).toBe("A");
  });
});

describe("what a policy hides", () => {
  const NET: Omit<Column, "label"> = { name: "double", type: "money", currency: "EUR", formula: "row.sum * 2" };
  const shownTo = async (schema: AppSchema, name = "sum") => {
    const { store, add } = open();
    taken(await store.setSchema("current", schema));
    const row = await add("orders", {}, bob);
    await add("lines", { order: row.id, price: 7 });
    const seen = async (who: typeof ada) => {
      const [found] = taken(await store.list(who, "orders", { filters: [{ column: name, op: "notEmpty" }] })).rows;
      expect(taken(await store.get(who, "orders", row.id))[name]).toEqual(found?.[name] ?? null);
      return found?.[name] ?? null;
    };
    return [await seen(ada), await seen(bob)];
  };

  it("does not show in what the rows come to, nor in what follows from that", async () => {
    const admins = "user.role == 'admin'";
    expect(await shownTo(order([SUM]))).toEqual([7, 7]);
    expect(await shownTo(order([SUM], [], {}, { policy: { read: admins, create: "member", update: "member", delete: "member" } }))).toEqual(
      [7, null],
    );
    expect(
      await shownTo(
        order([SUM, NET], [], {}, { policy: { read: admins, create: "member", update: "member", delete: "member" } }),
        "double",
      ),
    ).toEqual([14, null]);
    expect(
      await shownTo(order([SUM], [], {}, { policy: { read: "owner", create: "member", update: "member", delete: "member" } })),
    ).toEqual([null, null]);
    const hidden = order([SUM]);
    const price = at(at(hidden.tables, 1).columns, 1);
    price.policy = { read: admins };
    expect(await shownTo(hidden)).toEqual([7, null]);
  });

  it("shows where the field's own rule says so", async () => {
    const open = { ...SUM, policy: { read: "member" } };
    expect(
      await shownTo(order([open], [], {}, { policy: { read: "owner", create: "member", update: "member", delete: "member" } })),
    ).toEqual([7, 7]);
  });
});
