import { AppSchema, type DataRow } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi, refused } from "../../testing/api.ts";
import { inWorkspace } from "../../testing/in-workspace.tsx";
import { TableView } from "./TableView.tsx";

const api = fakeApi();
const ROWS = "/api/projects/p1/data/tables/tasks/rows";

const SCHEMA = AppSchema.parse({
  tables: [
    {
      name: "tasks",
      label: "Tasks",
      columns: [
        { name: "title", label: "Title", type: "text", required: true },
        { name: "hours", label: "Hours", type: "number" },
        { name: "state", label: "State", type: "select", options: ["open", "done"] },
      ],
    },
  ],
});

const row = (id: string, values: Record<string, unknown>, revision = 1): DataRow => ({
  id,
  revision,
  createdAt: "2026-11-02T09:00:00.000Z",
  updatedAt: "2026-11-02T09:00:00.000Z",
  createdBy: null,
  ...values,
});
const MILK = row("r1", { title: "Buy milk", hours: 1, state: "open" });
const BANK = row("r2", { title: "Call the bank", hours: null, state: "done" });
const stale = (current: DataRow) => refused(409, { code: "row_stale", detail: "The row was changed meanwhile.", current });

const draw = async (role: "editor" | "viewer" = "editor", rows = [MILK, BANK]) => {
  api.answer({ [`GET ${ROWS}`]: { rows, total: rows.length, cursor: null } });
  const [table] = SCHEMA.tables;
  if (!table) throw new Error("The schema has a table");
  // As high as a pane: rows beyond it are out of sight.
  const pane = (
    <div className="flex" style={{ height: 500 }}>
      <TableView table={table} schema={SCHEMA} shown coming={null} onCame={() => {}} />
    </div>
  );
  const screen = await inWorkspace(pane, { role });
  const cell = (text: string) => screen.getByRole("gridcell", { name: text }).getByRole("button");
  await expect.element(cell(String(rows[0]?.title))).toBeVisible();
  return { ...screen, cell };
};
type Written = { id: string; values: Record<string, unknown> };
const written = () => api.asked.filter(({ method }) => method !== "GET");

test("a cell is changed in its place, and only what was changed is written", async () => {
  api.answer({ [`PATCH ${ROWS}/r1`]: row("r1", { title: "Buy oat milk", hours: 1, state: "open" }, 2) });
  const { cell, getByRole } = await draw();
  await cell("Buy milk").dblClick();
  await getByRole("textbox", { name: "Title" }).fill("Buy oat milk");
  await userEvent.keyboard("{Enter}");
  await expect.element(cell("Buy oat milk")).toHaveFocus();
  expect(written()).toEqual([
    { method: "PATCH", path: `${ROWS}/r1`, body: { values: { title: "Buy oat milk" }, revision: 1, zone: expect.any(String) } },
  ]);
});

test("rows that were being read while a cell was changed are read again", async () => {
  const { cell, getByRole } = await draw();
  const oat = row("r1", { title: "Buy oat milk", hours: 1, state: "open" }, 2);
  const before = Promise.withResolvers<unknown>();
  api.answer({ [`GET ${ROWS}`]: () => before.promise, [`PATCH ${ROWS}/r1`]: oat });
  window.dispatchEvent(new Event("focus"));
  await cell("Buy milk").dblClick();
  await getByRole("textbox", { name: "Title" }).fill("Buy oat milk");
  await userEvent.keyboard("{Enter}");
  await expect.element(cell("Buy oat milk")).toHaveFocus();
  const after = { rows: [oat, row("r3", { title: "Bake" })], total: 2, cursor: null };
  api.answer({ [`GET ${ROWS}`]: after });
  before.resolve({ rows: [MILK], total: 1, cursor: null });
  await expect.element(cell("Bake")).toBeVisible();
  await expect.element(cell("Buy oat milk")).toBeVisible();
});

test("Esc leaves a cell as it was, and what is no number is not sent", async () => {
  const { cell, getByRole } = await draw();
  await cell("1").dblClick();
  await getByRole("textbox", { name: "Hours" }).fill("many");
  await userEvent.keyboard("{Enter}");
  await expect.element(getByRole("alert")).toBeVisible();
  await userEvent.keyboard("{Escape}");
  await expect.element(cell("1")).toBeVisible();
  expect(written()).toEqual([]);
});

test("of a field that someone else changed meanwhile, a person chooses whose stays", async () => {
  const theirs = row("r1", { title: "Buy bread", hours: 1, state: "open" }, 2);
  const mine = row("r1", { title: "Buy oat milk", hours: 1, state: "open" }, 3);
  api.answer({ [`PATCH ${ROWS}/r1`]: ({ revision }: { revision: number }) => (revision === 1 ? stale(theirs) : mine) });
  const { cell, getByRole } = await draw();
  await cell("Buy milk").dblClick();
  await getByRole("textbox", { name: "Title" }).fill("Buy oat milk");
  await userEvent.keyboard("{Enter}");
  await expect
    .element(getByRole("alert"))
    .toHaveTextContent("Someone else wrote “Buy bread” meanwhile. Enter saves yours over it; Esc keeps theirs.");
  await userEvent.keyboard("{Enter}");
  await expect.element(cell("Buy oat milk")).toBeVisible();
  expect(written().map(({ body }) => body)).toMatchObject([{ revision: 1 }, { revision: 2 }]);
});

test("another field that someone else changed is no conflict", async () => {
  const theirs = row("r1", { title: "Buy milk", hours: 1, state: "done" }, 2);
  const both = row("r1", { title: "Buy oat milk", hours: 1, state: "done" }, 3);
  api.answer({ [`PATCH ${ROWS}/r1`]: ({ revision }: { revision: number }) => (revision === 1 ? stale(theirs) : both) });
  const { cell, getByRole } = await draw();
  await cell("Buy milk").dblClick();
  await getByRole("textbox", { name: "Title" }).fill("Buy oat milk");
  await userEvent.keyboard("{Enter}");
  await expect.element(cell("Buy oat milk")).toBeVisible();
  expect(getByRole("gridcell", { name: "done" }).elements()).toHaveLength(2);
});

test("a deleted row can be brought back", async () => {
  api.answer({ [`DELETE ${ROWS}/r2`]: () => new Response(null, { status: 204 }), [`POST ${ROWS}/r2/restore`]: BANK });
  const { cell, getByRole, getByText } = await draw();
  await getByRole("button", { name: "Delete this row" }).nth(1).click();
  await expect.element(getByText("1 row", { exact: true })).toBeVisible();
  await getByRole("button", { name: "Undo" }).click();
  await expect.element(cell("Call the bank")).toBeVisible();
  expect(written().map(({ method, path }) => `${method} ${path.split("?")[0]}`)).toEqual([`DELETE ${ROWS}/r2`, `POST ${ROWS}/r2/restore`]);
});

test("a row that was changed meanwhile is deleted only on a second word", async () => {
  const theirs = row("r2", { title: "Call the bank again", hours: null, state: "open" }, 2);
  let tries = 0;
  api.answer({ [`DELETE ${ROWS}/r2`]: () => (++tries === 1 ? stale(theirs) : new Response(null, { status: 204 })) });
  const { getByRole } = await draw();
  await getByRole("button", { name: "Delete this row" }).nth(1).click();
  await getByRole("button", { name: "Delete anyway" }).click();
  await expect.poll(() => written().map(({ path }) => path)).toEqual([`${ROWS}/r2?revision=1`, `${ROWS}/r2?revision=2`]);
});

test("arrow keys go from cell to cell", async () => {
  const { cell } = await draw();
  await cell("Buy milk").dblClick();
  await userEvent.keyboard("{Escape}");
  await expect.element(cell("Buy milk")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}");
  await expect.element(cell("Call the bank")).toHaveFocus();
});

test("a viewer changes no cell", async () => {
  const { cell, getByRole } = await draw("viewer");
  await expect.element(cell("Buy milk")).toHaveAccessibleDescription(/Viewers cannot do this/);
  await cell("Buy milk").dblClick();
  expect(getByRole("textbox", { name: "Title" }).elements()).toEqual([]);
});

test("what became of a row: who, when, from what to what", async () => {
  const by = { kind: "member", id: "u2", name: "Bea Lovelace" };
  const changes = [
    {
      number: 3,
      at: "2026-11-02T10:00:00.000Z",
      type: "updated",
      way: "screen",
      by,
      from: { state: "open", hours: 1 },
      to: { state: "done", hours: null },
    },
    {
      number: 2,
      at: "2026-11-02T09:30:00.000Z",
      type: "updated",
      way: "app",
      by: { kind: "visitor", id: null, name: null },
      from: { old: "a" },
      to: { old: "b" },
    },
    {
      number: 1,
      at: "2026-11-02T09:00:00.000Z",
      type: "created",
      way: "token",
      by: { ...by, name: null },
      from: {},
      to: { title: "Buy milk" },
    },
  ];
  api.answer({ [`GET ${ROWS}/r1/changes`]: { items: changes } });
  const { getByRole } = await draw();
  await getByRole("button", { name: "Changes of this row" }).first().click();
  await expect.element(getByRole("dialog", { name: "Buy milk" })).toBeVisible();
  const lines = getByRole("list", { name: "Changes of this row" }).getByRole("listitem");
  const said = () => lines.elements().map((line) => line.textContent);
  await expect
    .poll(said)
    .toEqual([
      expect.stringMatching(/^Bea Lovelace changed it in the Data tab/),
      "Hours1–",
      "Stateopendone",
      expect.stringMatching(/^A visitor changed it in the app/),
      "oldab",
      expect.stringMatching(/^Somebody whose account is gone added it with an API token/),
      "TitleBuy milk",
    ]);
});

test("changes that could not be loaded can be asked for again", async () => {
  let asked = 0;
  api.answer({
    [`GET ${ROWS}/r1/changes`]: () => (++asked === 1 ? refused(503, { code: "unavailable", detail: "Not now." }) : { items: [] }),
  });
  const { getByRole, getByText } = await draw();
  await getByRole("button", { name: "Changes of this row" }).first().click();
  await getByRole("button", { name: "Try again" }).click();
  await expect.element(getByText("Nobody has changed it lately.")).toBeVisible();
});

test("deleted rows are listed, and one is brought back", async () => {
  const deleted = { items: [{ row: BANK, deletedAt: "2026-11-02T10:00:00.000Z" }] };
  api.answer({ ["GET /api/projects/p1/data/tables/tasks/deleted"]: deleted, [`POST ${ROWS}/r2/restore`]: BANK });
  const { getByRole, getByText } = await draw();
  await getByRole("button", { name: "More for Tasks" }).click();
  await getByRole("menuitem", { name: "Deleted rows" }).click();
  await getByRole("button", { name: "Restore" }).click();
  await expect.element(getByText("Nothing was deleted in the last 30 days.")).toBeVisible();
});

test("rows are looked at as somebody else, in which time none is changed, and one press leads back", async () => {
  api.answer({ "GET /api/projects/p1/app-roles": { visitors: true, roles: [{ name: "manager", label: "Manager" }], people: [] } });
  const { getByRole, cell } = await draw();
  await getByRole("button", { name: "View as somebody else" }).click();
  await getByRole("menuitem", { name: "Manager" }).click();
  await expect.element(getByRole("status").filter({ hasText: "You see the rows as" })).toMatchTextContent("somebody with the role manager");
  await expect.poll(() => api.asked.at(-1)?.path).toMatch(/rows\?q=.*&as=role%3Amanager$/);
  await expect.element(cell("Buy milk")).toHaveAccessibleDescription(/You look at it as somebody with the role manager/);
  await getByRole("button", { name: "Back to yourself" }).click();
  await expect.element(cell("Buy milk")).not.toHaveAccessibleDescription(/You look at it/);
});

const clipboard = (target: Element, type: "copy" | "paste", text = "") => {
  const data = new DataTransfer();
  if (text !== "") data.setData("text/plain", text);
  target.dispatchEvent(new ClipboardEvent(type, { clipboardData: data, bubbles: true, cancelable: true }));
  return data.getData("text/plain");
};

test("cells are selected, copied, pasted from a spreadsheet, and what was pasted is taken back", async () => {
  const kept = new Map([MILK, BANK].map((one) => [one.id, one]));
  const write = ({ id, values }: Written): DataRow => {
    const before = kept.get(id) ?? MILK;
    const after = { ...before, ...values, revision: before.revision + 1 };
    kept.set(id, after);
    return after;
  };
  api.answer({ "POST /api/projects/p1/data/writes": ({ writes }: { writes: Written[] }) => writes.map(write) });
  const { cell, getByRole } = await draw();
  await cell("Buy milk").click();
  await userEvent.keyboard("{Shift>}{ArrowRight}{ArrowDown}{/Shift}");
  const focused = () => document.activeElement ?? document.body;
  expect(clipboard(focused(), "copy")).toBe("Buy milk\t1\nCall the bank\t");
  expect(getByRole("gridcell", { selected: true }).elements()).toHaveLength(4);
  await cell("Buy milk").click();
  clipboard(focused(), "paste", "Bread\t2,5\nTea\tmany\n");
  await expect.element(cell("Tea")).toBeVisible();
  await expect.element(cell("2.5")).toBeVisible();
  const update = { do: "update", table: "tasks", revision: 1 };
  const together = [
    { ...update, id: "r1", values: { title: "Bread", hours: 2.5 } },
    { ...update, id: "r2", values: { title: "Tea" } },
  ];
  expect(written().map(({ body }) => body)).toEqual([{ writes: together, zone: expect.any(String) }]);
  await cell("Tea").click();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(cell("Call the bank")).toBeVisible();
  await expect.element(cell("Buy milk")).toBeVisible();
});

test("where one of what is pasted is refused, none of it is written, and it says why", async () => {
  const refusal = refused(409, { code: "row_stale", detail: "Write 2 of 2: Someone else has changed this row meanwhile. None was done." });
  api.answer({ "POST /api/projects/p1/data/writes": refusal });
  const { cell, getByText } = await draw();
  await cell("Buy milk").click();
  clipboard(document.activeElement ?? document.body, "paste", "Bread\nTea\n");
  await expect.element(getByText(/2 rows were not changed: Write 2 of 2: Someone else/)).toBeVisible();
  await expect.element(cell("Buy milk")).toBeVisible();
  // What the others have made of it is read.
  expect(api.asked.at(-1)).toMatchObject({ method: "GET" });
});

test("a letter begins a value anew, and of many rows only those in sight are drawn", async () => {
  const many = Array.from({ length: 5000 }, (_, at) => row(`m${at}`, { title: `Task ${at}`, hours: at, state: "open" }));
  const { cell, getByRole } = await draw("editor", many);
  await cell("Task 0").click();
  await userEvent.keyboard("N");
  await expect.element(getByRole("textbox", { name: "Title" })).toHaveValue("N");
  await userEvent.keyboard("{Escape}");
  expect(getByRole("row").elements().length).toBeLessThan(200);
  await userEvent.keyboard("{Control>}{End}{/Control}");
  await expect.element(getByRole("gridcell", { name: "open", selected: true })).toBeVisible();
  await expect.element(cell("Task 4999")).toBeVisible();
});

const lastQuery = () => decodeURIComponent(api.asked.at(-1)?.path ?? "");

test("a column's menu shows only what is empty, and hides the column", async () => {
  const { getByRole } = await draw();
  await getByRole("button", { name: "Field Hours" }).click();
  await getByRole("menuitem", { name: "Only empty" }).click();
  await expect.poll(lastQuery).toContain('"filters":[{"column":"hours","op":"empty"}]');
  // A menu that closes takes the focus back, also from one that opens meanwhile.
  await expect.element(getByRole("menu")).not.toBeInTheDocument();
  await getByRole("button", { name: "Field State" }).click();
  await getByRole("menuitem", { name: "Hide" }).click();
  await getByRole("button", { name: "1 hidden field" }).click();
  await expect.element(getByRole("button", { name: "Field State" })).toBeVisible();
});

test("conditions are set, changed and taken away, and the view is the same when one comes back", async () => {
  const first = await draw();
  await first.getByRole("button", { name: "Filter" }).click();
  const editor = first.getByRole("group", { name: "Filter" });
  await editor.getByRole("combobox", { name: "Field" }).selectOptions("Hours");
  await editor.getByRole("combobox", { name: "Condition" }).selectOptions("is more than");
  await editor.getByRole("textbox", { name: "Value" }).fill("many");
  await userEvent.keyboard("{Enter}");
  await expect.element(editor.getByRole("alert")).toHaveTextContent("Write a number, such as 12.5.");
  await editor.getByRole("textbox", { name: "Value" }).fill("3");
  await userEvent.keyboard("{Enter}");
  await expect.poll(lastQuery).toContain('"filters":[{"column":"hours","op":"gt","value":3}]');
  await first.unmount();
  const { getByRole } = await draw();
  await getByRole("button", { name: "Hours is more than 3", exact: true }).click();
  await expect.element(getByRole("textbox", { name: "Value" })).toHaveValue("3");
  await userEvent.keyboard("{Escape}");
  await getByRole("button", { name: "Remove “Hours is more than 3”" }).click();
  await expect.poll(lastQuery).toContain('"filters":[]');
});
