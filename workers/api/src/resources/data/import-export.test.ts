/** Rows of an app brought in and taken out over HTTP. */
import type { RowImport, RowPage } from "@edgewright/contracts";
import { apiWorld, projectWithVersion } from "@edgewright/testing/api-world";
import { must } from "@edgewright/testing/must";
import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";

const world = await apiWorld();
const ada = await world.signUp("Ada");
const project = await projectWithVersion(world, ada);
const base = `/api/projects/${project.id}/data`;
await world.storeOf(project.id).setSchema("current", {
  tables: [
    { name: "people", label: "People", columns: [{ name: "name", label: "Name", type: "text", unique: true, required: true }] },
    {
      ...{ name: "tasks", label: "Tasks" },
      columns: [
        { name: "title", label: "Title", type: "text", required: true },
        { name: "done", label: "Done", type: "boolean" },
        { name: "due", label: "Due", type: "date" },
        { name: "spent", label: "Spent", type: "duration" },
        { name: "cost", label: "Cost", type: "money", currency: "EUR" },
        { name: "person", label: "Person", type: "reference", ref: "people" },
        { name: "seller", label: "Seller", type: "user" },
      ],
    },
  ],
});
const json = async <T>(response: Response) => (await response.json()) as T;
const call = async <T>(method: string, path: string, body?: object) => json<T>(await ada.call(method, `${base}${path}`, body));
const importInto = async (table: string, rows: object[], key: string | null = null) => {
  const { id } = await call<RowImport>("POST", `/tables/${table}/imports`, { key });
  await call("POST", `/imports/${id}/rows`, { first: 1, rows });
  return `/imports/${id}`;
};

test("rows are handed in, written, and the log tells of it once", async () => {
  const path = await importInto("people", [{ name: "Bea" }, { name: "Cy" }]);
  expect(await call("GET", path)).toMatchObject({ stage: "reading", rows: 2, added: 2, problemCount: 0 });
  const answer = await ada.call("POST", `${base}${path}/write`);
  expect(answer.status).toBe(202);
  expect(await call("GET", path)).toMatchObject({ stage: "done", written: 2 });
  const page = await call<RowPage>("GET", "/tables/people/rows");
  expect(page.rows.map(({ name }) => name).sort()).toEqual(["Bea", "Cy"]);
  const lines = (await world.database.query.auditLog.findMany()).filter(({ action }) => action.startsWith("data."));
  expect(lines.map(({ action, detail }) => ({ action, detail }))).toEqual([
    { action: "data.imported", detail: { table: "people", added: 2, changed: 0 } },
  ]);
});

test("what does not fit is told by row and not written; a cancelled import is over", async () => {
  const path = await importInto("people", [{ name: "Dan" }, { name: "" }]);
  expect(await call("GET", path)).toMatchObject({ problems: [{ row: 2, fields: { name: "is needed" }, message: "Name is needed." }] });
  expect((await ada.call("POST", `${base}${path}/write`)).status).toBe(422);
  expect(await call("DELETE", path)).toMatchObject({ stage: "undone" });
  expect((await ada.call("POST", `${base}${path}/rows`, { first: 1, rows: [{ name: "Dan" }] })).status).toBe(409);
});

const exported = (format: string, query: object = {}) =>
  ada.call("GET", `${base}/tables/tasks/export?format=${format}&q=${encodeURIComponent(JSON.stringify(query))}`);

test("a view is a file that spreadsheets open, with names for rows and people, and no value is a formula in it", async () => {
  const [bea] = (await call<RowPage>("GET", "/tables/people/rows?q=%7B%22search%22%3A%22Bea%22%7D")).rows;
  const path = await importInto("tasks", [
    { title: "=1+1", done: true, due: "2026-03-31", spent: 5400, cost: -12.5, person: must(bea).id, seller: ada.id },
    { title: 'quo"te; <b>\n& more', done: false, due: null, spent: null, cost: null, person: null, seller: null },
    { title: "+41 44 668", done: null },
  ]);
  await call("POST", `${path}/write`);
  const file = await exported("csv", { sort: [{ column: "title" }] });
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename=".*-tasks-\d{4}-\d\d-\d\d\.csv"$/);
  // As bytes, since reading it as a text takes the mark away.
  expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(
    "\uFEFFTitle,Done,Due,Spent,Cost,Person,Seller\n" +
      "'+41 44 668,,,,,,\n" +
      "'=1+1,yes,2026-03-31,1:30:00,-12.5,Bea,Ada\n" +
      '"quo""te; <b>\n& more",no,,,,,\n',
  );
  const rows = await json<{ title: string }[]>(await exported("json", { filters: [{ column: "done", op: "eq", value: true }] }));
  expect(rows).toMatchObject([{ title: "=1+1", cost: -12.5, person: must(bea).id }]);
  expect(await json(await exported("json", { search: "nothing like it" }))).toEqual([]);
  const workbook = unzipSync(
    new Uint8Array(await (await exported("xlsx", { sort: [{ column: "title", direction: "desc" }] })).arrayBuffer()),
  );
  const sheet = strFromU8(must(workbook["xl/worksheets/sheet1.xml"]));
  expect(sheet).toContain('<t xml:space="preserve">=1+1</t>');
  expect(sheet).toContain("quo&quot;te; &lt;b&gt;\n&amp; more");
  expect(sheet).toContain('<c t="b"><v>1</v></c><c s="1"><v>46112</v></c><c s="3"><v>0.0625</v></c><c s="4"><v>-12.5</v></c>');
  expect(sheet).not.toContain("<f>");
});

test("what cannot be exported is said before a file begins", async () => {
  expect((await exported("csv", { sort: [{ column: "none" }] })).status).toBe(400);
  expect((await exported("doc")).status).toBe(400);
  expect((await ada.call("GET", `${base}/tables/none/export?format=csv`)).status).toBe(404);
});
