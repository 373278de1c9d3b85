/** Fields that are kept as what they are: numbers with bounds, several options, several rows of another table. */
import { expect, it } from "vitest";
import { understand } from "./understand.ts";

const columnsOf = (prompt: string) => understand(prompt).built.model.schema.tables.flatMap(({ columns }) => columns);
const columnOf = (prompt: string, name: string) => columnsOf(prompt).find((column) => column.name === name);

it.each([
  ["slopes with name, length, how steep it is from 1 to 6 and open since", "howSteepItIs", 1, 6],
  ["wines with name, year, score (0-100) and price", "score", 0, 100],
])("a range bounds a number: %s", (prompt, name, min, max) => {
  const column = columnsOf(prompt).find((one) => one.name === name) ?? columnsOf(prompt).find(({ label }) => /steep/i.test(label));
  expect(column).toMatchObject({ type: "integer", min, max });
});

it("what has several is a list", () => {
  const prompt = "guides with name and languages (German, French, Spanish), walks with date, guides and price";
  expect(columnOf(prompt, "languages")).toMatchObject({ type: "multiselect", options: ["German", "French", "Spanish"] });
  expect(columnOf(prompt, "guides")).toMatchObject({ type: "references", ref: "guides" });
});

it.each([
  "hives with place, queen and a copy of the permit",
  "lodgers with name, room and signed house rules",
  "bells with number, weight and drawing of the clapper",
])("what is handed in is a file: %s", (prompt) => expect(columnsOf(prompt).at(-1)?.type).toMatch(/^(?:file|image)$/));
