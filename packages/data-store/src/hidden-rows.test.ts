/** Who may not read a row gets neither its content nor that it is there: every call, by every actor, under every policy, answers the same with and without it. */

import type { AppSchema, Audience, Channel, Outcome, RowWriter, TablePolicy } from "@edgewright/contracts";
import { at, first } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { sampleOf } from "@edgewright/testing/share";
import { describe, expect, it } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";

const AUDIENCES: Audience[] = ["anyone", "member", "owner"];
const member = (userId: string, channel: Channel = "current") => writer({ channel, actor: { kind: "member", userId, may: "write" } });
const ada = member("usr_ada");
const bob = member("usr_bob");
const visitor = writer({ channel: "current", actor: { kind: "visitor" } });
const server = writer({ channel: "current", actor: { kind: "app" } });

const schemaOf = (policy: Partial<TablePolicy>, needed = false) =>
  ({
    tables: [
      { name: "notes", label: "Notes", policy, columns: [{ name: "title", label: "Title", type: "text", unique: true }] },
      {
        name: "links",
        label: "Links",
        policy,
        columns: [{ name: "note", label: "Note", type: "reference", ref: "notes", required: needed }],
      },
    ],
  }) as AppSchema;

/** A world with Bob's row, and if asked with Ada's, which has the id `hidden`. */
async function world(schema: AppSchema, hidden: boolean) {
  const changes: StoredChange[] = [];
  const sql = memorySql();
  const store = new DataStore({
    sql,
    clock: testClock(),
    publish: (told) => changes.push(...told),
    pause: async () => {},
    isMember: async () => true,
  });
  const open = { tables: schema.tables.map((table) => ({ ...table, policy: { create: "anyone" as const, read: "anyone" as const } })) };
  await store.setSchema("current", open as AppSchema);
  const add = async (scope: RowWriter, table: string, values: object, id: string) => {
    const row = await store.create(scope, table, { ...values });
    if (!row.ok) throw new Error(row.error.message);
    sql.all("update rows set id = ? where id = ?", id, row.value.id);
  };
  await add(bob, "notes", { title: "Bob's" }, "own");
  if (hidden) {
    await add(ada, "notes", { title: "Secret" }, "hidden");
    await add(ada, "links", { note: "own" }, "hidden-link");
  }
  await store.setSchema("current", schema);
  changes.length = 0;
  return { store, changes };
}

type World = Awaited<ReturnType<typeof world>>;
const CALLS: Record<string, (world: World, as: RowWriter) => unknown> = {
  list: ({ store }, as) => store.list(as, "notes", {}),
  "list, sorted": ({ store }, as) => store.list(as, "notes", { sort: [{ column: "title" }], limit: 1 }),
  "list, filtered": ({ store }, as) => store.list(as, "notes", { filters: [{ column: "title", op: "eq", value: "Secret" }] }),
  search: ({ store }, as) => store.list(as, "notes", { search: "secret" }),
  "list, any of": ({ store }, as) => store.list(as, "notes", { filters: [{ or: [{ column: "title", op: "startsWith", value: "s" }] }] }),
  totals: ({ store }, as) => store.totals(as, "notes", { figures: { all: { of: "count" } }, by: [{ column: "title" }] }),
  "totals, filtered": ({ store }, as) =>
    store.totals(as, "notes", { figures: { all: { of: "count" } }, filters: [{ column: "title", op: "contains", value: "e" }] }),
  "count alone": ({ store }, as) => store.totals(as, "notes", { figures: { all: { of: "count" } } }),
  "latest of all": ({ store }, as) => store.totals(as, "notes", { figures: { latest: { of: "max", column: "createdAt" } } }),
  "totals by author": ({ store }, as) => store.totals(as, "notes", { figures: { all: { of: "count" } }, by: [{ column: "createdBy" }] }),
  "list of references": ({ store }, as) => store.list(as, "links", {}),
  get: ({ store }, as) => store.get(as, "notes", "hidden"),
  "empty update": ({ store }, as) => store.update(as, "notes", "hidden", {}),
  "update of another revision": ({ store }, as) => store.update(as, "notes", "hidden", { title: "Mine" }, 7),
  delete: ({ store }, as) => store.remove(as, "notes", "hidden"),
  "delete of another revision": ({ store }, as) => store.remove(as, "notes", "hidden", 7),
  "create with its unique value": ({ store }, as) => store.create(as, "notes", { title: "Secret" }),
  "update to its unique value": ({ store }, as) => store.update(as, "notes", "own", { title: "Secret" }),
  "reference to it": ({ store }, as) => store.create(as, "links", { note: "hidden" }),
  "delete of what it refers to": ({ store }, as) => store.remove(as, "notes", "own"),
};

/** Without what is different each time. */
const plain = (answer: unknown) => JSON.parse(JSON.stringify(answer).replaceAll(/row_[0-9a-z]{26}/g, "row"));

const policies = AUDIENCES.flatMap((read) => AUDIENCES.flatMap((write) => [false, true].map((needed) => ({ read, write, needed }))));

describe.each(sampleOf(policies, 3))("read: $read, others: $write, needed by reference: $needed", ({ read, write, needed }) => {
  const schema = schemaOf({ read, create: write, update: write, delete: write }, needed);
  const blind: [string, RowWriter][] = [
    ...(read === "owner" ? ([["another member", bob]] as [string, RowWriter][]) : []),
    ...(read === "anyone"
      ? []
      : ([
          ["a visitor", visitor],
          ["the app's server", server],
        ] as [string, RowWriter][])),
  ];

  it.each(blind)("%s gets the same answers as if there were no such row", async (_, as) => {
    for (const [name, call] of Object.entries(CALLS)) {
      const [without, within] = [await world(schema, false), await world(schema, true)];
      expect({ name, answer: plain(await call(within, as)) }).toEqual({ name, answer: plain(await call(without, as)) });
      for (const change of within.changes.filter(({ row }) => row.created_by === "usr_ada"))
        expect(within.store.seen(as, change)).toBeNull();
    }
  });

  it("lets its author have it all", async () => {
    const { store } = await world(schema, true);
    expect((await store.get(ada, "notes", "hidden")).ok).toBe(true);
    expect((await store.update(ada, "notes", "hidden", { title: "Mine" })).ok).toBe(true);
    expect((await store.remove(ada, "notes", "hidden")).ok).toBe(!(needed && read === "owner"));
  });
});

describe("another version's code", () => {
  const wide = schemaOf({ read: "anyone", create: "anyone", update: "anyone", delete: "anyone" });
  const narrow = schemaOf({ read: "owner", create: "member", update: "owner", delete: "owner" });
  const code = (outcome: Outcome<unknown>) => (outcome.ok ? "ok" : outcome.error.code);

  it.each(["v2", "draft"] as const)("%s cannot widen what the live version allows", async (channel) => {
    const { store, changes } = await world(narrow, true);
    await store.setSchema(channel, wide);
    const as = member("usr_bob", channel);
    const guest = writer({ channel, actor: { kind: "visitor" } });
    expect(await store.list(as, "notes", {})).toMatchObject({ value: { total: 1, rows: [{ id: "own" }] } });
    expect(await store.list(as, "notes", { search: "secret" })).toMatchObject({ value: { total: 0 } });
    for (const call of [
      () => store.get(as, "notes", "hidden"),
      () => store.update(as, "notes", "hidden", { title: "Mine" }),
      () => store.remove(as, "notes", "hidden"),
    ])
      expect(code(await call())).toBe("not_found");
    expect([code(await store.list(guest, "notes", {})), code(await store.create(guest, "notes", {}))]).toEqual(["forbidden", "forbidden"]);
    await store.update(ada, "notes", "hidden", { title: "Still secret" });
    expect([store.seen(as, first(changes)), store.seen(guest, first(changes))]).toEqual([null, null]);
  });

  it("narrows it", async () => {
    const { store } = await world(wide, true);
    await store.setSchema("v1", narrow);
    expect(code(await store.get(member("usr_bob", "v1"), "notes", "hidden"))).toBe("not_found");
    expect(code(await store.get(bob, "notes", "hidden"))).toBe("ok");
  });

  it("shows each their own rows of a table that the live version has no more, or not yet", async () => {
    const { store } = await world(wide, true);
    await store.setSchema("current", { tables: [] });
    for (const channel of ["v1", "draft"] as const) {
      await store.setSchema(channel, wide);
      expect(await store.list(member("usr_bob", channel), "notes", {})).toMatchObject({ value: { total: 1, rows: [{ id: "own" }] } });
      expect(code(await store.update(member("usr_bob", channel), "notes", "hidden", {}))).toBe("not_found");
      expect(code(await store.list({ channel, actor: { kind: "visitor" } }, "notes", {}))).toBe("forbidden");
    }
    expect(code(await store.list(bob, "notes", {}))).toBe("not_found");
  });

  it("writes no value that the live version refuses", async () => {
    const { store } = await world(wide, true);
    const loose = structuredClone(wide);
    first(loose.tables).columns[0] = { name: "title", label: "Title", type: "longtext" };
    at(loose.tables, 1).columns[0] = { name: "note", label: "Note", type: "text" };
    await store.setSchema("v1", loose);
    const as = member("usr_bob", "v1");
    for (const [table, values] of [
      ["notes", { title: "Secret" }],
      ["notes", { title: "x".repeat(5000) }],
      ["links", { note: "nowhere" }],
    ] as const)
      expect(code(await store.create(as, table, values))).toBe("row_invalid");
  });
});
