import { AppSchema } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { addColumn, addTable, changeColumn, nameFor } from "./schema-edit.ts";

const TEXT = `{
  "tables": [
    {
      "name": "jobs",
      "label": "Jobs",
      "columns": [
        { "name": "title", "label": "Title", "type": "text", "required": true },
        { "name": "price", "label": "Price", "type": "money", "currency": "CHF" }
      ],
      "policy": { "read": "member" }
    }
  ]
}
`;
const tablesIn = (text: string | null) => AppSchema.parse(JSON.parse(text ?? "null")).tables;
const columnsIn = (text: string | null) => tablesIn(text)[0]?.columns.map(({ name }) => name);

test("a field is added, changed and removed, and the other lines stay as they are written", () => {
  const added = addColumn("jobs", { name: "due", label: "Due", type: "date" })(TEXT);
  expect(columnsIn(added)).toEqual(["title", "price", "due"]);
  const [before, after] = ['"CHF" }', '"CHF" },\n        { "name": "due", "label": "Due", "type": "date" }'];
  expect(added).toBe(TEXT.replace(before, after));
  const changed = changeColumn("jobs", "due", { name: "due", label: "Due", type: "datetime", required: undefined })(added ?? "");
  expect(tablesIn(changed)[0]?.columns[2]).toEqual({ name: "due", label: "Due", type: "datetime" });
  expect(columnsIn(changeColumn("jobs", "price", undefined)(changed ?? ""))).toEqual(["title", "due"]);
  expect(columnsIn(changeColumn("jobs", "title", undefined)(changed ?? ""))).toEqual(["price", "due"]);
  expect(changeColumn("jobs", "due", undefined)(added ?? "")).toBe(TEXT);
});

test("a table is added, to none as well", () => {
  const notes = { name: "notes", label: "Notes", columns: [{ name: "text", label: "Text", type: "longtext" as const }] };
  expect(addTable(notes)(TEXT)).toBe(
    TEXT.replace(
      '"read": "member" }\n    }',
      `"read": "member" }
    },
    {
      "name": "notes",
      "label": "Notes",
      "columns": [
        { "name": "text", "label": "Text", "type": "longtext" }
      ]
    }`,
    ),
  );
  expect(tablesIn(addTable(notes)(TEXT)).map(({ name }) => name)).toEqual(["jobs", "notes"]);
  expect(tablesIn(addTable(notes)('{"tables":[]}'))).toEqual([notes]);
});

test("a file that is another than was shown is left alone", () => {
  expect(addColumn("tasks", { name: "due", label: "Due", type: "date" })(TEXT)).toBeNull();
  expect(changeColumn("jobs", "due", undefined)(TEXT)).toBeNull();
  expect(addTable({ name: "notes", label: "Notes", columns: [] })("{")).toBeNull();
});

test.each([
  ["Due date", [], "dueDate"],
  ["Größe (cm)", [], "grosseCm"],
  ["2nd owner", [], "field2ndOwner"],
  ["日付", [], "field"],
  ["id", [], "id2"],
  ["Due date", ["dueDate", "dueDate2"], "dueDate3"],
  ["Person's e-mail", [], "personsEMail"],
])("%s is called by a name of its own", (label, taken, name) => expect(nameFor(label, taken)).toBe(name));
