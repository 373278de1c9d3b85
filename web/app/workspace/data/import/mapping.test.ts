import { AppSchema } from "@edgewright/contracts";
import { expect, test } from "vitest";
import { usualMapping } from "./mapping.ts";
import { readCsv } from "./read-csv.ts";

const SCHEMA = AppSchema.parse({
  tables: [
    {
      name: "people",
      label: "People",
      columns: [
        { name: "name", label: "Name", type: "text" },
        { name: "phone", label: "Phone", type: "phone" },
        { name: "email", label: "E-mail", type: "email" },
        { name: "size", label: "Size", type: "select", options: ["Small", "Large"] },
        { name: "age", label: "Age", type: "integer" },
      ],
    },
  ],
});

const mapped = (csv: string) => {
  const [table] = SCHEMA.tables;
  const read = readCsv(csv);
  return table && read.ok ? usualMapping(read.sheet, table) : null;
};

test("columns are found by what they are called, whatever the case and the marks", () => {
  expect(mapped("E-Mail,NAME,Other\nx,y,z\n")).toEqual(["email", "name", null]);
});

test("where a sheet is in another language they are found by what stands in them", () => {
  expect(
    mapped("Name;Telefon;Mailadresse;Größe;Alter\nJörg;044 668 18 00;jörg@müller.de;large;31\nIda;+41 44 668 18 01;;SMALL;40\n"),
  ).toEqual(["name", "phone", "email", "size", null]);
});

test("where two columns could be meant, none is", () => {
  expect(mapped("Privat,Büro\n044 668 18 00,044 668 18 01\n")).toEqual([null, null]);
});
