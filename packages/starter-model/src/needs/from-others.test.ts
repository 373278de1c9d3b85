/** What follows from rows of other tables: a price that is looked up, the best of one's results, what has none or none lately. */
import { checkDataFiles } from "@edgewright/app-check";
import type { Table } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { understand } from "../read/understand.ts";
import { writeApp } from "../write/index.ts";

const builtOf = (prompt: string) => {
  const { model, needs } = understand(prompt).built;
  expect(checkDataFiles(writeApp(model))).toEqual([]);
  return { model, needs };
};
const field = (tables: Table[], table: string, name: string) =>
  tables.find((one) => one.name === table)?.columns.find((column) => column.name === name);

it("what a stay costs is its nights by the price of what is stayed in", () => {
  const { model } = builtOf(
    "Pitches with number, category (tent, caravan), price per night. Reservations: pitch, guest, arrival, departure. The total is calculated automatically.",
  );
  const { tables } = model.schema;
  expect(field(tables, "reservations", "total")).toMatchObject({
    type: "money",
    formula: "days(row.arrival, row.departure) * row.pricePerNight",
  });
  expect(field(tables, "reservations", "pricePerNight")?.lookup).toEqual({ through: "pitch", column: "pricePerNight" });
});

it("the best of one's results is kept with the one", () => {
  const { model } = builtOf(
    "Swimmers (name, birth year). Results: swimmer, stroke, time, date. Personal best for each swimmer is calculated.",
  );
  expect(field(model.schema.tables, "swimmers", "bestTime")).toMatchObject({
    type: "time",
    rollup: { of: "earliest", table: "results", through: "swimmer", column: "time" },
  });
});

it("what has none of something has a list, and so has what had its last too long ago", () => {
  const frames = builtOf(
    "Frames with name, price of buying, price of selling. Sales: date, frame, seller. A list of frames never sold.",
  ).model;
  expect(frames.views.find(({ title }) => title === "Without sales")).toMatchObject({
    where: [{ column: "saleCount", op: "eq", value: 0 }],
  });
  const pipettes = builtOf(
    "Pipettes: serial no, brand. Calibrations per pipette with date, result pass or fail. Show pipettes not calibrated for 12 months",
  ).model;
  expect(field(pipettes.schema.tables, "pipettes", "lastCalibration")?.rollup).toMatchObject({ of: "latest", table: "calibrations" });
  expect(pipettes.views.find(({ title }) => title === "Calibration due")).toMatchObject({
    where: [{ column: "lastCalibration", op: "lt", days: -360 }],
  });
});

it("a price by the word is told as worked out, though nobody asked", () => {
  const { needs } = builtOf("Translation jobs: client, word count, rate per word, price");
  expect(needs).toMatchObject([{ kind: "computed", built: true, said: expect.stringContaining("word count × rate per word") }]);
});
