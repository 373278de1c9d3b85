import type { Json } from "@edgewright/contracts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay, readingsOf, readNumber } from "./reading.ts";

const reading = (...cells: Json[]) =>
  readingsOf({ columns: ["One"], rows: cells.map((cell, index) => ({ number: index + 2, cells: [cell] })) })[0];

test("what a column holds is seen in all of its rows", () => {
  expect(reading("1", "2.5", "-3")).toMatchObject({ kind: "number" });
  expect(reading("1", "2.5", "about 3")).toMatchObject({ kind: "text" });
  expect(reading("", null)).toMatchObject({ kind: "empty" });
  expect(reading("yes", "No", "x")).toMatchObject({ kind: "boolean" });
  expect(reading("2026-03-31", "1.4.2026")).toMatchObject({ kind: "date" });
  expect(reading("31.3.2026", "1.4.2026")).toMatchObject({ kind: "date", decimalComma: false });
  expect(reading("2026-03-31 09:30", "2026-04-01")).toMatchObject({ kind: "datetime" });
  expect(reading("9:30", "09:45 pm")).toMatchObject({ kind: "time" });
  expect(reading(["a"], "b")).toMatchObject({ kind: "json" });
});

test("what begins with zeros stays text", () => {
  expect(reading("0123", "0456")).toMatchObject({ kind: "text" });
  expect(reading("079 123 45 67")).toMatchObject({ kind: "text" });
  expect(reading("0.5", "0")).toMatchObject({ kind: "number" });
});

test.each<[string[], boolean]>([
  [["1,5", "2"], true],
  [["1.234", "1.234,50"], true],
  [["1,234", "1,234.50"], false],
  [["1,234", "5,678"], false],
  [["1.234.567"], true],
  [["1'234.50"], false],
])("of %j the mark before the fraction is found", (cells, decimalComma) => {
  expect(reading(...cells)).toMatchObject({ kind: "number", decimalComma });
});

test("what one column leaves open, another one tells", () => {
  const rows = [["1.234", "2,50", "3/4/2026", "3/31/2026"]].map((cells) => ({ number: 2, cells }));
  const [thousand, , april, march] = readingsOf({ columns: ["a", "b", "c", "d"], rows });
  expect(thousand).toMatchObject({ decimalComma: true });
  expect([april, march]).toMatchObject([{ dayFirst: false }, { dayFirst: false }]);
});

test.each([
  ["1 234,50 €", true, 1234.5],
  ["CHF 1'234.50", false, 1234.5],
  ["(12)", false, -12],
  ["12 %", false, 12],
  ["−3", false, -3],
  ["1e3", false, 1000],
  ["1.5.2026x", false, null],
  ["", false, null],
])("%j with decimal comma %j is %j", (text, decimalComma, value) => {
  expect(readNumber(text, decimalComma)).toBe(value);
});

test.each([
  ["31.3.26", true, "2026-03-31"],
  ["3/4/2026", true, "2026-04-03"],
  ["3/4/2026", false, "2026-03-04"],
  ["2026/3/4", true, "2026-03-04"],
  ["30.2.2026", true, null],
  ["1.2.3", true, null],
])("%j with the day first %j is %j", (text, dayFirst, day) => {
  expect(readDay(text, dayFirst)?.day ?? null).toBe(day);
});

test("a number comes back as it was written, with either mark", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.boolean(), (cents, comma) => {
      const text = new Intl.NumberFormat(comma ? "de-DE" : "en-US", { minimumFractionDigits: 2 }).format(cents / 100);
      expect(readNumber(text, comma)).toBe(cents / 100);
    }),
  );
});
