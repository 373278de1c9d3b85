/** A change of tables while the app goes on: in pieces it comes to what it comes to at once, whatever is written or dies in between. */
import type { AppSchema, Column, Table } from "@edgewright/contracts";
import { at, type Sql } from "@edgewright/core";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { runsOf } from "@edgewright/testing/share";
import { taken } from "@edgewright/testing/taken";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DataStore } from "./data-store.ts";
import { DataRollbacks } from "./rollback.ts";
import { ROW_COLUMNS, type StoredRow } from "./sql.ts";
import { BOUNDS, type Bounds } from "./table-change.ts";

const ada = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write" } });
const PIECES: Bounds = { atOnceRows: 0, indexedRows: 0, rows: 3, length: 200, last: 1, cleared: 4 };
const AT_ONCE: Bounds = { ...BOUNDS, atOnceRows: Number.MAX_SAFE_INTEGER, indexedRows: Number.MAX_SAFE_INTEGER };

const title: Column = { name: "title", label: "Title", type: "text" };
const size: Column = { name: "size", label: "Size", type: "integer", unique: true };
const when: Column = { name: "when", label: "When", type: "text" };
const part: Column = { name: "part", label: "Part", type: "reference", ref: "things" };
const table = (name: string, columns: Column[], was: string[] = []): Table => ({ name, label: name, columns, was });
const BEFORE: AppSchema = { tables: [table("things", [title, size, when, part]), table("notes", [title])] };
const AFTER: Record<string, AppSchema> = {
  "a field renamed": { tables: [table("things", [{ ...title, name: "name", was: ["title"] }, size, when, part]), table("notes", [title])] },
  "a table renamed": { tables: [table("items", [title, size, when, { ...part, ref: "items" }], ["things"]), table("notes", [title])] },
  "a default": {
    tables: [
      table("things", [title, size, when, part, { name: "level", label: "L", type: "integer", default: 3 }]),
      table("notes", [title]),
    ],
  },
  "another type": { tables: [table("things", [title, size, { ...when, type: "datetime" }, part]), table("notes", [title])] },
  "an index": { tables: [table("things", [{ ...title, index: true }, size, when, part]), table("notes", [title])] },
  "no index": { tables: [table("things", [title, { ...size, unique: false }, when]), table("notes", [title])] },
  "all of it": {
    tables: [
      table(
        "items",
        [
          { ...title, name: "name", was: ["title"], index: true },
          { ...when, type: "datetime", name: "at", was: ["when"] },
          { ...part, ref: "items" },
          { name: "kind", label: "K", type: "text", default: "x" },
        ],
        ["things"],
      ),
      table("things", [title]),
    ],
  },
};
const SCHEMAS = [BEFORE, ...Object.values(AFTER)];

/** Everything that a change of tables is to keep right. */
const stateOf = (sql: Sql) => ({
  rows: sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`),
  shadows: sql.all("select id, json(shadow) as shadow from rows order by id"),
  counts: sql.all("select * from counts where rows > 0 order by table_name, author"),
  schemas: sql.all("select * from schemas order by channel"),
  indexes: sql
    .all<{ name: string }>("select name from sqlite_master where type = 'index' and tbl_name = 'rows' and name like 'key%' order by name")
    .map(({ name }) => name.replace(/^key2? /, "")),
  left: sql.all("select name from sqlite_master where name in ('rows_next', 'rows_old', 'counts_next') or name like 'rows_noted%'"),
});

/** A store over `sql`; `pause` runs between any two pieces. */
const open = (sql: Sql, bounds: Bounds, pause: () => unknown = () => {}) => {
  const clock = testClock();
  const deps = { sql, clock, publish: () => {}, pause: async () => void (await pause()), bounds, isMember: async () => true };
  const store = new DataStore(deps);
  return { clock, store, rollbacks: new DataRollbacks({ sql, clock, store }) };
};

/** The first call brings every row into today's form. */
const inForm = (store: DataStore) => store.create(ada, "nothing", {});

async function filled(rows: number, schema = BEFORE): Promise<Sql> {
  const sql = memorySql();
  const { store, clock } = open(sql, AT_ONCE);
  taken(await store.setSchema("current", schema));
  for (let n = 0; n < rows; n++) {
    clock.advance(1);
    const values = { title: `Title ${n}`, size: n, when: n % 2 ? "2026-03-31T09:30:00+05:00" : "soon" };
    taken(await store.create(ada, n % 4 ? "things" : "notes", n % 4 ? values : { title: values.title }));
  }
  return sql;
}

/** What the same rows become when all is done in one transaction. */
async function atOnce(rows: StoredRow[], before: AppSchema, after: AppSchema) {
  const sql = memorySql();
  const { store } = open(sql, AT_ONCE);
  taken(await store.setSchema("current", before));
  const columns = ROW_COLUMNS.split(", ");
  const marks = columns.map(() => "?").join(", ");
  for (const row of rows) sql.all(`insert into rows (${ROW_COLUMNS}) values (${marks})`, ...Object.values(row));
  // As if they had been written one by one.
  await inForm(open(sql, AT_ONCE).store);
  taken(await store.setSchema("current", after));
  await inForm(store);
  return stateOf(sql);
}

type Write = { do: "add" | "change" | "remove"; which: number; text: string };
const write: fc.Arbitrary<Write> = fc.record({
  do: fc.constantFrom("add", "change", "remove"),
  which: fc.nat(30),
  text: fc.string({ maxLength: 5 }),
});

/** Into whatever tables there are at the moment. */
async function apply(store: DataStore, sql: Sql, { do: kind, which, text }: Write): Promise<void> {
  const { tables } = store.schema("current");
  const of = at(tables, which % tables.length);
  const values = { [at(of.columns, 0).name]: text };
  const rows = sql.all<{ id: string }>("select id from rows where table_name = ? order by id", of.name);
  const id = rows[which % Math.max(1, rows.length)]?.id ?? "none";
  if (kind === "add") await store.create(ada, of.name, values);
  else if (kind === "change") await store.update(ada, of.name, id, values);
  else await store.remove(ada, of.name, id);
}

/** Whatever is asked of it fails from a given statement on, as when a process is killed. */
function mortal(sql: Sql, dies: number): Sql {
  let left = dies;
  return {
    all: (query, ...values) => {
      if (left-- <= 0) throw new Error("killed");
      return sql.all(query, ...values);
    },
    transaction: (work) => sql.transaction(work),
  };
}

describe("a change of tables in pieces", () => {
  it("comes to what it is at once, with writes in between, wherever it is killed", async () => {
    const cases = {
      from: fc.constantFrom(...SCHEMAS),
      to: fc.constantFrom(...SCHEMAS),
      rows: fc.nat(14),
      writes: fc.array(write, { maxLength: 12 }),
      dies: fc.array(fc.nat(250), { maxLength: 3 }),
    };
    await fc.assert(
      fc.asyncProperty(fc.record(cases), async ({ from, to, rows, writes, dies }) => {
        const sql = await filled(rows);
        const prepared = open(sql, AT_ONCE).store;
        taken(await prepared.setSchema("current", from));
        await inForm(prepared);
        await open(sql, AT_ONCE).rollbacks.mark("snp_1");
        const then = stateOf(sql);
        let last = then.rows;
        const left = [...writes];
        for (const statements of [...dies, Number.POSITIVE_INFINITY]) {
          const at = open(mortal(sql, statements + 60), PIECES, async () => {
            const next = left.shift();
            const done = JSON.stringify(at.store.schema("current")) === JSON.stringify(to);
            if (next && !done) await apply(at.store, sql, next);
            if (!done) last = sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`);
          });
          const changed = at.store.setSchema("current", to).then(() => at.store.alone(() => {}));
          await (statements === Number.POSITIVE_INFINITY ? changed : changed.catch(() => {}));
        }
        const { store, rollbacks } = open(sql, PIECES);
        await inForm(store);
        const expected = await atOnce(last, from, to);
        expect(stateOf(sql)).toEqual(expected);
        taken(await rollbacks.rollBack({ decision: "aud_1", bookmark: "snp_1", onto: "then" }));
        await rollbacks.release(["snp_1"]);
        expect({ ...stateOf(sql), shadows: [] }).toEqual({ ...then, shadows: [] });
      }),
      { numRuns: runsOf(60, 4) },
    );
  });

  it.each(Object.entries(AFTER))("goes on after a death between any two pieces: %s", async (_name, after) => {
    const from = await filled(11);
    const rows = from.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`);
    const expected = await atOnce(rows, BEFORE, after);
    for (let fatal = 1, died = true; died; fatal++) {
      const sql = await filled(0);
      for (const row of rows) sql.all(`insert into rows (${ROW_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?)`, ...Object.values(row));
      await inForm(open(sql, AT_ONCE).store);
      let pauses = 0;
      const first = open(sql, PIECES, () => {
        if (++pauses === fatal) throw new Error("killed");
      });
      died = await first.store
        .setSchema("current", after)
        .then(() => first.store.alone(() => {}))
        .then(
          () => false,
          () => true,
        );
      const woken = open(sql, PIECES);
      // What was begun is in the database, and goes on without being asked for again.
      if (fatal === 1) expect(woken.store.changing()).toBe(died);
      await woken.store.alone(() => {});
      expect(stateOf(sql)).toEqual(expected);
    }
  });

  it("leaves rows to be read and written as they were until it is done", async () => {
    const sql = await filled(40);
    const after = at(Object.values(AFTER), 0);
    const seen = new Set<string>();
    const { store } = open(sql, PIECES, async () => {
      const [row] = sql.all<{ id: string }>("select id from rows where table_name = 'things' order by id limit 1");
      const got = taken(await store.get(ada, "things", String(row?.id)));
      seen.add("title" in got ? "before" : "after");
      if ("title" in got) taken(await store.update(ada, "things", got.id, { title: `Title ${got.revision + 1}` }));
    });
    taken(await store.setSchema("current", after));
    await store.alone(() => {});
    expect([...seen]).toEqual(["before", "after"]);
    const [first] = sql.all<{ json: string; revision: number }>(
      "select json, revision from rows where table_name = 'things' order by id limit 1",
    );
    expect(JSON.parse(String(first?.json)).name).toBe(`Title ${first?.revision}`);
  });

  it("waits for another, and what is asked for last holds", async () => {
    const sql = await filled(20);
    const rows = sql.all<StoredRow>(`select ${ROW_COLUMNS} from rows order by id`);
    const [renamed, moved] = [at(SCHEMAS, 1), at(SCHEMAS, 2)];
    const { store, rollbacks } = open(sql, PIECES);
    const told = await Promise.all([store.setSchema("current", renamed), store.setSchema("current", moved), rollbacks.mark("snp_1")]);
    expect(taken(told[0])).toEqual(["Field title of things is now name."]);
    expect(store.schema("current")).toEqual(moved);
    await store.alone(() => {});
    expect(stateOf(sql).rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
    expect(taken(await store.list(ada, "items", {})).total).toBe(15);
  });

  it("changes no more rows at once, however many there are", async () => {
    const most: number[] = [];
    for (const rows of [200, 800]) {
      const sql = await filled(rows);
      const changed = () => Number(sql.all<{ n: number }>("select total_changes() as n")[0]?.n);
      const pieces: number[] = [];
      let before = changed();
      const { store } = open(sql, { ...PIECES, rows: 20, length: 100_000, cleared: 20 }, () => {
        pieces.push(changed() - before);
        before = changed();
      });
      taken(await store.setSchema("current", at(SCHEMAS, SCHEMAS.length - 1)));
      await store.alone(() => {});
      most.push(Math.max(...pieces));
    }
    expect(most[1]).toBeLessThanOrEqual(Number(most[0]));
  });
});

describe("a rollback in pieces", () => {
  it.each(["then", "now"] as const)("goes on after a death between any two pieces, onto the tables of %s", async (onto) => {
    const after = at(SCHEMAS, SCHEMAS.length - 1);
    const input = { decision: "aud_1", bookmark: "snp_1", onto };
    const prepared = async () => {
      const sql = await filled(9);
      const { store, rollbacks } = open(sql, AT_ONCE);
      await rollbacks.mark("snp_1");
      const then = stateOf(sql);
      taken(await store.setSchema("current", after));
      for (const which of [1, 4, 6]) await apply(store, sql, { do: "remove", which, text: "" });
      for (const which of [0, 1, 2]) await apply(store, sql, { do: "change", which, text: "Changed" });
      for (const which of [0, 1]) await apply(store, sql, { do: "add", which, text: "Added" });
      await rollbacks.mark("snp_undo");
      return { sql, then, now: stateOf(sql) };
    };
    for (let fatal = 1, died = true; died; fatal++) {
      const { sql, then, now } = await prepared();
      const expected = onto === "then" ? then : await atOnce(then.rows, BEFORE, after);
      let pauses = 0;
      const first = open(sql, PIECES, () => {
        if (++pauses === fatal) throw new Error("killed");
      });
      died = await first.rollbacks.rollBack(input).then(
        () => false,
        () => true,
      );
      if (died && first.rollbacks.held() !== null) expect(stateOf(sql).rows).toEqual(now.rows);
      const { rollbacks, store } = open(sql, PIECES);
      await store.alone(() => {});
      expect(rollbacks.held()).toBeNull();
      taken(await rollbacks.rollBack(input));
      expect(stateOf(sql)).toEqual(expected);
      taken(await rollbacks.rollBack({ decision: "aud_2", bookmark: "snp_undo", onto: "then" }));
      await store.alone(() => {});
      expect(stateOf(sql)).toEqual(now);
    }
  });
});

describe("an index that a later build of the platform wants", () => {
  const want = "rows_author";
  const named = (sql: Sql) =>
    sql.all<{ name: string }>("select name from sqlite_master where type = 'index' and tbl_name = 'rows'").map(({ name }) => name);

  it("is made in pieces over many rows, while whoever asks waits and nothing is lost", async () => {
    const sql = memorySql();
    const open = (given: Sql, pauses = { count: 0 }) =>
      new DataStore({
        ...{ sql: given, clock: testClock(), publish: () => undefined, bounds: PIECES, isMember: async () => true },
        pause: async () => void pauses.count++,
      });
    const before = open(sql);
    taken(await before.setSchema("current", BEFORE));
    for (let size = 0; size < 20; size++) taken(await before.create(ada, "things", { title: `${size}`, size }));
    await before.alone(() => {});
    const rows = sql.all(`select ${ROW_COLUMNS} from rows order by id`);
    for (const name of named(sql)) if (name.startsWith(want) || name.includes("things.size")) sql.all(`drop index "${name}"`);
    // No statement makes an index where there are rows.
    const watched: Sql = {
      ...sql,
      all: (text, ...values) => {
        const [, on] = /^create index .* on (\w+)/.exec(text) ?? [];
        if (on?.startsWith("rows")) expect(sql.all(`select 1 from ${on} limit 1`)).toEqual([]);
        return sql.all(text, ...values);
      },
    };
    const pauses = { count: 0 };
    const store = open(watched, pauses);
    expect(store.changing()).toBe(true);
    expect(taken(await store.list(ada, "things", {})).total).toBe(20);
    expect((await store.create(ada, "things", { title: "again", size: 3 })).ok).toBe(false);
    expect(pauses.count).toBeGreaterThan(5);
    await store.alone(() => {});
    expect(sql.all(`select ${ROW_COLUMNS} from rows order by id`)).toEqual(rows);
    expect(named(sql).some((name) => name.startsWith(want))).toBe(true);
    expect(named(sql).some((name) => name.includes("things.size"))).toBe(true);
    expect(open(sql).changing()).toBe(false);
  });
});
