/** Which table the sentences say that another points at. */
import { expect, it } from "vitest";
import { understand } from "./understand.ts";

const refOf = (prompt: string, table: string, column: string): string | undefined =>
  understand(prompt)
    .built.model.schema.tables.find(({ name }) => name === table)
    ?.columns.find(({ name }) => name === column)?.ref;

it.each([
  ["Guides have name and phone. Tours have date and price. Each tour gets one guide.", "tours", "guide", "guides"],
  ["Boats: name, sail number. Courses: title, start date. Boats are assigned to a course.", "boats", "course", "courses"],
  ["Rooms (number, floor) and devices (serial number, model). Every device stands in a room.", "devices", "room", "rooms"],
  ["Cleaners: name, phone. Rooms: number, floor. Assignments: which cleaner goes to which room, weekday.", "assignments", "room", "rooms"],
  ["Machines: name, hall. Stoppages: machine ID, start, end, cause.", "stoppages", "machineId", "machines"],
])("%s", (prompt, table, column, target) => expect(refOf(prompt, table, column)).toBe(target));

it("is none where a sentence only asks to see something of both", () => {
  expect(
    refOf("Guides have name and phone. Tours have date and price. Show tours without a guide in red.", "guides", "tour"),
  ).toBeUndefined();
});

it("goes from what happens, not from who does it", () => {
  const prompt = "Cleaners: name, phone. Rooms: number, floor. Assignments: which cleaner goes to which room, weekday.";
  expect(refOf(prompt, "cleaners", "room")).toBeUndefined();
});
