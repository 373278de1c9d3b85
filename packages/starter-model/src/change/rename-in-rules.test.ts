/** A field that is called otherwise keeps its guards, and what is worked out of it. */
import { checkDataFiles } from "@edgewright/app-check";
import type { Table } from "@edgewright/contracts";
import { expect, it } from "vitest";
import { renameInRules, renameTableIn } from "./rename-in-rules.ts";

const text = (name: string) => ({ name, label: name, type: "text" as const });
const number = (name: string) => ({ name, label: name, type: "number" as const });
const tables = (): Table[] => [
  { name: "pitches", label: "Pitches", columns: [text("name"), number("price"), { ...number("nights"), rollup: ROLLUP }] },
  {
    name: "stays",
    label: "Stays",
    columns: [
      { name: "pitch", label: "Pitch", type: "reference", ref: "pitches" },
      { name: "start", label: "Start", type: "date" },
      { name: "end", label: "End", type: "date" },
      { name: "price", label: "Price", type: "number", lookup: { through: "pitch", column: "price" } },
      { ...number("length"), formula: "days(row.start, row.end)" },
      { ...text("kind"), policy: { write: "row.kind == 'row.start' || user.role == 'admin'" } },
    ],
    noOverlap: [{ from: "start", to: "end", per: ["pitch"] }],
    checks: [{ condition: "row.end >= row.start", message: "It ends before it starts." }],
  },
];
const ROLLUP = { of: "sum" as const, table: "stays", through: "pitch", column: "length" };

it.each([
  ["stays", "start", "arrival"],
  ["stays", "pitch", "place"],
  ["stays", "length", "nights"],
  ["pitches", "price", "perNight"],
])("%s.%s", (table, from, to) => {
  const all = tables();
  for (const column of all.find(({ name }) => name === table)?.columns ?? []) if (column.name === from) column.name = to;
  renameInRules(all, { table, from, to });
  expect(checkDataFiles({ "app.json": '{ "name": "T" }', "data/schema.json": JSON.stringify({ tables: all }) })).toEqual([]);
  // A text is none of its names.
  expect(JSON.stringify(all)).toContain("== 'row.start'");
});

it.each(["pitches", "stays"])("the table %s, with what refers to it and what its rows come to", (from) => {
  const all = tables();
  renameTableIn(all, { from, to: "renamed" });
  expect(checkDataFiles({ "app.json": '{ "name": "T" }', "data/schema.json": JSON.stringify({ tables: all }) })).toEqual([]);
  expect(all.find(({ name }) => name === "renamed")?.was).toEqual([from]);
  expect(JSON.stringify(all).replace(`"was":["${from}"]`, "")).not.toContain(`"${from}"`);
});
