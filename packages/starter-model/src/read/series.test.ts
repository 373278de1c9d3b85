/** Series of tables, some of which are named alone, and lists of fields of which no item is lost. */
import { expect, it } from "vitest";
import { readingOf } from "../read-prompt.ts";

const tablesOf = (prompt: string) =>
  Object.fromEntries(readingOf(prompt).tables.map(({ label, columns }) => [label, columns.map(({ label }) => label).join(", ")]));

it.each([
  ["A quarry: drivers, lorries with plate, tonnage and driver, and trips", ["Drivers", "Lorries", "Trips"]],
  ["rowing club: rowers, boats with class, year and weight, and outings with date, boat and distance", ["Rowers", "Boats", "Outings"]],
  ["We need weavers, looms with width, age and weaver, and pieces with title, loom and price", ["Weavers", "Looms", "Pieces"]],
  [
    "A tool for a mill: millers, grains with origin and price, and deliveries with date, grain and weight",
    ["Millers", "Grains", "Deliveries"],
  ],
])("what stands alone in a series is a table: %s", (prompt, labels) => {
  expect(Object.keys(tablesOf(prompt))).toEqual(labels);
});

it("each bullet that begins with several of something and its fields is a table", () => {
  const tables = tablesOf("Kite festival\n- flyers - name, country, e-mail\n- kites - title, span in cm, flyer, copy of the insurance");
  expect(Object.keys(tables)).toEqual(["Flyers", "Kites"]);
  expect(tables.Kites).toBe("Title, Span in cm, Flyer, Copy of the insurance");
});

it.each([
  [
    "For each dive we note the date, the name of the skipper, a photo of the reef and how clear the water was from 1 to 5",
    /Name of the skipper, Photo of the reef, How clear the water was/,
  ],
  ["hives with number, queen, place and a copy of the permit", /Copy of the permit$/],
])("no item of a list of fields is lost: %s", (prompt, fields) => {
  expect(Object.values(tablesOf(prompt))[0]).toMatch(fields);
});

it.each([
  ["fields with name, fruits and area. show which fields have not been sprayed", 1],
  ["recipes with title, servings, ingredients, and notes", 1],
  ["members with name, email, and phone numbers", 1],
])("what belongs to a list stays a field: %s", (prompt, count) => {
  expect(Object.keys(tablesOf(prompt))).toHaveLength(count);
});
