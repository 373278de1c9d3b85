/** An age, days left and days since are counted where they are shown, since no store can keep them. */
import { templateFiles } from "@edgewright/app-kit/template";
import { expect, it } from "vitest";
import { recoverModel } from "../change/recover.ts";
import { createStarterModel } from "../index.ts";
import { play } from "../testing/play.ts";

const built = async (prompt: string) => {
  const { files, summary } = await play(createStarterModel(), templateFiles(), prompt);
  return { files, summary, model: recoverModel(files) };
};

it.each([
  ["Clients with name, phone and birthday (show their age)", { table: "clients", label: "Age", what: "yearsSince", column: "birthday" }],
  ["Permits with number, holder and expiry date, and show the days left", { label: "Days left", what: "daysUntil", column: "expiryDate" }],
  ["Animals with name, species and arrival date. Show how many days since the arrival", { what: "daysSince", column: "arrivalDate" }],
])("%s", async (prompt, counted) => {
  const { files, model } = await built(prompt);
  expect(model?.fromToday).toMatchObject([counted]);
  expect(model?.schema.tables.flatMap(({ columns }) => columns).filter(({ label }) => label === "Age" || label.startsWith("Days"))).toEqual(
    [],
  );
  const page = Object.entries(files).find(([path]) => path.endsWith("Table.tsx") && path.startsWith("src/tables/"))?.[1];
  expect(page).toContain("sortBy: ");
});

it("goes with the day that it follows from", async () => {
  const { files } = await built("Clients with name, phone and birthday (show their age)");
  const after = await play(createStarterModel(), files, "Remove the birthday");
  expect(recoverModel(after.files)?.fromToday).toEqual([]);
});

it("what is done each day has a box for today, and is found again after another change", async () => {
  const { files, model } = await built("Chores with name and who; tick them off each day and show how many days in a row");
  const daily = { kind: "daily", table: "chores", ticks: "choreRecords", by: "chore", day: "date" };
  expect(model?.views).toMatchObject([daily]);
  expect(model?.schema.tables.at(1)?.unique).toEqual([{ columns: ["chore", "date"] }]);
  const after = await play(createStarterModel(), files, "Add a notes field to chores");
  expect(recoverModel(after.files)?.views).toMatchObject([daily]);
});
