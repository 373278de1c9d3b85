/** Sample rows: put in once, cleared for good, replaced by another set, and never in the way of rows that people add. */
import { type AppSchema, isSampleId, type SampleRows } from "@edgewright/contracts";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { taken } from "@edgewright/testing/taken";
import { beforeEach, expect, test } from "vitest";
import { DataStore } from "./data-store.ts";
import { Samples } from "./samples.ts";

const text = (name: string) => ({ name, label: name, type: "text" as const });
const PEOPLE = { name: "people", label: "People", columns: [{ ...text("name"), required: true }] };
const TASKS = {
  name: "tasks",
  label: "Tasks",
  columns: [
    text("title"),
    { name: "due", label: "Due", type: "date" as const },
    { name: "seen", label: "Seen", type: "datetime" as const },
    { name: "person", label: "Person", type: "reference" as const, ref: "people", required: true },
  ],
};
const SCHEMA: AppSchema = { tables: [TASKS, PEOPLE] };
const SAMPLES: SampleRows = {
  set: 1,
  rows: {
    people: [{ name: "Ada" }, { name: "Grace" }],
    tasks: [
      { title: "Call", due: "today+3", seen: "today-1 08:30", person: 2 },
      { title: "Write", due: "today", person: 1 },
    ],
  },
};
const ADA = writer(
  { channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write", role: "admin" } },
  { organizationId: "org_test", projectId: "prj_test", way: "sample" },
);

let data: { store: DataStore; samples: Samples };
beforeEach(async () => {
  const own = { sql: memorySql(), clock: testClock(Date.UTC(2026, 2, 10, 12)) };
  const store = new DataStore({ ...own, publish: () => {}, pause: async () => {}, isMember: async () => true });
  data = { store, samples: new Samples({ ...own, store }) };
  await data.store.setSchema("current", SCHEMA);
});

const rowsOf = async (table: string) => taken(await data.store.list(ADA, table, {})).rows;
const clear = async () => {
  for (const table of ["tasks", "people"])
    for (const { id } of await rowsOf(table)) if (isSampleId(id)) taken(await data.store.remove(ADA, table, id));
};

test("days are counted from today, and a reference means a row by its number", async () => {
  await data.samples.follow(ADA, SAMPLES);
  const [ada, grace] = await rowsOf("people");
  expect(await rowsOf("tasks")).toMatchObject([
    { title: "Call", due: "2026-03-13", seen: "2026-03-09T08:30:00.000Z", person: grace?.id, createdBy: "usr_ada" },
    { title: "Write", due: "2026-03-10", person: ada?.id },
  ]);
});

test("they are put in once: what is cleared stays away, and so do those of tables that come later", async () => {
  await data.samples.follow(ADA, SAMPLES);
  await data.samples.follow(ADA, SAMPLES);
  expect(await rowsOf("tasks")).toHaveLength(2);
  await clear();
  await data.store.setSchema("current", { tables: [...SCHEMA.tables, { name: "notes", label: "Notes", columns: [text("body")] }] });
  await data.samples.follow(ADA, { ...SAMPLES, rows: { ...SAMPLES.rows, notes: [{ body: "x" }] } });
  expect([...(await rowsOf("people")), ...(await rowsOf("tasks")), ...(await rowsOf("notes"))]).toEqual([]);
});

test("a table that comes later has its own, next to those that are there", async () => {
  await data.samples.follow(ADA, SAMPLES);
  const by = { name: "by", label: "By", type: "reference" as const, ref: "people" };
  const notes = { name: "notes", label: "Notes", columns: [text("body"), by] };
  await data.store.setSchema("current", { tables: [...SCHEMA.tables, notes] });
  await data.samples.follow(ADA, { ...SAMPLES, rows: { ...SAMPLES.rows, notes: [{ body: "x", by: 1 }] } });
  expect(await rowsOf("notes")).toMatchObject([{ body: "x", by: (await rowsOf("people"))[0]?.id }]);
  expect(await rowsOf("tasks")).toHaveLength(2);
});

test("another set takes their place, no set takes them out, and rows of one's own stay with what they need", async () => {
  await data.samples.follow(ADA, SAMPLES);
  const [ada] = await rowsOf("people");
  taken(await data.store.create(ADA, "tasks", { title: "Mine", person: ada?.id }));
  await data.samples.follow(ADA, { set: 2, rows: { people: [{ name: "Mary" }] } });
  expect((await rowsOf("people")).map(({ name }) => name)).toEqual(["Ada", "Mary"]);
  expect((await rowsOf("tasks")).map(({ title }) => title)).toEqual(["Mine"]);
  await data.samples.follow(ADA, null);
  expect((await rowsOf("people")).map(({ name }) => name)).toEqual(["Ada"]);
  await data.samples.follow(ADA, SAMPLES);
  expect((await rowsOf("people")).map(({ name }) => name)).toEqual(["Ada", "Grace"]);
});

test("one that somebody has changed is theirs: it stays with what it refers to, and the next set counts its own", async () => {
  await data.samples.follow(ADA, SAMPLES);
  const [call] = await rowsOf("tasks");
  taken(await data.store.update(writer({ channel: "current", actor: ADA.actor }), "tasks", String(call?.id), { title: "Call Mary" }));
  await data.samples.follow(ADA, { set: 2, rows: { people: [{ name: "Mary" }], tasks: [{ title: "Plan", person: 1 }] } });
  const people = await rowsOf("people");
  const mary = people.find(({ name }) => name === "Mary");
  expect((await rowsOf("tasks")).map(({ title, person }) => [title, person])).toEqual([
    ["Call Mary", call?.person],
    ["Plan", mary?.id],
  ]);
  expect(people.map(({ name }) => name)).toEqual(["Grace", "Mary"]);
  await data.samples.follow(ADA, null);
  expect((await rowsOf("tasks")).map(({ title }) => title)).toEqual(["Call Mary"]);
});

test("rows that the author brought along are put in once, in place of samples, and stay whatever comes", async () => {
  await data.samples.follow(ADA, SAMPLES);
  const own = { ...SAMPLES, own: true };
  await data.samples.follow(ADA, own);
  const [first] = await rowsOf("tasks");
  expect(await rowsOf("tasks")).toHaveLength(2);
  expect((await rowsOf("people")).some(({ id }) => isSampleId(id))).toBe(false);
  expect((await rowsOf("people")).map(({ id }) => id)).toContain(first?.person);
  taken(await data.store.remove(ADA, "tasks", String(first?.id)));
  await data.samples.follow(ADA, null);
  await data.samples.follow(ADA, own);
  expect(await rowsOf("tasks")).toHaveLength(1);
});

test("one that the table's rules refuse is left out, and said in its own change log otherwise", async () => {
  await data.samples.follow(ADA, { set: 1, rows: { people: [{ name: "" }, { name: "Ada" }], tasks: [{ title: "Call", person: 9 }] } });
  const [ada] = await rowsOf("people");
  expect(await rowsOf("tasks")).toEqual([]);
  expect(taken(data.store.changes(ADA, "people", String(ada?.id)))).toMatchObject([{ type: "created", way: "sample" }]);
});
