/** Totals, marks and rules out of a first sentence, in the files that are written, and read back from them. */
import { must } from "@edgewright/testing/must";
import { describe, expect, it } from "vitest";
import { recoverModel } from "../change/recover.ts";
import { writeApp } from "../write/index.ts";
import { sumFor } from "./sums.ts";
import { understand } from "./understand.ts";

function app(prompt: string) {
  const { built } = understand(prompt);
  const files = writeApp(built.model);
  return { model: built.model, needs: built.needs.map(({ kind, built: done }) => [kind, done]), files, back: must(recoverModel(files)) };
}

const PROMPTS = [
  "gift vouchers: code, amount in euro, sold on, expires on, redeemed yes/no. I need the total of the unredeemed ones",
  "stock items with sku, qty, reorder level and bin; rows are red when qty is under the reorder level",
  "fridge log: temperature, date, nurse. If the temperature is more than 8 or less than 2 it should be red",
  "Tasks with title, due date and done. Overdue ones in red. I want to print the list",
  "Candidates with name and email; interviews with candidate, date and score. Show the average score per candidate",
];

describe("what is asked of a list", () => {
  it.each(PROMPTS)("is read back as it was written: %s", (prompt) => {
    const { model, back } = app(prompt);
    expect(back.marks).toEqual(model.marks);
    expect(back.views).toEqual(model.views);
    expect(writeApp(back)).toEqual(writeApp(model));
  });

  it("a total stands above the list, of the rows that are meant", () => {
    const { model, needs, files } = app(must(PROMPTS[0]));
    const list = must(model.views.find(({ kind }) => kind === "list"));
    expect(list).toMatchObject({ figures: [{ of: "sum", column: "amount", where: [{ column: "redeemed", op: "eq", value: false }] }] });
    expect(needs).toContainEqual(["total", true]);
    expect(Object.values(files).join("")).toContain("formatMoney(totals.all?.");
  });

  it("what is added up is the field that is named, also with a letter wrong", () => {
    const { schema } = app("Hives with name; inspections with hive, date, varroa count and honey in kg").model;
    const inspections = must(schema.tables.find(({ name }) => name === "inspections"));
    expect(sumFor("total", "total hony per hive", inspections, schema.tables)).toMatchObject({ chart: { by: "hive", sum: "honeyInKg" } });
    expect(sumFor("total", "total varoa per hive", inspections, schema.tables)).toMatchObject({ chart: { sum: "varroaCount" } });
  });

  it("a row is marked by another of its values, and by either of two limits", () => {
    expect(app(must(PROMPTS[1])).model.marks).toMatchObject([{ when: [[{ op: "lt", other: "reorderLevel" }]] }]);
    expect(app(must(PROMPTS[2])).model.marks).toMatchObject([
      { when: [[{ column: "temperature", op: "gt", value: 8 }], [{ column: "temperature", op: "lt", value: 2 }]] },
    ]);
  });

  it("only admins delete where that is said", () => {
    const { model } = app("Offers with number, customer and sum. Only admins may delete offers");
    expect(model.schema.tables).toMatchObject([{ policy: { read: "member", delete: "user.role == 'admin'" } }]);
  });
});
