/** What is given to one at a time, or has so many places: the store itself refuses what would be too much. */
import type { Table } from "@edgewright/contracts";
import { DataStore } from "@edgewright/data-store";
import { memorySql, testClock, writer } from "@edgewright/testing";
import { describe, expect, it } from "vitest";
import { recoverModel } from "../change/recover.ts";
import { understand } from "../read/understand.ts";
import { writeApp } from "../write/index.ts";
import { placesFor } from "./capacity.ts";

const ADA = writer({ channel: "current", actor: { kind: "member", userId: "usr_ada", may: "write", role: "admin" } });

async function storeOf(tables: Table[]): Promise<DataStore> {
  const store = new DataStore({
    sql: memorySql(),
    clock: testClock(Date.UTC(2026, 2, 10, 12)),
    publish: () => {},
    pause: async () => {},
    isMember: async () => true,
  });
  await store.setSchema("current", { tables });
  return store;
}

async function add(store: DataStore, table: string, values: Record<string, unknown>): Promise<string> {
  const added = await store.create(ADA, table, values);
  return added.ok ? String(added.value.id) : `refused: ${added.error.message}`;
}

const BOATS =
  "Boats with name and size. Reservations: boat, member, start date, end date. The same boat can't be booked twice. Which boats are free between two dates?";

describe("a double booking", () => {
  it("of the same thing is refused, and one that begins when another ends is not", async () => {
    const { model } = understand(BOATS).built;
    const store = await storeOf(model.schema.tables);
    const boat = await add(store, "boats", { name: "Gull" });
    const book = (startDate: string, endDate: string) => add(store, "reservations", { boat, member: "Ada", startDate, endDate });
    expect(await book("2026-03-12", "2026-03-14")).toMatch(/^row_/);
    expect(await book("2026-03-14", "2026-03-16")).toMatch(/^row_/);
    expect(await book("2026-03-13", "2026-03-15")).toContain("This boat is taken at that time.");
  });

  it("is refused of the hours of a day, too", async () => {
    const { model } = understand(
      "Halls with name. Bookings: team, hall, day, from, until. A hall cannot be booked twice at the same time.",
    ).built;
    const store = await storeOf(model.schema.tables);
    const hall = await add(store, "halls", { name: "Gym" });
    const book = (day: string, from: string, until: string) => add(store, "bookings", { hall, team: "U12", day, from, until });
    expect(await book("2026-03-12", "17:00", "18:30")).toMatch(/^row_/);
    expect(await book("2026-03-13", "17:00", "18:30")).toMatch(/^row_/);
    expect(await book("2026-03-12", "18:00", "19:00")).toContain("This hall is taken at that time.");
  });
});

it.each([
  ["Boats with name; stays with boat, berth, arrival and departure; warn me if two boats are in the same berth at the same time", "berth"],
  ["Boats with name; stays with boat, berth, arrival and departure; no double bookings per berth", "berth"],
  ["Boats with name; stays with boat, berth, arrival and departure; the same boat can't be booked twice at the same time", "boat"],
])("the field is the one of which it is said: %s", (prompt, per) => {
  const { model, needs } = understand(prompt).built;
  expect(model.schema.tables.find(({ name }) => name === "stays")?.noOverlap).toMatchObject([
    { from: "arrival", to: "departure", per: [per] },
  ]);
  expect(needs.map(({ kind, built }) => [kind, built])).toEqual([["availability", true]]);
});

it("what is free has a screen, which is read back as it was written", () => {
  const { model } = understand(BOATS).built;
  const view = model.views.find(({ kind }) => kind === "free");
  expect(view).toMatchObject({
    table: "boats",
    taken: "reservations",
    by: "boat",
    start: "startDate",
    end: "endDate",
    title: "Free boats",
  });
  expect(recoverModel(writeApp(model))?.views).toContainEqual(view);
});

it("what is full takes no more, and says how many places are left", async () => {
  const { model, needs } = understand(
    "Courses with title and max participants. Registrations: course, name, email. Show free places per course; no more registrations than the maximum when it is full.",
  ).built;
  expect(needs.filter(({ kind }) => kind === "availability").every(({ built }) => built)).toBe(true);
  const store = await storeOf(model.schema.tables);
  const course = await add(store, "courses", { title: "First aid", maxParticipants: 1 });
  expect(await add(store, "registrations", { course, name: "Ada" })).toMatch(/^row_/);
  expect(await add(store, "registrations", { course, name: "Bob" })).toContain("This course is full.");
});

it.each(["don't let more than max", "nobody may overbook it", "at most as many as there are places"])("%s: a limit is kept", (clause) => {
  const { tables } = understand("Classes with name and max dogs. Bookings: owner, class").built.model.schema;
  expect(placesFor(clause, tables)?.said).toContain("is refused");
  expect(tables.find(({ name }) => name === "classes")?.checks).toMatchObject([{ message: "This class is full." }]);
});

it("an amount of money is kept exactly, in the currency that was said", () => {
  const { model } = understand("Expenses in € with description, amount and date").built;
  expect(writeApp(model)["data/schema.json"]).toContain(
    '"name": "amount", "label": "Amount", "type": "money", "required": true, "currency": "EUR"',
  );
  expect(writeApp(understand("Translations: client, words, price per word").built.model)["data/schema.json"]).toContain(
    '"type": "decimal", "format": "currency", "digits": 4',
  );
});
