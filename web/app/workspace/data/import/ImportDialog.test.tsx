import { AppSchema, type RowImport } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi } from "../../../testing/api.ts";
import { inWorkspace } from "../../../testing/in-workspace.tsx";
import ImportDialog from "./ImportDialog.tsx";

const api = fakeApi();
const DATA = "/api/projects/p1/data";
const SCHEMA = AppSchema.parse({
  tables: [
    {
      name: "invoices",
      label: "Invoices",
      columns: [
        { name: "number", label: "Number", type: "text", required: true, unique: true },
        { name: "customer", label: "Customer", type: "reference", ref: "customers" },
        { name: "total", label: "Total", type: "money", currency: "EUR" },
        { name: "due", label: "Due", type: "date" },
      ],
    },
    { name: "customers", label: "Customers", columns: [{ name: "name", label: "Name", type: "text" }] },
  ],
});
const run = (more: Partial<RowImport> = {}): RowImport => ({
  ...{ id: "imp_1", table: "invoices", stage: "reading", rows: 0, added: 0, changed: 0, written: 0 },
  ...{ problems: [], problemCount: 0, left: 0 },
  ...more,
});
const CUSTOMER = { id: "row_ada", name: "Ada", revision: 1, createdAt: "", updatedAt: "", createdBy: null };
const CSV = "Number;Customer;Total;Due;Remark\n0001;Ada;1.234,50;31.3.2026;x\n0002;Bea;12;1.4.2026;\n0003;Ada;zwölf;1.4.2026;\n0004;;7;;\n";

async function draw(content = CSV, name = "invoices.csv") {
  const [table] = SCHEMA.tables;
  if (!table) throw new Error("The schema has a table");
  let ended = 0;
  const screen = await inWorkspace(<ImportDialog table={table} schema={SCHEMA} onClose={() => {}} onEnded={() => void ended++} />);
  await userEvent.upload(screen.getByLabelText("File", { exact: true }), new File([content], name));
  return { ...screen, ended: () => ended };
}
const written = () =>
  api.asked.filter(({ method }) => method !== "GET").map(({ method, path, body }) => ({ call: `${method} ${path}`, body }));

test("columns find their fields, what does not fit is told before anything is written, and the rest is", async () => {
  const looked = run({
    rows: 2,
    added: 1,
    changed: 0,
    problemCount: 1,
    problems: [{ row: 5, fields: {}, message: "Total is too small." }],
  });
  api.answer({
    [`GET ${DATA}/tables/customers/rows`]: { rows: [CUSTOMER], total: 1, cursor: null },
    [`POST ${DATA}/tables/invoices/imports`]: run(),
    [`POST ${DATA}/imports/imp_1/rows`]: looked,
    [`POST ${DATA}/imports/imp_1/write`]: run({ ...looked, stage: "writing" }),
    [`GET ${DATA}/imports/imp_1`]: run({ ...looked, stage: "done", added: 1, written: 1 }),
  });
  const { getByRole, getByText, ended } = await draw();
  await expect.element(getByText("Dates, the day before the month")).toBeVisible();
  await expect.element(getByRole("combobox", { name: "Field for Customer" })).toHaveTextContent("Customer");
  await expect.element(getByRole("combobox", { name: "Field for Remark" })).toHaveTextContent("Leave out");
  await getByRole("combobox", { name: "Rows that are there already" }).click();
  await getByRole("option", { name: "Change those with the same Number" }).click();
  await getByRole("button", { name: "Check 4 rows" }).click();
  const misfits = getByRole("region", { name: "Rows that do not fit" });
  await expect.element(misfits).toBeVisible();
  expect(
    misfits
      .getByRole("row")
      .elements()
      .map((row) => row.textContent),
  ).toEqual(["Row 3Customer: nothing is called “Bea”.", "Row 4Total: “zwölf” is no number.", "Row 5Total is too small."]);
  await getByRole("button", { name: "Import 1 row" }).click();
  await expect.element(getByText("1 row added, 0 changed. 3 rows left out:")).toBeVisible();
  await expect.element(misfits.getByText("Total: “zwölf” is no number.")).toBeVisible();
  expect(ended()).toBe(1);
  expect(written()).toEqual([
    { call: `POST ${DATA}/tables/invoices/imports`, body: { key: "number" } },
    {
      call: `POST ${DATA}/imports/imp_1/rows`,
      body: {
        first: 2,
        rows: [
          { number: "0001", customer: "row_ada", total: 1234.5, due: "2026-03-31" },
          null,
          null,
          { number: "0004", customer: null, total: 7, due: null },
        ],
      },
    },
    { call: `POST ${DATA}/imports/imp_1/write`, body: { leaveOut: true } },
  ]);
});

test("an import that is at work can be cancelled", async () => {
  let cancelled = false;
  const looked = run({ rows: 1, added: 1 });
  api.answer({
    [`POST ${DATA}/tables/invoices/imports`]: run(),
    [`POST ${DATA}/imports/imp_1/rows`]: looked,
    [`POST ${DATA}/imports/imp_1/write`]: run({ ...looked, stage: "writing" }),
    [`GET ${DATA}/imports/imp_1`]: () => run({ ...looked, stage: cancelled ? "undone" : "writing" }),
    [`DELETE ${DATA}/imports/imp_1`]: () => {
      cancelled = true;
      return run({ ...looked, stage: "undoing" });
    },
  });
  const { getByRole, getByText } = await draw("Number\n1\n");
  await getByRole("button", { name: "Check 1 row" }).click();
  await getByRole("button", { name: "Import 1 row" }).click();
  await expect.element(getByRole("progressbar", { name: "Writing the rows" })).toBeVisible();
  await getByRole("button", { name: "Cancel the import" }).click();
  await expect.element(getByText("Nothing was imported: all of it was taken back.")).toBeVisible();
});

test("a file that cannot be read is said to be so, and another one chosen", async () => {
  const { getByRole } = await draw("", "empty.csv");
  await expect.element(getByRole("alert")).toHaveTextContent("This file is empty.");
  await expect.element(getByRole("button", { name: "Choose a file" })).toBeVisible();
});
