import { expect, it } from "vitest";
import { readPrompt } from "./index.ts";

const outline = (prompt: string): Record<string, string[]> =>
  Object.fromEntries(
    readPrompt(prompt).tables.map(({ one, fields }) => [one, fields.map(({ label, ref }) => (ref ? `>${ref}` : label.toLowerCase()))]),
  );

it.each([
  ["Track guitars: each guitar has a name, a photo of the damage and a price.", "guitar", ["name", "photo of the damage", "price"]],
  ["Each van has a plate, a scan of the insurance paper and a driver.", "van", ["plate", "scan of the insurance paper", "driver"]],
  ["Kegs come in (beer, brewery, litres, delivered on, best before).", "keg", ["beer", "brewery", "litres", "delivered on", "best before"]],
  ["A trail has a name and a region. For each walk we note the day and the weather.", "walk", ["day", "weather"]],
  ["Patients: name, born. Values: date, pulse, remark.", "value", ["date", "pulse", "remark"]],
  ["Kayaks have a number and a colour. People rent them: kayak, name, out at, back at.", "kayak", ["number", "colour"]],
  ["Toys have a name and a shelf. Families borrow them: family, toy, out, back.", "loan", [">family", ">toy", "out", "back"]],
  ["Pianos: maker, year. Whenever I tune one I write the date, the pitch and the price.", "tuning", [">piano", "date", "pitch", "price"]],
])("finds the table that a list of fields is of: %s", (prompt, table, fields) => {
  expect(outline(prompt)[table]).toEqual(fields);
});

it("keeps what links two things that one asks for together: who booked which", () => {
  const { booking } = outline("A list of our rehearsal rooms and who booked which room from when to when");
  expect(booking).toEqual(expect.arrayContaining([">rehearsal room", "booked by", "from", "to"]));
  const { loan } = outline("Tools with name and shelf, members with name and phone, and who borrowed which tool");
  expect(loan).toEqual(expect.arrayContaining([">tool", "borrowed by"]));
});

it("points from an attendance at who was there and at what it was kept for", () => {
  const fields = outline("Choir: singers (name, voice, phone), rehearsals (date, place) and the attendance per rehearsal.").attendance;
  expect(fields).toEqual(expect.arrayContaining([">singer", ">rehearsal"]));
});

it("keeps a date that is to be seen by its colour, and no field for the colour", () => {
  const [fields] = Object.values(outline("Reagents: name, lot, expiry date highlighted when it is less than a month away."));
  expect(fields).toEqual(["name", "lot", "expiry date"]);
});

it.each([
  [
    "Cases: dentist, shade. A board to drag them from received to modelling to oven to shipped.",
    ["received", "modelling", "oven", "shipped"],
  ],
  [
    "Requests have a ward and a date, and the status goes from new to assigned, confirmed or done.",
    ["new", "assigned", "confirmed", "done"],
  ],
])("reads the stages that something goes through: %s", (prompt, options) => {
  expect(readPrompt(prompt).tables.flatMap(({ fields }) => fields.flatMap((field) => field.options ?? []))).toEqual(options);
});
