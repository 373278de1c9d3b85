import { fold } from "@edgewright/app-kit/fold";
import type { AppSchema, RowWriter } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const bob = writer({ channel: "current", actor: { kind: "member", userId: "usr_bob", may: "write" } });
const visitor = writer({ channel: "current", actor: { kind: "visitor" } });

const COMPANIES = {
  name: "companies",
  label: "Companies",
  columns: [{ name: "name", label: "Name", type: "text", required: true, unique: true }],
} as const;
const CONTACTS = {
  name: "contacts",
  label: "Contacts",
  columns: [
    { name: "name", label: "Name", type: "text", required: true },
    { name: "email", label: "E-mail", type: "email" },
    { name: "stage", label: "Stage", type: "select", options: ["new", "active", "gone"], default: "new" },
    { name: "score", label: "Score", type: "integer" },
    { name: "vip", label: "VIP", type: "boolean", default: false },
    { name: "since", label: "Since", type: "date" },
    { name: "site", label: "Site", type: "url" },
    { name: "company", label: "Company", type: "reference", ref: "companies" },
  ],
} as const;
const SCHEMA = { tables: [COMPANIES, CONTACTS] } as unknown as AppSchema;

async function setUp(schema: AppSchema = SCHEMA) {
  const clock = testClock();
  const changes: StoredChange[] = [];
  const store = new DataStore({
    sql: memorySql(),
    clock,
    publish: (told) => changes.push(...told),
    pause: async () => {},
    isMember: async (_, id) => id.startsWith("usr_"),
  });
  taken(await store.setSchema("current", schema));
  const add = async (values: Record<string, unknown>, table = "contacts", scope = ada) => {
    clock.advance(1000);
    return taken(await store.create(scope, table, values));
  };
  const names = async (query: Parameters<DataStore["list"]>[2], scope = ada) =>
    taken(await store.list(scope, "contacts", query)).rows.map((row) => row.name);
  return { store, changes, add, names, clock };
}

const renamed = (table: "contacts", from: string, to: string): AppSchema => ({
  tables: SCHEMA.tables.map((candidate) =>
    candidate.name !== table
      ? candidate
      : {
          ...candidate,
          columns: candidate.columns.map((column) => (column.name === from ? { ...column, name: to, was: [from] } : column)),
        },
  ),
});

describe("a write", () => {
  it("keeps values that fit, with defaults and what the platform adds", async () => {
    const { add, store } = await setUp();
    const row = await add({ name: "Grace", email: "grace@example.com", score: 3, since: "2026-01-31", site: "https://example.com" });
    expect(row).toMatchObject({ name: "Grace", stage: "new", vip: false, company: null, revision: 1, createdBy: "usr_ada" });
    expect(taken(await store.get(ada, "contacts", row.id))).toEqual(row);
  });

  it("names each field that does not fit", async () => {
    const { store } = await setUp();
    const refused = await store.create(ada, "contacts", {
      name: " ",
      email: "nobody",
      stage: "lost",
      score: 1.5,
      vip: "yes",
      since: "2026-02-30",
      site: "javascript:alert(1)",
      company: "row_none",
      color: "red",
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "row_invalid" } });
    expect(refused.ok ? {} : Object.keys(refused.error.fields ?? {}).sort()).toEqual([
      "color",
      "email",
      "name",
      "score",
      "since",
      "site",
      "stage",
      "vip",
    ]);
    expect(await store.create(ada, "contacts", { name: "A", company: "row_none" })).toMatchObject({
      ok: false,
      error: { fields: { company: expect.any(String) } },
    });
  });

  it("names a field that is not there, whatever its name", async () => {
    const { store } = await setUp();
    for (const name of ["__proto__", "constructor", "color"]) {
      const refused = await store.create(
        ada,
        "contacts",
        Object.fromEntries([
          ["name", "A"],
          [name, 1],
        ]),
      );
      expect(refused.ok ? [] : Object.keys(refused.error.fields ?? {})).toEqual([name]);
    }
  });

  it("keeps unique values unique, except for the row itself", async () => {
    const { add, store } = await setUp();
    const acme = await add({ name: "Acme" }, "companies");
    expect(await store.create(ada, "companies", { name: "Acme" })).toMatchObject({
      ok: false,
      error: { fields: { name: "is already there" } },
    });
    expect((await store.update(ada, "companies", acme.id, { name: "Acme" })).ok).toBe(true);
  });

  it("changes only what is given, and refuses a stale revision", async () => {
    const { add, store } = await setUp();
    const row = await add({ name: "Grace", score: 3 });
    expect(taken(await store.update(ada, "contacts", row.id, { score: null }, 1))).toMatchObject({
      name: "Grace",
      score: null,
      revision: 2,
    });
    expect(await store.update(ada, "contacts", row.id, { score: 1 }, 1)).toMatchObject({ ok: false, error: { code: "row_stale" } });
    expect(await store.update(ada, "contacts", row.id, { name: null })).toMatchObject({
      ok: false,
      error: { fields: { name: "is needed" } },
    });
  });

  it("empties references to a deleted row, or keeps it where one is needed", async () => {
    const { add, store, changes } = await setUp();
    const acme = await add({ name: "Acme" }, "companies");
    const grace = await add({ name: "Grace", company: acme.id });
    taken(await store.remove(ada, "companies", acme.id));
    expect(taken(await store.get(ada, "contacts", grace.id)).company).toBeNull();
    expect(changes.slice(-2).map(({ type, row }) => [type, row.id])).toEqual([
      ["deleted", acme.id],
      ["updated", grace.id],
    ]);
    const strict = await setUp({
      tables: [
        COMPANIES,
        { ...CONTACTS, columns: [{ name: "company", label: "Company", type: "reference", ref: "companies", required: true }] },
      ],
    } as unknown as AppSchema);
    const kept = await strict.add({ name: "Acme" }, "companies");
    await strict.add({ company: kept.id });
    expect(await strict.store.remove(ada, "companies", kept.id)).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("Contacts") },
    });
  });
});

describe("a query", () => {
  it("filters, searches, sorts (options in their order, empty last) and pages", async () => {
    const { add, names, store } = await setUp();
    await add({ name: "Ada", score: 2, stage: "gone" });
    await add({ name: "Bea", score: 10, stage: "new", vip: true });
    await add({ name: "Cy", stage: "active" });
    expect(await names({ sort: [{ column: "score", direction: "desc" }] })).toEqual(["Bea", "Ada", "Cy"]);
    expect(await names({ sort: [{ column: "stage" }] })).toEqual(["Bea", "Cy", "Ada"]);
    expect(await names({ filters: [{ column: "score", op: "lt", value: 10 }] })).toEqual(["Ada"]);
    expect(await names({ filters: [{ column: "stage", op: "in", value: ["new", "active"] }] })).toEqual(["Bea", "Cy"]);
    expect(await names({ filters: [{ column: "vip", op: "eq", value: true }] })).toEqual(["Bea"]);
    expect(await names({ filters: [{ column: "score", op: "empty" }] })).toEqual(["Cy"]);
    expect(await names({ search: "BE" })).toEqual(["Bea"]);
    const first = taken(await store.list(ada, "contacts", { limit: 2 }));
    expect(first).toMatchObject({ total: 3, cursor: expect.any(String) });
    expect(taken(await store.list(ada, "contacts", { limit: 2, cursor: must(first.cursor) }))).toMatchObject({
      rows: [{ name: "Cy" }],
      cursor: null,
    });
  });

  it("refuses columns and cursors that are not there, whatever they contain", async () => {
    const { store } = await setUp();
    expect(await store.list(ada, "contacts", { sort: [{ column: "x') --" }] })).toMatchObject({
      ok: false,
      error: { code: "bad_request" },
    });
    expect(await store.list(ada, "contacts", { cursor: "-1" })).toMatchObject({ ok: false, error: { code: "bad_request" } });
    expect(await store.list(ada, "nothing", {})).toMatchObject({ ok: false, error: { code: "not_found" } });
  });

  it("finds every text by equality, whatever its case and accents, and never anything else", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(
          fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== ""),
          { minLength: 1, maxLength: 8 },
        ),
        async (texts) => {
          const { add, names } = await setUp();
          for (const name of texts) await add({ name });
          for (const name of texts) {
            const found = await names({ filters: [{ column: "name", op: "eq", value: name }] });
            expect(found.toSorted()).toEqual(texts.filter((text) => fold(text) === fold(name)).toSorted());
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe("policies", () => {
  const form = {
    tables: [{ ...CONTACTS, policy: { create: "anyone", read: "member", update: "owner", delete: "owner" } }],
  } as unknown as AppSchema;

  it("let a visitor fill in a form and see nothing", async () => {
    const { store, add, changes } = await setUp(form);
    await add({ name: "Guest" }, "contacts", visitor);
    expect(await store.list(visitor, "contacts", {})).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect(taken(await store.list(ada, "contacts", {})).rows).toMatchObject([{ name: "Guest", createdBy: null }]);
    expect(store.seen(visitor, at(changes, 0))).toBeNull();
    expect(store.seen(bob, at(changes, 0))).toMatchObject({ table: "contacts", type: "created", row: { name: "Guest" } });
  });

  it("let only its author change a row", async () => {
    const { store, add } = await setUp(form);
    const row = await add({ name: "Mine" });
    expect(await store.update(bob, "contacts", row.id, { name: "Theirs" })).toMatchObject({ ok: false, error: { code: "forbidden" } });
    expect((await store.update(ada, "contacts", row.id, { name: "Still mine" })).ok).toBe(true);
  });
});

describe("a change of the schema", () => {
  it("moves the values of a renamed field, and back again with the older version", async () => {
    const { store, add } = await setUp();
    const row = await add({ name: "Grace", vip: true });
    expect(taken(await store.setSchema("current", renamed("contacts", "vip", "important")))).toEqual([
      "Field vip of contacts is now important.",
    ]);
    expect(taken(await store.get(ada, "contacts", row.id))).toMatchObject({ important: true });
    taken(await store.setSchema("current", SCHEMA));
    expect(taken(await store.get(ada, "contacts", row.id))).toMatchObject({ vip: true });
  });

  it("keeps removed fields aside and brings them back; new ones get their default", async () => {
    const { store, add } = await setUp();
    const row = await add({ name: "Grace", score: 7 });
    const without = { tables: SCHEMA.tables.map((table) => ({ ...table, columns: table.columns.filter(({ name }) => name !== "score") })) };
    taken(await store.setSchema("current", without));
    expect(taken(await store.get(ada, "contacts", row.id))).not.toHaveProperty("score");
    taken(await store.update(ada, "contacts", row.id, { name: "Grace H." }));
    const back = {
      tables: SCHEMA.tables.map((table) => ({
        ...table,
        columns: [...table.columns, { name: "level", label: "Level", type: "integer" as const, default: 1 }],
      })),
    };
    taken(await store.setSchema("current", back));
    expect(taken(await store.get(ada, "contacts", row.id))).toMatchObject({ name: "Grace H.", score: 7, level: 1 });
  });

  it("lets a draft read and write under its new name without touching the live app", async () => {
    const { store, add } = await setUp();
    const row = await add({ name: "Grace", score: 1 });
    taken(await store.setSchema("draft", renamed("contacts", "score", "points")));
    const draft: RowWriter = { ...ada, channel: "draft" };
    expect(taken(await store.get(draft, "contacts", row.id))).toMatchObject({ points: 1 });
    taken(await store.update(draft, "contacts", row.id, { points: 2 }));
    expect(taken(await store.get(ada, "contacts", row.id))).toMatchObject({ score: 2 });
    expect(taken(await store.list(draft, "contacts", { filters: [{ column: "points", op: "eq", value: 2 }] })).total).toBe(1);
  });

  it("is refused when it is not a schema", async () => {
    expect(await (await setUp()).store.setSchema("draft", { tables: [{ name: "X" }] })).toMatchObject({
      ok: false,
      error: { code: "schema_invalid" },
    });
  });
});
