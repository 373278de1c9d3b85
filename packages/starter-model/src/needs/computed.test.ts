/** What is said to follow from other fields becomes a formula or a rollup of the store. */
import { checkDataFiles } from "@edgewright/app-check";
import { type Column, isComputed, type Table } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { computedFor, impliedProducts } from "./computed.ts";
import { parentIn, rollUp } from "./per-parent.ts";

const number = (name: string, label: string): Column => ({ name, label, type: "number" });
const money = (name: string, label: string): Column => ({ name, label, type: "number", format: "currency" });
const date = (name: string, label: string): Column => ({ name, label, type: "date" });
const table = (name: string, label: string, ...columns: Column[]): Table => ({ name, label, columns });

const faultsOf = (tables: readonly Table[]) =>
  checkDataFiles({ "app.json": '{ "name": "App" }', "data/schema.json": JSON.stringify({ tables }) });

const worked = (clause: string, ...tables: Table[]) => {
  const [first] = tables;
  if (!first) throw new Error("No table");
  const said = computedFor(clause, first, tables);
  expect(faultsOf(tables)).toEqual([]);
  const column = first.columns.findLast(({ formula }) => formula !== undefined);
  return { said, column };
};

const positions = () =>
  table("positions", "Positions", number("quantity", "Quantity"), money("singlePrice", "Single price"), money("totalPrice", "Total price"));

describe("a field that follows from others", () => {
  it.each<[string, Table, string, string]>([
    ["the total price is calculated", positions(), "totalPrice", "row.quantity * row.singlePrice"],
    [
      "gross is net plus VAT",
      table("invoices", "Invoices", money("net", "Net"), { ...number("vat", "VAT %"), format: "percent" }, money("gross", "Gross")),
      "gross",
      "row.net + row.net * row.vat / 100",
    ],
    [
      "word count x rate per word -> price",
      table("jobs", "Jobs", number("wordCount", "Word count"), money("rate", "Rate per word"), money("price", "Price")),
      "price",
      "row.wordCount * row.rate",
    ],
    [
      "see the profit",
      table("bikes", "Bikes", money("buyingPrice", "Buying price"), money("sellingPrice", "Selling price")),
      "profit",
      "row.sellingPrice - row.buyingPrice",
    ],
    [
      "deadline = received + 30 days",
      table("requests", "Requests", date("receivedOn", "Received on"), date("deadline", "Deadline")),
      "deadline",
      "plusDays(row.receivedOn, 30)",
    ],
    [
      "difference",
      table("budgets", "Budgets", money("planned", "Planned amount"), money("actual", "Actual amount"), money("difference", "Difference")),
      "difference",
      "row.actual - row.planned",
    ],
  ])("%s", (clause, of, name, formula) => {
    const { said, column } = worked(clause, of);
    expect(column).toMatchObject({ name, formula });
    expect(said).toContain("worked out");
  });

  it("counts what is taken of what there is, and leaves out what came back", () => {
    const pieces = table("pieces", "Pieces", { name: "copies", label: "Number of copies", type: "integer" });
    const loans = table(
      "loans",
      "Loans",
      { name: "piece", label: "Piece", type: "reference", ref: "pieces" },
      { name: "returned", label: "Returned", type: "boolean" },
    );
    const { column } = worked("how many copies are left", pieces, loans);
    expect(column).toMatchObject({ label: "Copies left", formula: "row.copies - row.loanCount" });
    expect(pieces.columns.find(({ rollup }) => rollup)?.rollup).toEqual({
      of: "count",
      table: "loans",
      through: "piece",
      where: "!row.returned",
    });
  });

  it("is none where the fields do not give it", () => {
    const readings = table("readings", "Readings", date("date", "Date"), number("kwh", "Reading kWh"));
    expect(worked("consumption since the previous reading", readings)).toEqual({ said: null, column: undefined });
  });
});

it("an amount beside a quantity and a unit price is their product without a word", () => {
  const items = table("items", "Items", number("quantity", "Quantity"), money("unitPrice", "Unit price"), money("amount", "Amount"));
  impliedProducts([items]);
  expect(items.columns.filter(isComputed).map(({ formula }) => formula)).toEqual(["row.quantity * row.unitPrice"]);
});

it("what rows come to is kept with what they belong to, once", () => {
  const objectives = table("objectives", "Objectives", { name: "title", label: "Title", type: "text" });
  const results = table(
    "keyResults",
    "Key results",
    { name: "objective", label: "Objective", type: "reference", ref: "objectives" },
    { ...number("progress", "Progress"), format: "percent" },
  );
  const tables = [objectives, results];
  const owner = parentIn("an objective's page shows its key results and their average progress", results, tables);
  if (!owner) throw new Error("No owner was found");
  const column = rollUp("average", owner, results, results.columns[1] ?? null);
  expect(column).toMatchObject({ label: "Average progress", format: "percent" });
  expect(rollUp("average", owner, results, results.columns[1] ?? null)).toBe(column);
  expect(faultsOf(tables)).toEqual([]);
});
