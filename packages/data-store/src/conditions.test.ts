/** Policies by conditions, of tables and of fields: what they hide, no call gives away. */
import type { AppSchema, DataActor, Outcome, RowQueryInput, RowWriter, TablePolicy } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";

const as = (actor: DataActor): RowWriter => writer({ channel: "current", actor });
const member = (userId: string, role = "editor") => as({ kind: "member", userId, may: "write", name: userId, email: "", role });
const [ada, bob, boss] = [member("usr_ada"), member("usr_bob"), member("usr_boss", "admin")];
const visitor = as({ kind: "visitor" });

type Hidden = { read?: string; write?: string };
const schemaOf = (policy: Partial<TablePolicy>, salary: Hidden = {}): AppSchema => ({
  tables: [
    {
      ...{ name: "staff", label: "Staff", policy: { read: "member", create: "member", update: "member", delete: "member", ...policy } },
      columns: [
        { name: "name", label: "Name", type: "text" },
        { name: "lead", label: "Lead", type: "user" },
        { name: "level", label: "Level", type: "integer" },
        { name: "salary", label: "Salary", type: "money", currency: "EUR", unique: true, policy: salary },
        { name: "note", label: "Note", type: "text", policy: salary },
      ],
    },
  ],
});

async function open(schema: AppSchema) {
  const sql = memorySql();
  const changes: StoredChange[] = [];
  const clock = testClock();
  const store = new DataStore({ sql, clock, publish: (told) => changes.push(...told), pause: async () => {}, isMember: async () => true });
  taken(await store.setSchema("current", schema));
  const add = async (values: object, id?: string, by = boss) => {
    clock.advance(1000);
    const row = taken(await store.create(by, "staff", { ...values }));
    if (id) sql.all("update rows set id = ? where id = ?", id, row.id);
    return row;
  };
  return { sql, store, changes, add };
}

describe("a condition on rows", () => {
  it("lets people see, change and delete the rows of which it is true", async () => {
    const mine = 'row.lead == user.id || user.role == "admin"';
    const { store, add } = await open(schemaOf({ read: mine, update: mine, delete: mine }));
    const [of, other, none] = [
      await add({ name: "Cy", lead: "usr_ada" }),
      await add({ name: "Di", lead: "usr_bob" }),
      await add({ name: "Ed" }),
    ];
    const names = async (by: RowWriter) => taken(await store.list(by, "staff", {})).rows.map(({ name }) => name);
    expect([await names(ada), await names(bob), await names(boss)]).toEqual([["Cy"], ["Di"], ["Cy", "Di", "Ed"]]);
    expect(taken(await store.list(ada, "staff", {})).total).toBe(1);
    expect(await names(visitor)).toEqual([]);
    for (const id of [other.id, none.id]) {
      expect(await store.update(ada, "staff", id, { name: "Mine" })).toMatchObject({ ok: false, error: { code: "not_found" } });
      expect(await store.remove(ada, "staff", id)).toMatchObject({ ok: false, error: { code: "not_found" } });
    }
    expect((await store.remove(ada, "staff", of.id)).ok).toBe(true);
  });

  it("must be true of a changed row as it was and as it becomes; `old` is the row as it was", async () => {
    const { store, add } = await open(schemaOf({ update: "row.lead == user.id && old.level < 3" }));
    const row = await add({ name: "Cy", lead: "usr_ada", level: 1 });
    expect(await store.update(ada, "staff", row.id, { lead: "usr_bob" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await store.update(bob, "staff", row.id, { lead: "usr_bob" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect((await store.update(ada, "staff", row.id, { level: 3 })).ok).toBe(true);
    expect(await store.update(ada, "staff", row.id, { name: "Late" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  it("of creating is asked of the new row; what is empty lets nobody in", async () => {
    const { store } = await open(schemaOf({ create: "row.lead == user.id" }));
    expect((await store.create(ada, "staff", { lead: "usr_ada" })).ok).toBe(true);
    expect(await store.create(ada, "staff", { lead: "usr_bob" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(await store.create(ada, "staff", {})).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  it("that a draft loosens is the live version's still", async () => {
    const { store, add } = await open(schemaOf({ read: 'user.role == "admin"' }));
    await add({ name: "Cy" });
    taken(await store.setSchema("draft", schemaOf({ read: "anyone" })));
    expect(taken(await store.list({ ...ada, channel: "draft" }, "staff", {})).total).toBe(0);
  });

  it("is told live: a row that comes into sight is new, and one that leaves it is gone", async () => {
    const { store, add, changes } = await open(schemaOf({ read: "row.lead == user.id", update: "anyone" }));
    const row = await add({ name: "Cy", lead: "usr_boss" });
    for (const lead of ["usr_ada", "usr_bob"]) taken(await store.update(lead === "usr_ada" ? boss : ada, "staff", row.id, { lead }));
    const told = (by: RowWriter) => changes.map((change) => store.seen(by, change)?.type ?? null);
    expect([told(ada), told(bob)]).toEqual([
      [null, "created", "deleted"],
      [null, null, "created"],
    ]);
  });

  it("that cannot be read is refused with its place, and misspells nothing silently", async () => {
    const { store } = await open(schemaOf({}));
    expect(await store.setSchema("current", schemaOf({ read: "row.laed == user.id" }))).toMatchObject({
      ok: false,
      error: { code: "schema_invalid", message: expect.stringContaining("knows no row.laed; there are name, lead, level, salary, note") },
    });
  });
});

describe("a condition on a field", () => {
  it("hides its value, and keeps others from writing it", async () => {
    const { store, add } = await open(schemaOf({}, { read: 'user.role == "admin" || row.lead == user.id' }));
    const row = await add({ name: "Cy", lead: "usr_ada", salary: 5000 });
    expect(taken(await store.get(ada, "staff", row.id)).salary).toBe(5000);
    expect(taken(await store.get(bob, "staff", row.id)).salary).toBeNull();
    expect(await store.update(bob, "staff", row.id, { salary: 1 })).toMatchObject({
      ok: false,
      error: { fields: { salary: "is not for you to change" } },
    });
    expect(await store.update(bob, "staff", row.id, { salary: 1, lead: "usr_bob" })).toMatchObject({ ok: false });
    expect((await store.update(bob, "staff", row.id, { name: "Cyd" })).ok).toBe(true);
    expect(taken(await store.get(boss, "staff", row.id))).toMatchObject({ name: "Cyd", salary: 5000 });
  });

  it("hides what became of it, too; of a row that was another's nothing is told", async () => {
    const past = async (rule: string, by: RowWriter) => {
      const { store, add } = await open(schemaOf({}, { read: rule }));
      const row = await add({ name: "Cy", lead: "usr_boss", salary: 5000 });
      taken(await store.update(boss, "staff", row.id, { salary: 1, lead: "usr_ada" }));
      return taken(store.changes(by, "staff", row.id)).map(({ to }) => to.salary ?? null);
    };
    const lead = 'row.lead == user.id || user.role == "admin"';
    expect([await past('user.role == "admin"', boss), await past('user.role == "admin"', ada), await past(lead, ada)]).toEqual([
      [1, 5000],
      [null, null],
      [null, null],
    ]);
  });

  it("of writing alone leaves it to be seen", async () => {
    const { store, add } = await open(schemaOf({}, { write: 'user.role == "admin"' }));
    const row = await add({ salary: 5000 });
    expect(taken(await store.get(bob, "staff", row.id)).salary).toBe(5000);
    expect((await store.update(bob, "staff", row.id, { salary: 1 })).ok).toBe(false);
  });
});

const RULES = [
  ...["member", "owner", "row.lead == user.id", 'user.role == "admin"', "row.level > 1 && has(row.lead)", "!(row.level > 1)"],
  'row.name.startsWith("a") || row.lead == user.id',
];
const rows = fc.array(
  fc.record({
    name: fc.constantFrom("a", "ab", "b"),
    lead: fc.constantFrom("usr_ada", "usr_bob", null),
    level: fc.constantFrom(1, 2, null),
    salary: fc.constantFrom(1, 2.5, 30, null),
    note: fc.constantFrom("plum", "pear", null),
    by: fc.constantFrom(ada, bob),
  }),
  { maxLength: 5 },
);
const QUERIES: RowQueryInput[] = [
  ...(["name", "salary", "note", "level"] as const).flatMap((column): RowQueryInput[] => [
    { sort: [{ column }] },
    { sort: [{ column, direction: "desc" }], limit: 1 },
    { filters: [{ column, op: "empty" }] },
    { filters: [{ column, op: "notEmpty" }], sort: [{ column }] },
  ]),
  { filters: [{ column: "salary", op: "gt", value: 2 }] },
  { filters: [{ column: "salary", op: "eq", value: 2.5 }] },
  { filters: [{ column: "note", op: "contains", value: "p" }] },
  { filters: [{ column: "salary", op: "in", value: [1, 30] }] },
  { search: "plum" },
];

test("no call tells what a policy hides: all answer as if it were not there", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...RULES),
      fc.constantFrom(...RULES),
      rows,
      fc.constantFrom(ada, bob, visitor),
      async (read, field, given, who) => {
        const shown = schemaOf({ read, update: "member" }, { read: field });
        const unhidden = schemaOf({ read: "anyone" });
        const free = {
          tables: unhidden.tables.map((table) => ({ ...table, columns: table.columns.map((column) => ({ ...column, unique: false })) })),
        };
        const full = await open(free);
        for (const [index, { by, ...values }] of given.entries()) await full.add(values, `row_${index}`, by);
        taken(await full.store.setSchema("current", shown));
        const seen = await Promise.all(given.map((_, index) => full.store.get(who, "staff", `row_${index}`)));

        // The same without what is hidden: rows that are not there, values that are empty.
        const twin = await open(free);
        for (const [index, { by, ...values }] of given.entries()) {
          await twin.add({ ...values, ...hiddenIn(seen[index]) }, `row_${index}`, by);
          if (!seen[index]?.ok) twin.sql.all("delete from rows where id = ?", `row_${index}`);
        }
        taken(await twin.store.setSchema("current", shown));

        for (const query of QUERIES) {
          const [one, other] = [await full.store.list(who, "staff", query), await twin.store.list(who, "staff", query)];
          expect(plain(one), JSON.stringify(query)).toEqual(plain(other));
        }
        for (const salary of [1, 2.5, 30]) {
          const values = { name: "new", lead: "usr_ada", level: 1, salary };
          expect(refusalOf(await full.store.create(who, "staff", values))).toEqual(
            refusalOf(await twin.store.create(who, "staff", values)),
          );
        }
      },
    ),
    { numRuns: runsOf(60, 4) },
  );
});

const hiddenIn = (seen: Outcome<Record<string, unknown>> | undefined) =>
  seen?.ok ? { salary: seen.value.salary, note: seen.value.note } : {};
/** Without what differs between any two stores. */
const plain = (answer: unknown) =>
  JSON.parse(JSON.stringify(answer), (key, value) => (/^(createdAt|updatedAt|cursor)$/.test(key) ? null : value));
const refusalOf = (answer: Outcome<unknown>) => (answer.ok ? null : { ...answer.error });
