import { expect, test } from "vitest";
import { readCsv } from "../import/read-csv.ts";
import { readingsOf } from "../import/reading.ts";
import { fieldsOf } from "./guess-fields.ts";

function guessed(csv: string) {
  const read = readCsv(csv);
  if (!read.ok) throw new Error(read.problem);
  return fieldsOf(read.sheet, readingsOf(read.sheet)).map(({ name, type, options }) => [name, type, ...(options ? [options] : [])]);
}

test("each column's kind is told from all of its rows", () => {
  const rows = [
    "Name;Telefon;Betrag;Stück;Seit;Aktiv;Mail;Stand;PLZ",
    "Ada;044 668 18 00;1.234,50;3;31.3.2026;ja;a@b.de;offen;08001",
    "Bea;+41 44 668 18 01;12;4;1.4.2026;nein;b@b.de;erledigt;8002",
    "Cem;;7,5;5;;ja;;offen;8003",
    "Dan;044 668 18 02;;6;2.4.2026;ja;c@b.de;erledigt;8004",
  ];
  expect(guessed(rows.join("\n"))).toEqual([
    ["name", "text"],
    ["telefon", "phone"],
    ["betrag", "number"],
    ["stuck", "integer"],
    ["seit", "date"],
    ["aktiv", "boolean"],
    ["mail", "email"],
    ["stand", "select", ["offen", "erledigt"]],
    ["plz", "text"],
  ]);
});

test("columns of one name are fields of their own; long texts have room", () => {
  expect(guessed(`Note,Note\n${"x".repeat(300)},a\n`)).toEqual([
    ["note", "longtext"],
    ["note2", "text"],
  ]);
});
