/** What each word became is held against what was built: nothing is lost in silence, and nothing that is there is said to be left out. */
import { expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";
import { accountFor, type Part } from "./account.ts";

const same = (text: string) => text;
const field = (text: string): Part => ({ as: "field", text });

it("of two items that are called alike, one part of the app is one", () => {
  const said = { sentences: ["boats name, year, crew, harbours name"], clauses: ["boats name, year, crew, harbours name"] };
  const { left } = accountFor(
    { sentences: ["boats, name, year, harbours, name"], clauses: ["boats", "name", "year", "harbours", "name"] },
    [{ as: "table", text: "Boats" }, { as: "table", text: "Harbours" }, field("Name"), field("Year")],
    same,
  );
  expect(left).toEqual([{ clause: "name", phrases: ["name"], isWhole: true }]);
  expect(
    accountFor(
      said,
      [{ as: "table", text: "Boats" }, field("Name"), field("Year"), field("Crew"), { as: "table", text: "Harbours" }, field("Name")],
      same,
    ).left,
  ).toEqual([]);
});

it("words that became nothing are told with what stands between them", () => {
  const { left } = accountFor({ sentences: [], clauses: ["note the day and the colour of the sky"] }, [field("Day")], same);
  expect(left).toEqual([{ clause: "note the day and the colour of the sky", phrases: ["colour of the sky"], isWhole: false }]);
});

it("of a sentence whose fields were built only the words that became nothing are told", () => {
  const { text, tables } = readingOf(
    "Each lamp has a number, a street, a wattage and glorf. Lamps are checked by electricians of the borough.",
  );
  expect(tables[0]?.columns.map(({ label }) => label)).toEqual(expect.arrayContaining(["Number", "Street", "Wattage"]));
  expect(text).not.toMatch(/left out [^.]*(?:number|street|wattage)/i);
});

it.each([
  ["Cheese cellar: wheels with number, made on and shelf, and turnings", "Cheese cellar"],
  ["A CRM for our choir: companies, contacts with name, email and company", "Choir CRM"],
  ["A tool for a sawmill: customers, planks with species, length and price", "Sawmill"],
])("the app is called what the prompt begins with: %s", (prompt, name) => {
  const { name: called, text } = readingOf(prompt);
  expect(called).toBe(name);
  expect(text).not.toMatch(/left out/);
});
