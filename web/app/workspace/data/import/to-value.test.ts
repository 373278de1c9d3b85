import type { Column, Json } from "@edgewright/contracts";
import { expect, test } from "vitest";
import type { Reading } from "./reading.ts";
import { namesFrom, toValue } from "./to-value.ts";

const READING: Reading = { kind: "text", decimalComma: true, dayFirst: true };
const NAMES = namesFrom([
  ["row_1", "Ada"],
  ["row_2", "Bea"],
  ["row_3", "bea"],
]);
const read = (column: Partial<Column>, cell: Json) => {
  const result = toValue({ name: "one", label: "One", type: "text", ...column }, cell, READING, NAMES);
  return result.ok ? result.value : result.problem;
};
const OPTIONS = { options: ["new", "in work"], looks: { new: { label: "Brand new" } } };

test.each<[Partial<Column>, Json, Json]>([
  [{ type: "text" }, 12, "12"],
  [{ type: "phone" }, " 079 123 ", "079 123"],
  [{ type: "text" }, "'=1+1", "=1+1"],
  [{ type: "text" }, "'tis", "'tis"],
  [{ type: "text" }, "", null],
  [{ type: "money" }, "1.234,50 €", 1234.5],
  [{ type: "number" }, 1.5, 1.5],
  [{ type: "boolean" }, "Ja", true],
  [{ type: "boolean" }, 0, false],
  [{ type: "date" }, "31.3.2026", "2026-03-31"],
  [{ type: "date" }, "31.3.2026 00:00", "2026-03-31"],
  [{ type: "datetime" }, "2026-03-31T09:30:00Z", "2026-03-31T09:30:00.000Z"],
  [{ type: "time" }, "9:30 pm", "21:30"],
  [{ type: "duration" }, "1:30:00", 5400],
  [{ type: "select", ...OPTIONS }, "IN WORK", "in work"],
  [{ type: "select", ...OPTIONS }, "brand new", "new"],
  [{ type: "multiselect", ...OPTIONS }, "new; In work", ["new", "in work"]],
  [{ type: "reference", ref: "people" }, "ada", "row_1"],
  [{ type: "reference", ref: "people" }, "row_2", "row_2"],
  [{ type: "references", ref: "people" }, "Ada, row_3", ["row_1", "row_3"]],
  [{ type: "json" }, '{"a":1}', { a: 1 }],
])("into %j goes %j as %j", (column, cell, value) => {
  expect(read(column, cell)).toEqual(value);
});

test.each<[Partial<Column>, Json, string]>([
  [{ type: "number" }, "many", "“many” is no number"],
  [{ type: "boolean" }, "perhaps", "“perhaps” is neither yes nor no"],
  [{ type: "date" }, "31.2.2026", "“31.2.2026” is no date"],
  [{ type: "date" }, "31.3.2026 09:30", "“31.3.2026 09:30” has a time of day"],
  [{ type: "time" }, "25:00", "“25:00” is no time such as 09:30"],
  [{ type: "select", ...OPTIONS }, "old", "“old” is none of the options"],
  [{ type: "reference", ref: "people" }, "Cy", "nothing is called “Cy”"],
  [{ type: "user" }, "BEA", "more than one is called “BEA”"],
  [{ type: "json" }, "{", "this is not JSON"],
])("into %j %j does not go: %j", (column, cell, problem) => {
  expect(read(column, cell)).toBe(problem);
});
