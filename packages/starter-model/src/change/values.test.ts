/** What a field's values may be, in follow-ups: bounds, a few values, a grade; and several rows of another table. */
import { expect, it } from "vitest";
import { createStarterModel } from "../starter-model.ts";
import { appOf } from "../testing/follow-up-corpus.ts";
import { play } from "../testing/play.ts";
import { recoverModel } from "./recover.ts";

async function columnAfter(app: string, message: string, label: string) {
  const { files, summary } = await play(createStarterModel(), appOf(app), message);
  const columns = recoverModel(files)?.schema.tables.flatMap(({ columns }) => columns) ?? [];
  return { column: columns.find((column) => column.label === label), summary };
}

it.each([
  ["bikes", "the day price must be at least 5", "Day price", { min: 5 }],
  ["club", "amount should be between 10 and 200", "Amount", { min: 10, max: 200 }],
  ["lab", "how hard the sample is, from 1 to 10", "How hard the sample is", { type: "integer", min: 1, max: 10 }],
  ["club", "the level must be 1, 2, 3 or 4", "Level", { type: "select", options: ["1", "2", "3", "4"] }],
  ["todo", "let the priority be A B C", "Priority", { type: "select", options: ["A", "B", "C"] }],
  ["bikes", "attach the damage report as a PDF to each rental", "Damage report", { type: "file" }],
  ["lab", "and a scan of the order form", "Scan of the order form", { type: "file" }],
  ["bikes", "each customer may book several bikes at once", "Bikes", { type: "references", ref: "bikes" }],
])("%s: %s", async (app, message, label, expected) => {
  expect((await columnAfter(app, message, label)).column).toMatchObject(expected);
});

it("of what holds one value it says what holds several", async () => {
  const { summary } = await columnAfter("club", "members can have more than one phone", "Phone");
  expect(summary).toMatch(/“Phone” holds one value.*Nothing was changed/s);
});
