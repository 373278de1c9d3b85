/** Rows and the record of their change are one write, and each line of it is in the organization's log once, whatever dies in between. */
import type { RowOrigin } from "@edgewright/contracts";
import { type Clock, newIdAt, type Sql } from "@edgewright/core";
import { createAuditTrail } from "@edgewright/db";
import { memorySql, testWorld, writer } from "@edgewright/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";

const HOUR = 3600_000;
const NOTES = {
  name: "notes",
  label: "Notes",
  columns: [
    { name: "title", label: "Title", type: "text" as const },
    { name: "of", label: "Of", type: "reference" as const, ref: "notes" },
  ],
};
const SCHEMA = { tables: [NOTES] };

/** A store whose writes die at the statement that `fails` names, and the organization's log beside it. */
async function world() {
  const at = await testWorld();
  const inner = memorySql();
  let fails = Number.POSITIVE_INFINITY;
  const sql: Sql = {
    ...inner,
    all: (query, ...values) => {
      if (--fails === 0) throw new Error("the object was stopped");
      return inner.all(query, ...values);
    },
  };
  const open = (clock: Clock = at.clock) =>
    new DataStore({ sql, clock, publish: () => {}, pause: async () => {}, isMember: async () => true });
  const store = open();
  const set = await store.setSchema("current", SCHEMA);
  if (!set.ok) throw new Error(set.error.message);
  const ids = { organizationId: at.organizationId, projectId: "prj_1" };
  const as = (origin: RowOrigin) => writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } }, origin);
  const screen = as({ ...ids, way: "screen", by: at.origin });
  const app = as({ ...ids, way: "app" });
  const log = async () => (await at.database.query.auditLog.findMany()).sort((one, other) => (one.id < other.id ? -1 : 1));
  const drain = (from = store) => from.record.outbox.drain((lines) => at.audit.deliver(lines));
  const dump = () => ["rows", "changes", "outbox", "counts"].map((table) => inner.all(`select * from ${table}`));
  const dieAt = (statement: number) => {
    fails = statement;
  };
  return { ...at, store, open, screen, app, log, drain, dump, dieAt };
}

describe("a write", () => {
  const WRITES = {
    create: (store: DataStore, by: ReturnType<typeof writer>) => store.create(by, "notes", { title: "New" }),
    update: (store: DataStore, by: ReturnType<typeof writer>, id: string) => store.update(by, "notes", id, { title: "Other" }),
    remove: (store: DataStore, by: ReturnType<typeof writer>, id: string) => store.remove(by, "notes", id),
  };

  it.each(["create", "update", "remove"] as const)("that dies at any statement of %s leaves nothing, and else all", async (kind) => {
    for (const way of ["screen", "app"] as const) {
      let died = 0;
      for (let statement = 1; ; statement++) {
        const at = await world();
        const row = await at.store.create(at[way], "notes", { title: "One" });
        if (!row.ok) throw new Error(row.error.message);
        await at.store.create(at[way], "notes", { title: "Two", of: row.value.id });
        const before = at.dump();
        at.dieAt(statement);
        const outcome = await WRITES[kind](at.store, at[way], row.value.id).catch(() => null);
        at.dieAt(Number.POSITIVE_INFINITY);
        if (outcome) {
          expect(outcome.ok).toBe(true);
          break;
        }
        died++;
        expect(at.dump()).toEqual(before);
      }
      // The row, its change and its line at least.
      expect(died).toBeGreaterThanOrEqual(3);
    }
  });

  it("is in the app's own log with who, when, from and to, and so is what it takes with it", async () => {
    const { store, app, screen, clock } = await world();
    const one = await store.create(app, "notes", { title: "One" });
    if (!one.ok) throw new Error(one.error.message);
    const two = await store.create(app, "notes", { title: "Two", of: one.value.id });
    if (!two.ok) throw new Error(two.error.message);
    clock.advance(1000);
    await store.update(screen, "notes", one.value.id, { title: "First" });
    await store.remove(screen, "notes", one.value.id);
    const told = (id: string) => store.record.ofRow(id, 10).map(({ type, way, by, from, to }) => [type, way, by.id, from, to]);
    expect(told(one.value.id)).toEqual([
      ["deleted", "screen", "usr_ada", { title: "First" }, {}],
      ["updated", "screen", "usr_ada", { title: "One" }, { title: "First" }],
      ["created", "app", "usr_ada", {}, { title: "One" }],
    ]);
    expect(told(two.value.id)[0]).toEqual(["updated", "screen", "usr_ada", { of: one.value.id }, { of: null }]);
  });

  it("is told to whoever may read the row, under the names its fields have now", async () => {
    const { store, screen } = await world();
    const row = await store.create(screen, "notes", { title: "One" });
    if (!row.ok) throw new Error(row.error.message);
    const [title, of] = NOTES.columns;
    const renamed = { ...NOTES, policy: { read: "owner" as const }, columns: [{ ...title, name: "heading", was: ["title"] }, of] };
    await store.setSchema("current", { tables: [renamed] });
    await store.update(screen, "notes", row.value.id, { heading: "Two" });
    const { channel } = screen;
    expect(store.changes(screen, "notes", row.value.id)).toMatchObject({
      ok: true,
      value: [
        { type: "updated", from: { heading: "One" }, to: { heading: "Two" } },
        { type: "created", from: {}, to: { heading: "One" } },
      ],
    });
    const others = { channel, actor: { kind: "member" as const, userId: "usr_bob", may: "write" as const } };
    expect(store.changes(others, "notes", row.value.id)).toMatchObject({ ok: false, error: { code: "not_found" } });
    expect(store.changes({ channel, actor: { kind: "visitor" } }, "notes", row.value.id)).toMatchObject({
      ok: false,
      error: { code: "forbidden" },
    });
  });

  it("is kept in the app's own log for a while", async () => {
    const { store, app, clock } = await world();
    const row = await store.create(app, "notes", { title: "One" });
    if (!row.ok) throw new Error(row.error.message);
    clock.advance(89 * 24 * HOUR);
    store.record.forgetOld();
    expect(store.record.ofRow(row.value.id, 10)).toHaveLength(1);
    clock.advance(2 * 24 * HOUR);
    store.record.forgetOld();
    expect(store.record.ofRow(row.value.id, 10)).toEqual([]);
  });
});

describe("the organization's log", () => {
  it("has a line for what people write, with the way they came, and one an hour for an app's users", async () => {
    const { store, screen, app, clock, drain, log, origin } = await world();
    const row = await store.create(screen, "notes", { title: "One" });
    if (!row.ok) throw new Error(row.error.message);
    await store.create(app, "notes", { title: "Two" });
    await store.update(app, "notes", row.value.id, { title: "Three" });
    await drain();
    expect(await log()).toMatchObject([
      { action: "data.row_created", subject: row.value.id, projectId: "prj_1", actorId: origin.id, detail: { table: "notes" } },
    ]);
    clock.advance(HOUR);
    await store.create(app, "notes", { title: "Four" });
    await drain();
    expect((await log()).slice(1)).toMatchObject([
      { action: "data.used", subject: "prj_1", actorKind: "system", detail: { created: 1, updated: 1, deleted: 0 } },
    ]);
    clock.advance(HOUR);
    await drain();
    expect((await log()).slice(2)).toMatchObject([{ action: "data.used", detail: { created: 1, updated: 0, deleted: 0 } }]);
    expect(store.record.outbox.next()).toBeNull();
  });

  it("takes a repeated id once, and nothing for an organization that is gone for good", async () => {
    const { store, screen, audit, drain, log, database, clock } = await world();
    await store.create(screen, "notes", { title: "One" });
    await drain();
    const [line] = await log();
    if (!line) throw new Error("no line");
    await audit.deliver([line, { ...line, subject: "row_other" }, { ...line, id: newIdAt("aud", clock.now()), scope: "org_gone" }]);
    expect(await log()).toEqual([line]);
    expect(await database.query.auditLog.findMany()).toHaveLength(1);
  });
});

type Step =
  | { kind: "write"; by: "screen" | "app"; deed: number }
  | { kind: "drain"; dies: "never" | "before" | "after" | "forgetting" }
  | { kind: "twice" | "restart" | "seal" | "hour" | "back" };
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant("write" as const), by: fc.constantFrom("screen" as const, "app" as const), deed: fc.nat(2) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("drain" as const),
      dies: fc.constantFrom("never" as const, "before" as const, "after" as const, "forgetting" as const),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constantFrom("twice" as const, "restart" as const, "seal" as const, "hour" as const, "back" as const),
    }),
  },
);

it("nothing is lost and nothing doubled, whatever dies, comes twice, late or in another order", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const at = await world();
      const trail = createAuditTrail(at.database, "a key for tests only", at.clock);
      const done = { screen: [] as string[], app: 0 };
      let store = at.store;
      const late: Parameters<typeof at.audit.deliver>[0][] = [];
      const write = async (by: "screen" | "app", deed: number) => {
        const page = await store.list(at.app, "notes", { limit: 1 });
        const row = page.ok ? page.value.rows[0] : undefined;
        at.clock.advance(1000);
        const written =
          !row || deed === 0
            ? await store.create(at[by], "notes", { title: "One" })
            : deed === 1
              ? await store.update(at[by], "notes", row.id, { title: String(at.clock.now()) })
              : await store.remove(at[by], "notes", row.id);
        if (!written.ok) throw new Error(written.error.message);
        if (by === "app") done.app++;
        else done.screen.push(written.value.id);
      };
      const drain = (dies: string) =>
        store.record.outbox.drain(async (lines) => {
          if (dies === "before") throw new Error("stopped");
          if (dies === "forgetting") late.push(lines);
          await at.audit.deliver(dies === "after" ? lines.toReversed() : lines);
          if (dies === "after") throw new Error("stopped");
          if (dies === "forgetting") at.dieAt(1);
        });
      for (const one of steps) {
        if (one.kind === "write") await write(one.by, one.deed);
        else if (one.kind === "drain") await drain(one.dies).catch(() => {});
        else if (one.kind === "twice") await Promise.all([drain("never"), drain("never"), ...late.map((lines) => at.audit.deliver(lines))]);
        else if (one.kind === "restart") store = at.open();
        else if (one.kind === "seal") await trail.seal();
        else at.clock.advance(one.kind === "hour" ? HOUR / 2 : -2000);
        at.dieAt(Number.POSITIVE_INFINITY);
      }
      at.clock.advance(2 * HOUR);
      await drain("never");
      await trail.seal();
      const log = await at.log();
      const rows = log.filter(({ action }) => action !== "data.used").map(({ subject }) => subject);
      expect(rows.toSorted()).toEqual(done.screen.toSorted());
      const summed = log.flatMap(({ action, detail: { created, updated, deleted } }) =>
        action === "data.used" ? [created, updated, deleted].map(Number) : [],
      );
      expect(summed.reduce((sum, count) => sum + count, 0)).toBe(done.app);
      expect(await trail.check(at.organizationId)).toMatchObject({ faults: [], waiting: 0, rows: log.length });
      expect(store.record.outbox.next()).toBeNull();
    }),
    { numRuns: 40 },
  );
});
