/** What totals tell: the same as adding up, one by one, the rows that whoever asks may list, and so nothing of any other. */
import { type AppSchema, Audience, type Bucket, type RowFilter, type RowWriter, type TotalsQueryInput } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bucketOf, Zone } from "./calendar.ts";
import { DataStore } from "./data-store.ts";

const member = (userId: string) => writer({ channel: "current", actor: { kind: "member", userId, may: "write" } });
const [ada, bob] = [member("usr_ada"), member("usr_bob")];
const visitor = writer({ channel: "current", actor: { kind: "visitor" } });
const ASKERS: Record<string, RowWriter> = { ada, bob, visitor };

const schemaOf = (read: Audience): AppSchema => ({
  tables: [
    {
      ...{ name: "costs", label: "Costs" },
      policy: { read, create: "anyone", update: "anyone", delete: "anyone" },
      columns: [
        { name: "kind", label: "Kind", type: "select", options: ["Travel", "food", "other"] },
        { name: "amount", label: "Amount", type: "number" },
        { name: "paid", label: "Paid", type: "boolean" },
        { name: "at", label: "At", type: "datetime" },
        { name: "day", label: "Day", type: "date" },
        { name: "price", label: "Price", type: "money", currency: "EUR" },
        { name: "notes", label: "Notes", type: "longtext" },
      ],
    },
  ],
});

async function setUp(read: Audience, rows: { by: string; values: object }[] = []) {
  const store = new DataStore({
    sql: memorySql(),
    clock: testClock(),
    publish: () => {},
    pause: async () => {},
    isMember: async () => true,
  });
  taken(await store.setSchema("current", schemaOf(read)));
  for (const { by, values } of rows) taken(await store.create(ASKERS[by] ?? ada, "costs", { ...values }));
  const totals = async (query: TotalsQueryInput, as = ada) => taken(await store.totals(as, "costs", query));
  return { store, totals };
}

type Cost = { kind: string | null; amount: number | null; paid: boolean | null; at: string | null; day: string | null };
const instant = fc
  .date({ min: new Date("2026-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());
const cost = fc.record<Cost>({
  kind: fc.option(fc.constantFrom("Travel", "food", "other")),
  amount: fc.option(fc.integer({ min: -50, max: 50 })),
  paid: fc.option(fc.boolean()),
  at: fc.option(instant),
  day: fc.option(instant.map((text) => text.slice(0, 10))),
});
const stored = fc.array(fc.record({ by: fc.constantFrom("ada", "bob", "visitor"), values: cost }), { maxLength: 20 });
const filters = fc.constantFrom<RowFilter[]>(
  [],
  [{ column: "amount", op: "gte", value: 0 }],
  [{ or: [{ column: "kind", op: "eq", value: "food" }, { not: { column: "paid", op: "eq", value: true } }] }],
  [{ column: "createdBy", op: "isMe" }],
  [{ column: "day", op: "between", value: ["2026-03-01", "2026-08-31"] }],
);

const FIGURES = {
  rows: { of: "count" },
  sum: { of: "sum", column: "amount" },
  mean: { of: "avg", column: "amount" },
  least: { of: "min", column: "amount" },
  last: { of: "max", column: "at" },
} as const;

/** The same by hand. */
function figuresOf(rows: Cost[]) {
  const amounts = rows.flatMap(({ amount }) => amount ?? []);
  const times = rows.flatMap(({ at }) => at ?? []).sort();
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return {
    ...{ rows: rows.length, sum, mean: amounts.length === 0 ? null : Number((sum / amounts.length).toPrecision(15)) },
    ...{ least: amounts.length === 0 ? null : Math.min(...amounts), last: times.at(-1) ?? null },
  };
}

describe("totals", () => {
  it("are those of the rows that one may list, in all and by groups", async () => {
    const grouping = fc.constantFrom<{ column: keyof Cost; bucket?: Bucket }>(
      ...[{ column: "kind" as const }, { column: "paid" as const }, { column: "day" as const, bucket: "month" as const }],
      ...[
        { column: "at" as const, bucket: "day" as const },
        { column: "at" as const, bucket: "week" as const },
      ],
    );
    const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/New_York");
    await fc.assert(
      fc.asyncProperty(
        ...[stored, filters, fc.constantFrom(...Audience.options), fc.constantFrom("ada", "bob", "visitor"), grouping, zones],
        async (rows, chosen, read, name, by, zone) => {
          const asker = ASKERS[name] ?? ada;
          const { store } = await setUp(read, rows);
          const page = await store.list(asker, "costs", { filters: chosen, zone });
          const answer = await store.totals(asker, "costs", { figures: FIGURES, by: [by], filters: chosen, zone });
          expect(answer.ok).toBe(page.ok);
          if (!page.ok || !answer.ok) {
            expect(answer).toEqual(page);
            return;
          }
          const listed = page.value.rows as unknown as Cost[];
          const groupOf = (row: Cost) => {
            const value = row[by.column];
            if (!by.bucket || value === null) return value;
            return bucketOf(by.column === "at" ? new Zone(zone).dayAt(Date.parse(String(value))) : String(value), by.bucket);
          };
          expect(answer.value.all).toEqual(figuresOf(listed));
          const values = new Set(listed.map(groupOf));
          expect(new Set(answer.value.groups.map((group) => group.by[by.column]))).toEqual(values);
          for (const group of answer.value.groups)
            expect(group.figures).toEqual(figuresOf(listed.filter((row) => groupOf(row) === group.by[by.column])));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("come in the order of their values, those without one last, and are written as the values are", async () => {
    const rows = ["other", "Travel", null, "food", "Travel"].map((kind) => ({ by: "ada", values: { kind, amount: 0.1 } }));
    const { totals } = await setUp("member", rows);
    const { all, groups } = await totals({ figures: { sum: { of: "sum", column: "amount" } }, by: [{ column: "kind" }] });
    expect(groups.map(({ by, figures }) => [by.kind, figures.sum])).toEqual([
      ["Travel", 0.2],
      ["food", 0.1],
      ["other", 0.1],
      [null, 0.1],
    ]);
    expect(all.sum).toBe(0.5);
  });

  it("of money are exact to the cent, and their ends too", async () => {
    const rows = [0.1, 0.2, 99_999_999_999.99, 19.99].map((price) => ({ by: "ada", values: { price } }));
    const { totals } = await setUp("member", rows);
    const price = { column: "price" } as const;
    const figures = {
      sum: { of: "sum", ...price },
      least: { of: "min", ...price },
      most: { of: "max", ...price },
      mean: { of: "avg", ...price },
    } as const;
    expect((await totals({ figures })).all).toEqual({
      sum: 100_000_000_020.28,
      least: 0.1,
      most: 99_999_999_999.99,
      mean: 25_000_000_005.07,
    });
    const paid = await totals({
      figures: { sum: { of: "sum", column: "price" } },
      filters: [{ column: "price", op: "between", value: [0.1, 19.99] }],
    });
    expect(paid.all.sum).toBe(20.29);
  });

  it("of no rows are 0, or nothing", async () => {
    const { totals } = await setUp("member");
    expect(await totals({ figures: FIGURES })).toEqual({ all: { rows: 0, sum: 0, mean: null, least: null, last: null }, groups: [] });
    expect(await totals({ figures: FIGURES, by: [{ column: "kind" }] })).toMatchObject({ all: { rows: 0 }, groups: [] });
  });

  it.each<[string, TotalsQueryInput]>([
    ["a sum of texts", { figures: { a: { of: "sum", column: "kind" } } }],
    ["an average of dates", { figures: { a: { of: "avg", column: "day" } } }],
    ["a field that is none", { figures: { a: { of: "max", column: "size" } } }],
    ["months of a number", { figures: {}, by: [{ column: "amount", bucket: "month" }] }],
    ["groups by a long text", { figures: {}, by: [{ column: "notes" }] }],
    ["a filter on what is no field", { figures: {}, filters: [{ not: { column: "size", op: "empty" } }] }],
    ["too many figures", { figures: Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`f${at}`, { of: "count" }])) }],
    ["a figure called by code", { figures: { "a') --": { of: "count" } } }],
  ])("refuse %s", async (_, query) => {
    const { store } = await setUp("member");
    expect(await store.totals(ada, "costs", query)).toMatchObject({ ok: false, error: { code: "bad_request", next: expect.any(String) } });
  });

  it("refuse more groups than anybody looks at, and more than is looked at", async () => {
    const sql = memorySql();
    const store = new DataStore({ sql, clock: testClock(), publish: () => {}, pause: async () => {}, isMember: async () => true });
    taken(await store.setSchema("current", schemaOf("member")));
    const fill = (count: number) =>
      sql.all(
        `insert into rows (id, table_name, json, created_at, updated_at, created_by, revision)
         with recursive n(i) as (select 0 union all select i + 1 from n where i < ?)
         select printf('row_%06d', i), 'costs', json_object('amount', i), '2025', '2025', null, 1 from n`,
        count - 1,
      );
    fill(1001);
    const amounts: TotalsQueryInput = { figures: { rows: { of: "count" } }, by: [{ column: "amount" }] };
    expect(await store.totals(ada, "costs", amounts)).toMatchObject({ ok: false, error: { code: "too_large" } });
    const paid: TotalsQueryInput = { figures: { sum: { of: "sum", column: "amount" } }, by: [{ column: "paid" }] };
    expect(taken(await store.totals(ada, "costs", paid)).groups).toEqual([{ by: { paid: null }, figures: { sum: 500_500 } }]);
  });
});
