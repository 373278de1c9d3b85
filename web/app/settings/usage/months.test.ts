import { expect, test } from "vitest";
import { daysOf, monthBeside, monthTitle } from "./months.ts";

test("months go on over the year's end", () => {
  expect(monthBeside("2026-12", 1)).toBe("2027-01");
  expect(monthBeside("2026-01", -1)).toBe("2025-12");
  expect(monthTitle("2026-11")).toBe("November 2026");
});

test("a month has its days, in a leap year too", () => {
  expect(daysOf("2028-02").at(-1)).toBe("2028-02-29");
  expect(daysOf("2026-02")).toHaveLength(28);
});
