/** Bookmarks and the way back: exactly the rows and tables that were, after whatever came in between. */
import type { AppSchema } from "@edgewright/contracts";
import type { Sql } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { must } from "@edgewright/testing/must";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";
import { DataRollbacks } from "./rollback.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import { BOUNDS, type Bounds } from "./table-change.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const HOUR = 3600 * 1000;

const schemaOf = (...tables: [name: string, columns: object[], was?: string[]][]) =>
  ({ tables: tables.map(([name, columns, was]) => ({ name, label: name, columns, ...(was ? { was } : {}) })) }) as AppSchema;
const title = { name: "title", label: "Title", type: "text" };
const amount = { name: "amount", label: "Amount", type: "integer" };
const TASKS = schemaOf(["tasks", [title, amount]]);
/** What a follow-up may make of it. */
const VARIANTS: AppSchema[] = [
  TASKS,
  schemaOf(["tasks", [{ ...title, name: "name", was: ["title"] }, amount]]),
  schemaOf(["tasks", [title]]),
  schemaOf(["tasks", [title, amount, { name: "level", label: "Level", type: "integer", default: 3 }]]),
  schemaOf(["jobs", [title, amount], ["tasks"]], ["notes", [title]]),
  schemaOf(["notes", [title]]),
];

/** Every change takes many pieces. */
const PIECES: Bounds = { atOnceRows: 0, indexedRows: 0, rows: 2, length: 100, last: 1, cleared: 2 };

function open(sql: Sql, bounds: Bounds, pause = async () => {}) {
  const clock = testClock();
  const store = new DataStore({ sql, clock, publish: () => {}, pause, isMember: async () => true, bounds });
  return { clock, store, rollbacks: new DataRollbacks({ sql, clock, store }) };
}

async function setUp(schema: AppSchema = TASKS, sql: Sql = memorySql(), bounds: Bounds = BOUNDS, pause = async () => {}) {
  const { clock, store, rollbacks } = open(sql, bounds, pause);
  taken(await store.setSchema("current", schema));
  const dump = () => ({ rows: sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`), schema: store.schema("current") });
  let decisions = 0;
  const back = (bookmark: string, onto: "then" | "now" = "then") => rollbacks.rollBack({ decision: `aud_${++decisions}`, bookmark, onto });
  const add = async (values: object, table = "tasks") => {
    clock.advance(1000);
    return taken(await store.create(ada, table, { ...values }));
  };
  return { sql, clock, store, rollbacks, dump, back, add };
}

describe("a bookmark", () => {
  it("gives back rows that were changed, deleted and added, with ids, revisions and authors", async () => {
    const { store, rollbacks, add, dump, back } = await setUp();
    const [changed, deleted] = [await add({ title: "One", amount: 1 }), await add({ title: "Two" })];
    await rollbacks.mark("snp_1");
    const before = dump();
    taken(await store.update({ ...ada, actor: { kind: "member", userId: "usr_bob", may: "write" } }, "tasks", changed.id, { amount: 9 }));
    taken(await store.update(ada, "tasks", changed.id, { amount: 10 }));
    taken(await store.remove(ada, "tasks", deleted.id));
    await add({ title: "Three" });
    taken(await back("snp_1"));
    expect(dump()).toEqual(before);
  });

  it("is undone by one made just before", async () => {
    const { store, rollbacks, add, dump, back } = await setUp();
    const row = await add({ title: "One" });
    await rollbacks.mark("snp_1");
    taken(await store.update(ada, "tasks", row.id, { title: "Changed" }));
    await add({ title: "Two" });
    await rollbacks.mark("snp_undo");
    const before = dump();
    taken(await back("snp_1"));
    taken(await back("snp_undo"));
    expect(dump()).toEqual(before);
  });

  it("counts rows then and now, and tells what each part alone would mean", async () => {
    const { store, rollbacks, add } = await setUp();
    await add({ title: "One", amount: 1 });
    await rollbacks.mark("snp_1");
    await add({ title: "Two" });
    taken(
      await store.setSchema("current", schemaOf(["jobs", [{ ...title, name: "name", was: ["title"] }], ["tasks"]], ["notes", [title]])),
    );
    await add({ title: "A note" }, "notes");
    expect(taken(await rollbacks.compare("snp_1"))).toEqual({
      tables: [
        { name: "tasks", label: "tasks", now: 2, was: 1 },
        { name: "notes", label: "notes", now: 1, was: null },
      ],
      dataAlone: {
        says: [
          "Table tasks is now jobs.",
          "Field title of jobs is now name.",
          "Field amount of jobs was removed; its values are kept aside.",
          "Table notes was added.",
        ],
        misfits: [],
      },
      codeAlone: {
        says: [
          "Table jobs is now tasks.",
          "Field name of tasks is now title.",
          "Field amount of tasks was added.",
          "Table notes was removed; its rows are kept aside.",
        ],
        misfits: [],
      },
    });
  });

  it("names values that the other schema's fields cannot hold, as they are or converted, in both directions", async () => {
    const words = schemaOf(["tasks", [title, { ...amount, type: "text" }]]);
    const { store, rollbacks, add } = await setUp(words);
    await add({ title: "One", amount: "a few" });
    await add({ title: "Two", amount: "" });
    await rollbacks.mark("snp_1");
    taken(await store.setSchema("current", TASKS));
    await add({ title: "Three", amount: 3 });
    const compared = taken(await rollbacks.compare("snp_1"));
    expect(compared.dataAlone).toEqual({
      says: ["Field amount of tasks is of type integer now; it was text."],
      misfits: ["One row of tasks could not be saved again: Amount holds what is not a whole number."],
    });
    expect(compared.codeAlone.misfits).toEqual([]);
  });

  it("is gone when it was let go, while an older one still gives back what it must", async () => {
    const { store, rollbacks, add, dump, back, clock, sql } = await setUp();
    const row = await add({ title: "One" });
    await rollbacks.mark("snp_1");
    const first = dump();
    taken(await store.update(ada, "tasks", row.id, { title: "Two" }));
    await rollbacks.mark("snp_2");
    taken(await store.update(ada, "tasks", row.id, { title: "Three" }));
    await add({ title: "Four" });
    expect(await rollbacks.release(["snp_1"])).toBe(0);
    clock.advance(2 * HOUR);
    expect(await rollbacks.release(["snp_1"])).toBe(1);
    expect(await back("snp_2")).toMatchObject({ ok: false, error: { code: "gone" } });
    taken(await back("snp_1"));
    expect(dump()).toEqual(first);
    clock.advance(2 * HOUR);
    expect(await rollbacks.release([])).toBe(1);
    await add({ title: "Five" });
    expect(sql.all("select * from past")).toEqual([]);
  });
});

describe("a bookmark that is let go", () => {
  /** `count` rows, each changed after both of two bookmarks. Between any two pieces `meanwhile` happens. */
  async function large(count: number, meanwhile: (pieces: number) => Promise<void> | void) {
    let pieces = -1;
    const pause = async () => {
      if (pieces >= 0) await meanwhile(++pieces);
    };
    const world = await setUp(TASKS, memorySql(), BOUNDS, pause);
    const { store, rollbacks, add, clock } = world;
    const rows = [];
    for (let row = 0; row < count; row++) rows.push(await add({ title: `One ${row}` }));
    for (const name of ["snp_1", "snp_2"]) {
      await rollbacks.mark(name);
      for (const { id } of rows) taken(await store.update(ada, "tasks", id, { title: name }));
    }
    clock.advance(2 * HOUR);
    pieces = 0;
    return { ...world, rows, release: (keep: string[]) => rollbacks.release(keep), pieces: () => pieces };
  }

  it("goes in pieces of 100 rows, whatever it has kept", async () => {
    const counts = [];
    for (const count of [150, 300]) {
      const { release, pieces } = await large(count, () => {});
      expect(await release(["snp_1"])).toBe(1);
      counts.push(pieces());
    }
    expect(counts).toEqual([2, 4]);
  });

  it("leaves an older one what it was, though rows change in between, and is found by nobody", async () => {
    const world = await large(250, async (piece) => {
      const { store, rollbacks, rows } = world;
      for (const { id } of rows.filter((_, index) => index % 7 === piece % 7))
        taken(await store.update(ada, "tasks", id, { title: `Piece ${piece}` }));
      if (piece < 3) expect(await rollbacks.hold({ decision: "aud_y", bookmark: "snp_2", onto: "then" })).toMatchObject({ ok: false });
    });
    expect(await world.release(["snp_1"])).toBe(1);
    taken(await world.back("snp_1"));
    expect(new Set(world.dump().rows.map(({ json }) => JSON.parse(json).title.slice(0, 3)))).toEqual(new Set(["One"]));
  });
});

describe("a rollback under way", () => {
  const decided = { decision: "aud_x", bookmark: "snp_1", onto: "then" as const };

  it("keeps writes out and reads going until it is done", async () => {
    const { store, rollbacks, add } = await setUp();
    const row = await add({ title: "One" });
    await rollbacks.mark("snp_1");
    taken(await rollbacks.hold(decided));
    for (const refused of [
      await store.create(ada, "tasks", { title: "Two" }),
      await store.update(ada, "tasks", row.id, { title: "Two" }),
      await store.remove(ada, "tasks", row.id),
    ])
      expect(refused).toMatchObject({ ok: false, error: { code: "unavailable", retry: true } });
    expect(taken(await store.get(ada, "tasks", row.id))).toEqual(row);
    taken(await rollbacks.rollBack(decided));
    await add({ title: "Two" });
  });

  it("keeps a second one out, and takes effect once however often it is asked for", async () => {
    const { rollbacks, add, dump } = await setUp();
    await rollbacks.mark("snp_1");
    taken(await rollbacks.hold(decided));
    expect(await rollbacks.hold({ ...decided, decision: "aud_y" })).toMatchObject({ ok: false, error: { code: "conflict" } });
    taken(await rollbacks.hold(decided));
    taken(await rollbacks.rollBack(decided));
    await add({ title: "After it" });
    const after = dump();
    taken(await rollbacks.rollBack(decided));
    expect(dump()).toEqual(after);
  });

  it("lets writes go on when it is dropped", async () => {
    const { rollbacks, add } = await setUp();
    await rollbacks.mark("snp_1");
    taken(await rollbacks.hold(decided));
    rollbacks.drop("aud_x");
    expect(await add({ title: "One" })).toMatchObject({ revision: 1 });
  });

  it.each([BOUNDS, PIECES])("changes all or nothing, whichever of its statements fails", async (bounds) => {
    for (let fatal = 1; ; fatal++) {
      const real = memorySql();
      let left = Number.POSITIVE_INFINITY;
      const sql: Sql = {
        all: (query, ...values) => {
          if (left-- <= 0) throw new Error("killed");
          return real.all(query, ...values);
        },
        transaction: real.transaction,
      };
      const { store, rollbacks, add, dump } = await setUp(TASKS, sql, bounds);
      const row = await add({ title: "One", amount: 1 });
      await rollbacks.mark("snp_1");
      taken(await store.setSchema("current", VARIANTS[1]));
      taken(await store.update(ada, "tasks", row.id, { name: "Two" }));
      await add({ name: "Three" });
      const before = dump();
      taken(await rollbacks.hold(decided));
      left = fatal;
      let killed = false;
      try {
        taken(await rollbacks.rollBack(decided));
      } catch {
        killed = true;
      }
      left = Number.POSITIVE_INFINITY;
      // A new object over the same storage, as after a kill.
      const woken = open(real, bounds);
      const state = { rows: real.all(`select ${ROW_COLUMNS} from rows order by id`), schema: woken.store.schema("current") };
      if (woken.rollbacks.held()) expect(state).toEqual(before);
      taken(await woken.rollbacks.rollBack(decided));
      expect(woken.store.schema("current")).toEqual(TASKS);
      expect(taken(await woken.store.list(ada, "tasks", {})).rows).toEqual([row]);
      if (!killed) return;
    }
  });
});

type Step =
  | { do: "add"; text: string }
  | { do: "change" | "delete"; which: number; text: string }
  | { do: "migrate"; to: number }
  | { do: "mark" }
  | { do: "back"; which: number; onto: "then" | "now" }
  | { do: "release"; which: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("add" as const), text: fc.string({ minLength: 1, maxLength: 4 }) }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constantFrom("change" as const, "delete" as const),
      which: fc.nat(9),
      text: fc.string({ maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("migrate" as const), to: fc.nat(VARIANTS.length - 1) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant("mark" as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("back" as const), which: fc.nat(9), onto: fc.constantFrom("then" as const, "now" as const) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("release" as const), which: fc.nat(9) }) },
);

describe("any sequence of edits, migrations, bookmarks and rollbacks", () => {
  it.each([BOUNDS, PIECES])("gives back exactly the rows and tables that were, at once or in pieces", async (bounds) => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const { store, rollbacks, sql, dump, back, clock } = await setUp(TASKS, memorySql(), bounds);
        const marks = new Map<string, ReturnType<typeof dump>>();
        const pick = <T>(from: Iterable<T>, which: number): T | undefined => {
          const all = [...from];
          return all.length === 0 ? undefined : all[which % all.length];
        };
        const own = (values: { text: string }, table: string) => {
          const [column] = must(store.schema("current").tables.find(({ name }) => name === table)).columns;
          return { [must(column).name]: values.text };
        };
        for (const [index, one] of steps.entries()) {
          clock.advance(1);
          const [table] = store.schema("current").tables;
          if (one.do === "add") await store.create(ada, must(table).name, own(one, must(table).name));
          else if (one.do === "migrate") taken(await store.setSchema("current", VARIANTS[one.to]));
          else if (one.do === "mark") {
            await rollbacks.mark(`snp_${index}`);
            marks.set(`snp_${index}`, dump());
          } else if (one.do === "release") {
            const name = pick(marks.keys(), one.which);
            if (name !== undefined) marks.delete(name);
            clock.advance(2 * HOUR);
            await rollbacks.release([...marks.keys()]);
          } else if (one.do === "back") {
            const name = pick(marks.keys(), one.which);
            if (name === undefined) continue;
            const then = must(marks.get(name));
            const counted = taken(await rollbacks.compare(name)).tables.map((each) => [each.name, each.was]);
            for (const { name: of } of then.schema.tables)
              expect(counted).toContainEqual([of, then.rows.filter(({ table_name }) => table_name === of).length]);
            const now = store.schema("current");
            taken(await back(name, one.onto));
            expect(dump()).toEqual(one.onto === "then" ? then : await migrated(then, now));
          } else {
            const row = pick(sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`), one.which);
            if (!row) continue;
            if (one.do === "delete") await store.remove(ada, row.table_name, row.id);
            else if (store.schema("current").tables.some(({ name }) => name === row.table_name))
              await store.update(ada, row.table_name, row.id, own(one, row.table_name));
          }
        }
        for (const [name, then] of marks) {
          taken(await back(name));
          expect(dump()).toEqual(then);
        }
      }),
      { numRuns: runsOf(60, 4) },
    );
  });
});

/** What an ordinary migration makes of the same rows. */
async function migrated(then: { rows: StoredRow[]; schema: AppSchema }, now: AppSchema) {
  const { sql, store, dump } = await setUp(then.schema);
  for (const row of then.rows) {
    const { id, table_name, json, created_at, updated_at, created_by, revision } = row;
    sql.all(
      `insert into rows (${ROW_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)`,
      id,
      table_name,
      json,
      created_at,
      updated_at,
      created_by,
      revision,
    );
  }
  taken(await store.setSchema("current", now));
  return dump();
}
