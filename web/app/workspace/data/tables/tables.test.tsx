import { AppSchema, type DataPlan } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { fakeApi } from "../../../testing/api.ts";
import { inWorkspace, VERSION } from "../../../testing/in-workspace.tsx";
import DataLossDialog from "../DataLossDialog.tsx";
import { useAskedLoss } from "../data-loss.ts";
import FieldDialog from "./FieldDialog.tsx";
import NewTableDialog from "./NewTableDialog.tsx";

const api = fakeApi();
const FILE = "GET /api/projects/p1/versions/1/files/data/schema.json";
const SAVE = "POST /api/projects/p1/versions";
const SCHEMA = AppSchema.parse({
  tables: [
    {
      name: "jobs",
      label: "Jobs",
      columns: [
        { name: "title", label: "Title", type: "text", required: true },
        { name: "status", label: "Status", type: "select", options: ["open", "done"] },
      ],
    },
  ],
});
const [JOBS] = SCHEMA.tables;
const saved = (more = {}) => ({
  ...{ outcome: "saved", version: { ...VERSION, number: 2 }, merged: false, current: true, findings: [] },
  ...{ unconfirmedHosts: {}, head: 2, conflicts: [], plan: null },
  ...more,
});
const written = () =>
  api.asked.flatMap(({ method, path, body }) => {
    if (`${method} ${path}` !== SAVE) return [];
    const { changes, accepts } = body as { changes: { text: string }[]; accepts?: string[] };
    return [{ tables: AppSchema.parse(JSON.parse(changes[0]?.text ?? "")).tables, accepts }];
  });

function Loss() {
  const asked = useAskedLoss();
  return asked && <DataLossDialog asked={asked} />;
}

test("a field is added with its options, as a version of its own", async () => {
  api.answer({ [FILE]: { path: "data/schema.json", size: 1, text: JSON.stringify(SCHEMA), base64: null }, [SAVE]: saved() });
  if (!JOBS) throw new Error("The schema has a table");
  let closed = 0;
  const { getByRole, getByText } = await inWorkspace(
    <FieldDialog table={JOBS} schema={SCHEMA} column={null} onClose={() => void closed++} />,
  );
  await getByRole("textbox", { name: "Name" }).fill("Paid by");
  await getByRole("combobox", { name: "Kind" }).click();
  await getByRole("option", { name: "One of several options" }).click();
  await getByRole("button", { name: "Add" }).click();
  await expect.element(getByText("Write what there is to choose from.")).toBeVisible();
  await getByRole("textbox", { name: "Options" }).fill("Card\nCash");
  await getByRole("button", { name: "Add" }).click();
  await expect.element(getByText("Paid by was added to Jobs: v2 is live.")).toBeVisible();
  expect(closed).toBe(1);
  expect(written()[0]?.tables[0]?.columns[2]).toEqual({ name: "paidBy", label: "Paid by", type: "select", options: ["Card", "Cash"] });
});

test("a field that has values goes by a person's yes alone", async () => {
  const plan: DataPlan = {
    steps: [{ key: "jobs.status removed", effect: "lossy", says: "Status is removed, and 3 rows have a value", misfits: [] }],
  };
  const answers = [saved({ outcome: "data_loss", version: null, plan }), saved()];
  api.answer({ [FILE]: { path: "data/schema.json", size: 1, text: JSON.stringify(SCHEMA), base64: null }, [SAVE]: () => answers.shift() });
  const column = JOBS?.columns[1];
  if (!JOBS || !column) throw new Error("The table has two fields");
  const { getByRole, getByText } = await inWorkspace(
    <>
      <FieldDialog table={JOBS} schema={SCHEMA} column={column} onClose={() => {}} />
      <Loss />
    </>,
  );
  await getByRole("button", { name: "Remove this field" }).click();
  await expect.element(getByText(/Status is removed, and 3 rows have a value/)).toBeVisible();
  await getByRole("button", { name: "Make the change" }).click();
  await expect.element(getByText("Status was removed: v2 is live.")).toBeVisible();
  expect(written().map(({ accepts }) => accepts)).toEqual([undefined, ["jobs.status removed"]]);
  expect(written()[1]?.tables[0]?.columns.map(({ name }) => name)).toEqual(["title"]);
});

test("a table is made of a file: its name, and a field for each column that is taken", async () => {
  api.answer({ [FILE]: { path: "data/schema.json", size: 1, text: JSON.stringify(SCHEMA), base64: null }, [SAVE]: saved() });
  const made: [string, number | undefined][] = [];
  const { getByRole, getByLabelText } = await inWorkspace(
    <NewTableDialog schema={SCHEMA} onClose={() => {}} onMade={(name, file) => made.push([name, file?.sheet.rows.length])} />,
  );
  const file = new File(["Name,Born,Remark\nAda,1815-12-10,x\nBea,1990-01-31,y\n"], "our_people.csv");
  await userEvent.upload(getByLabelText("File", { exact: true }), file);
  await expect.element(getByRole("textbox", { name: "Name" })).toHaveValue("Our people");
  await expect.element(getByRole("combobox", { name: "Kind of Born" })).toHaveTextContent("Date");
  await getByRole("checkbox", { name: "Remark" }).click();
  await getByRole("button", { name: "Create the table" }).click();
  await expect.poll(() => made).toEqual([["ourPeople", 2]]);
  expect(written()[0]?.tables[1]).toEqual({
    name: "ourPeople",
    label: "Our people",
    columns: [
      { name: "name", label: "Name", type: "text" },
      { name: "born", label: "Born", type: "date" },
    ],
  });
});
