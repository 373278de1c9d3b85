/** Words that say that a field holds several files. */
import { expect, it } from "vitest";
import { columnsFrom } from "../change/new-fields.ts";
import { understand } from "./understand.ts";

it.each([
  ["boats with name, berth, several files called reports", "reports"],
  ["boats with name, berth and several attached reports as files", "attachedReports"],
  ["boats with name, photos called snapshots and berth", "snapshots"],
])("%s", (prompt, name) => {
  const { schema } = understand(prompt).built.model;
  expect(schema.tables.map((table) => table.name)).toEqual(["boats"]);
  expect(schema.tables[0]?.columns.find((column) => column.name === name)?.type).toBe("files");
});

it.each(["several files called reports", "a field for several files called reports", "several reports as files"])("added: %s", (list) => {
  const table = { name: "boats", label: "Boats", columns: [] };
  expect(columnsFrom(list, table)).toEqual([{ name: "reports", label: "Reports", type: "files" }]);
});
