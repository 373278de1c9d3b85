/** An app's rows over HTTP. */
import type { DataRow, RowChangeList, RowPage } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const project = await projectWithVersion(world, ada);
const base = `/api/projects/${project.id}/data`;
const rows = `${base}/tables/tasks/rows`;
const schema = {
  tables: [
    {
      name: "tasks",
      label: "Tasks",
      columns: [
        { name: "title", label: "Title", type: "text" as const, required: true },
        { name: "done", label: "Done", type: "boolean" as const },
      ],
    },
  ],
};
await world.storeOf(project.id).setSchema("current", schema);
const json = async <T>(response: Response) => (await response.json()) as T;
const create = async (values: object) => json<DataRow>(await ada.call("POST", rows, { values }));

test("the tables of the live version", async () => {
  expect(await json(await ada.call("GET", `${base}/schema`))).toEqual({ schema });
});

test("rows are added, read, changed and deleted, and the log tells of each", async () => {
  const row = await create({ title: "Buy milk" });
  expect(row).toMatchObject({ title: "Buy milk", revision: 1, createdBy: ada.id });
  const changed = await ada.call("PATCH", `${rows}/${row.id}`, { values: { done: true }, revision: 1 });
  expect(await json(changed)).toMatchObject({ title: "Buy milk", done: true, revision: 2 });
  const stale = await ada.call("PATCH", `${rows}/${row.id}`, { values: { done: false }, revision: 1 });
  expect(stale.status).toBe(409);
  expect(await json(stale)).toMatchObject({ code: "row_stale", fields: { revision: "2" } });
  expect((await ada.call("DELETE", `${rows}/${row.id}`)).status).toBe(200);
  expect((await ada.call("GET", `${rows}/${row.id}`)).status).toBe(404);
  const log = (await world.database.query.auditLog.findMany()).filter(({ subject }) => subject === row.id);
  expect(log.map(({ action }) => action)).toEqual(["data.row_created", "data.row_updated", "data.row_deleted"]);
});

test("rows are filtered, sorted and paged by a query", async () => {
  for (const title of ["Pear", "Apple", "Fig"]) await create({ title });
  const q = (query: object) => `${rows}?q=${encodeURIComponent(JSON.stringify(query))}`;
  const page = await json<RowPage>(await ada.call("GET", q({ sort: [{ column: "title" }], limit: 2 })));
  expect([page.rows.map(({ title }) => title), page.total]).toEqual([["Apple", "Fig"], 3]);
  const found = await json<RowPage>(await ada.call("GET", q({ filters: [{ column: "title", op: "contains", value: "ea" }] })));
  expect(found.rows.map(({ title }) => title)).toEqual(["Pear"]);
  expect((await ada.call("GET", `${rows}?q={`)).status).toBe(400);
  expect((await ada.call("GET", q({ limit: 0 }))).status).toBe(400);
  expect((await ada.call("GET", q({ sort: [{ column: "title'; drop table rows" }] }))).status).toBe(400);
});

test("rows are added up in all and by groups", async () => {
  const totals = (query: object) => ada.call("GET", `${base}/tables/tasks/totals?q=${encodeURIComponent(JSON.stringify(query))}`);
  await create({ title: "Quince", done: true });
  const query = {
    figures: { tasks: { of: "count" } },
    by: [{ column: "done" }],
    filters: [{ column: "title", op: "in", value: ["fig", "quince"] }],
  };
  expect(await json(await totals(query))).toEqual({
    all: { tasks: 2 },
    groups: [
      { by: { done: true }, figures: { tasks: 1 } },
      { by: { done: null }, figures: { tasks: 1 } },
    ],
  });
  expect((await totals({ figures: { tasks: { of: "sum", column: "title" } } })).status).toBe(400);
  expect((await totals({})).status).toBe(400);
});

test("a write says where its writer is by the name of a time zone", async () => {
  const send = async (zone: string) => (await ada.call("POST", rows, { values: { title: "Here" }, zone })).status;
  expect([await send("Europe/Berlin"), await send("Nowhere/City")]).toEqual([201, 400]);
});

test("what does not fit the schema is refused by field", async () => {
  const response = await ada.call("POST", rows, { values: { title: 5 } });
  expect(response.status).toBe(422);
  expect(await json(response)).toMatchObject({ code: "row_invalid", fields: { title: expect.any(String) } });
  expect((await ada.call("POST", `${base}/tables/none/rows`, { values: {} })).status).toBe(404);
});

test("a row's changes say who, when, from what and to what", async () => {
  const row = await create({ title: "Buy milk" });
  await ada.call("PATCH", `${rows}/${row.id}`, { values: { title: "Buy bread" } });
  const { items } = await json<RowChangeList>(await ada.call("GET", `${rows}/${row.id}/changes`));
  const by = { kind: "member", id: ada.id, name: "Ada" };
  expect(items).toEqual([
    {
      number: expect.any(Number),
      at: expect.any(String),
      type: "updated",
      way: "screen",
      by,
      from: { title: "Buy milk" },
      to: { title: "Buy bread" },
    },
    { number: expect.any(Number), at: row.createdAt, type: "created", way: "screen", by, from: {}, to: { title: "Buy milk" } },
  ]);
  expect((await ada.call("GET", `${rows}/row_gone/changes`)).status).toBe(404);
});

test("a row that is sent twice under a key is added once, and another under that key is refused", async () => {
  const send = (title: string) => ada.call("POST", rows, { values: { title } }, { "idempotency-key": "row-1" });
  const [first, again] = [await send("Once"), await send("Once")];
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await json(again)).toEqual(await json(first));
  const other = await send("Twice");
  expect([other.status, await json(other)]).toMatchObject([409, { code: "conflict" }]);
  expect((await ada.call("POST", rows, { values: { title: "Once" } }, { "idempotency-key": "no key" })).status).toBe(400);
});
