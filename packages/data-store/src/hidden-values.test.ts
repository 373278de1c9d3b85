/**
 * No call gives away what a policy hides, whatever the tables, rows, policies and people are: each answers the same in a world in
 * which everything hidden is something else. (Only `revision` and `updatedAt` may differ: they count what was computed anew.)
 */
import { type AppSchema, actorAs, type Column, type DataActor, type MemberActor, type RowWriter, type Table } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { type Random, random } from "@edgewright/testing/random";
import { sampleOf } from "@edgewright/testing/share";
import { expect, it } from "vitest";
import type { StoredChange } from "./change-record.ts";
import { DataStore } from "./data-store.ts";
import { reaches, seesField, seesFieldOfAll } from "./policy.ts";
import type { Values } from "./validate.ts";
import { viewOf } from "./view.ts";

const RULES = [
  "member",
  "owner",
  "anyone",
  "role:manager",
  "user.role == 'admin'",
  "'boss' in user.roles || row.state == 'open'",
  "row.state == 'open'",
];
const COLUMNS: Record<string, Column[]> = {
  groups: [
    { name: "name", label: "Name", type: "text" },
    { name: "budget", label: "Budget", type: "number" },
    { name: "state", label: "State", type: "select", options: ["open", "shut"] },
    { name: "twice", label: "Twice", type: "number", formula: "row.budget * 2" },
    { name: "total", label: "Total", type: "number", rollup: { of: "sum", table: "items", through: "group", column: "amount" } },
    {
      name: "open",
      label: "Open",
      type: "number",
      rollup: { of: "count", table: "items", through: "group", where: "row.state == 'open'" },
    },
  ],
  items: [
    { name: "title", label: "Title", type: "text" },
    { name: "amount", label: "Amount", type: "number" },
    { name: "state", label: "State", type: "select", options: ["open", "shut"] },
    { name: "tags", label: "Tags", type: "multiselect", options: ["red", "blue"] },
    { name: "group", label: "Group", type: "reference", ref: "groups" },
    { name: "budget", label: "Budget of the group", type: "number", lookup: { through: "group", column: "budget" } },
    { name: "more", label: "More", type: "number", formula: "row.amount + row.budget" },
  ],
};
const WORDS = ["alpha", "beta", "gamma", "delta"];
const ADA: MemberActor = { kind: "member", userId: "usr_ada", may: "write", role: "editor", roles: [] };
const ADMIN: MemberActor = { kind: "member", userId: "usr_bob", may: "write", role: "admin", roles: ["manager", "boss"] };
const VIEWERS: Record<string, DataActor> = {
  "a member": { ...ADMIN, role: "editor", roles: [] },
  "a manager": { ...ADMIN, role: "editor", roles: ["manager"] },
  "a visitor": { kind: "visitor" },
  "the app's server": { kind: "app" },
  "an admin who looks as a member": actorAs("member", ADMIN),
  "a member who looks as a manager": actorAs("role:manager", { ...ADMIN, role: "editor", roles: [] }),
  "an admin who looks as a visitor": actorAs("visitor", ADMIN),
};

function schemaOf(draw: Random): AppSchema {
  const policyOf = () => ({ read: draw.pick(RULES), create: draw.pick(RULES), update: draw.pick(RULES), delete: draw.pick(RULES) });
  const ruled = (column: Column): Column =>
    draw.below(3) === 0 && column.name !== "state" ? { ...column, policy: { read: draw.pick(RULES) } } : column;
  const isComputed = (column: Column) => column.formula ?? column.lookup ?? column.rollup;
  const tables = Object.entries(COLUMNS).map(
    ([name, columns]): Table => ({
      ...{ name, label: name, policy: policyOf() },
      columns: columns.map((column) => (isComputed(column) ? column : ruled(column))),
    }),
  );
  return { tables };
}

/** A row: who adds it, what it holds at first and at last, and whether it is deleted in the end. */
type Made = { id: string; table: string; by: RowWriter; first: Values; last: Values; deleted: boolean };

const valuesOf = (table: string, draw: Random): Values =>
  table === "groups"
    ? { name: draw.pick(WORDS), budget: draw.below(9), state: draw.pick(["open", "shut"]) }
    : {
        ...{
          title: draw.pick(WORDS),
          amount: draw.below(9),
          state: draw.pick(["open", "shut"]),
          tags: draw.sample(["red", "blue"], draw.below(3)),
        },
        group: `row_groups${draw.below(3)}`,
      };

const as = (actor: DataActor): RowWriter => writer({ channel: "current", actor });

const madeBy = (draw: Random): Made[] =>
  ["groups", "items"].flatMap((table) =>
    Array.from(
      { length: table === "groups" ? 3 : 5 },
      (_, at): Made => ({
        ...{ id: `row_${table}${at}`, table, by: as(draw.pick<DataActor>([ADA, ADMIN, { kind: "visitor" }])) },
        ...{ first: valuesOf(table, draw), last: valuesOf(table, draw), deleted: table === "items" && draw.below(5) === 0 },
      }),
    ),
  );

/** The same rows, in which all that `actor` may not see is something else. */
function otherwise(rows: readonly Made[], schema: AppSchema, actor: DataActor, draw: Random): Made[] {
  return rows.map((row) => {
    const table = schema.tables.find(({ name }) => name === row.table);
    if (!table) throw new Error("No such table.");
    const view = viewOf(table, schema, "", { actor, now: "2026-03-31T09:30:00.000Z", today: "2026-03-31", day: "2026-03-31" });
    const { actor: author } = row.by;
    const stored = (values: Values) => ({ json: JSON.stringify(values), created_by: author.kind === "member" ? author.userId : null });
    const [first, last] = [valuesOf(row.table, draw), valuesOf(row.table, draw)];
    // Rules ask for the state, which stays: who sees what must be the same in both worlds.
    const within = (values: Values, other: Values, isHidden: (name: string) => boolean) =>
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, name !== "state" && isHidden(name) ? other[name] : value]));
    const hidden = (values: Values) => !reaches(view, "read", stored(values));
    if (hidden(row.first) && hidden(row.last))
      return { ...row, first: within(row.first, first, () => true), last: within(row.last, last, () => true) };
    return {
      ...row,
      first: within(
        row.first,
        first,
        (name) => (hidden(row.first) || !seesField(view, name, stored(row.first))) && !seesFieldOfAll(view, name),
      ),
      last: within(row.last, last, (name) => hidden(row.last) || !seesField(view, name, stored(row.last))),
    };
  });
}

async function worldOf(schema: AppSchema, rows: readonly Made[]) {
  const changes: StoredChange[] = [];
  const sql = memorySql();
  const deps = { sql, clock: testClock(), pause: async () => {}, isMember: async () => true };
  const store = new DataStore({ ...deps, publish: (told) => changes.push(...told) });
  const anyone = { read: "anyone", create: "anyone", update: "anyone", delete: "anyone" };
  const open = {
    tables: schema.tables.map(({ columns, ...table }) => ({
      ...table,
      policy: anyone,
      columns: columns.map((one) => ({ ...one, policy: undefined })),
    })),
  };
  const done = async (outcome: Promise<{ ok: boolean }>) => {
    const { ok, ...rest } = await outcome;
    if (!ok) throw new Error(JSON.stringify(rest));
  };
  await done(store.setSchema("current", open));
  for (const { by, table, first, id } of rows) await done(store.create(by, table, { ...first }, id));
  for (const { by, table, last, id } of rows) await done(store.update(by, table, id, { ...last }));
  for (const { by, table, deleted, id } of rows) if (deleted) await done(store.remove(by, table, id));
  await done(store.setSchema("current", schema));
  return { store, changes };
}

type World = Awaited<ReturnType<typeof worldOf>>;

/** Every call that reads, and those that write and are refused. */
async function answersOf({ store, changes }: World, who: RowWriter, rows: readonly Made[]): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {};
  for (const [table, columns] of Object.entries(COLUMNS)) {
    const say = async (name: string, answer: unknown) => {
      answers[`${table}: ${name}`] = await answer;
    };
    await say("list", store.list(who, table, {}));
    for (const word of WORDS) await say(`search ${word}`, store.list(who, table, { search: word }));
    await say("count", store.totals(who, table, { figures: { all: { of: "count" } } }));
    await say("deleted", store.deleted(who, table));
    for (const { name: column, type } of columns) {
      for (const direction of ["asc", "desc"] as const)
        await say(`by ${column} ${direction}`, store.list(who, table, { sort: [{ column, direction }], limit: 2 }));
      await say(`${column} empty`, store.list(who, table, { filters: [{ not: { column, op: "empty" } }] }));
      await say(
        `groups of ${column}`,
        store.totals(who, table, { figures: { all: { of: "count" } }, by: type === "multiselect" ? [] : [{ column }] }),
      );
      if (type !== "number") continue;
      const figures = { sum: { of: "sum" as const, column }, avg: { of: "avg" as const, column }, max: { of: "max" as const, column } };
      await say(`totals of ${column}`, store.totals(who, table, { figures }));
      for (const value of [2, 4, 8])
        await say(`${column} over ${value}`, store.list(who, table, { filters: [{ column, op: "gt", value }] }));
    }
  }
  for (const { id, table, deleted } of rows) {
    answers[`get ${id}`] = await store.get(who, table, id);
    answers[`history of ${id}`] = store.changes(who, table, id);
    if (!deleted) answers[`update of ${id}`] = await store.update(who, table, id, {}, 99);
  }
  answers.live = changes.flatMap((change) => store.seen(who, change) ?? []);
  return answers;
}

const UNCOUNTED = new Set(["revision", "updatedAt", "cursor", "number"]);
const plain = (answers: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, JSON.stringify(answer, (key, value) => (UNCOUNTED.has(key) ? null : value))]),
  );

const cases = Array.from({ length: 24 }, (_, seed) => Object.keys(VIEWERS).map((viewer) => ({ viewer, seed }))).flat();

it.each(sampleOf(cases, 40))("$viewer learns nothing of what is hidden, drawn by $seed", async ({ viewer, seed }) => {
  const draw = random(seed);
  const [schema, rows, actor] = [schemaOf(draw), madeBy(draw), VIEWERS[viewer] as DataActor];
  const others = otherwise(rows, schema, actor, random(seed + 1000));
  const [one, other] = [await worldOf(schema, rows), await worldOf(schema, others)];
  const who = as(actor);
  expect(plain(await answersOf(other, who, others))).toEqual(plain(await answersOf(one, who, rows)));
});

it("would see the difference, were nothing hidden", async () => {
  const rule = "anyone" as const;
  const policy = { read: rule, create: rule, update: rule, delete: rule };
  const schema = { tables: Object.entries(COLUMNS).map(([name, columns]) => ({ name, label: name, policy, columns })) };
  const rows = madeBy(random(2));
  const others = rows.map((row, at) => (at === 0 ? { ...row, last: { ...row.last, budget: 77 } } : row));
  const [one, other] = [await worldOf(schema, rows), await worldOf(schema, others)];
  const [said, differently] = [plain(await answersOf(one, as(ADA), rows)), plain(await answersOf(other, as(ADA), others))];
  const told = Object.keys(said).filter((name) => said[name] !== differently[name]);
  expect(told).toEqual(expect.arrayContaining(["groups: list", "groups: by twice desc", "history of row_groups0", "live"]));
});
