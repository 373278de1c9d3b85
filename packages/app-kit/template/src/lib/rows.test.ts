/** Search in apps: what a person sees of a row is found, and what they do not see is not. */

import { fold } from "@edgewright/app-kit";
import { expect, it } from "vitest";
import { matchesSearch } from "./rows";

const ROW = {
  part: "row_7",
  id: "row_01kz",
  createdAt: "2025-11-30T10:00:00.000Z",
  updatedAt: "2025-11-30T10:00:00.000Z",
  createdBy: "usr_7",
  revision: 77,
  customer: "Zoë Weiß",
  price: 1250.5,
  due: "2026-02-28",
  begins: "2026-03-01T09:30:00.000Z",
  item: "row_01jz0000000000000000000000",
  paid: true,
};
const finds = (typed: string) => matchesSearch(ROW, fold(typed));

it.each(["row_7", "zoe", "weiss", "1250", "1,250.5", "28 Feb", "2026-02-28", "mar 2026", ""])("finds %j", (typed) =>
  expect(finds(typed)).toBe(true),
);

it.each(["row_01", "usr", "77", "2025", "01jz", "00:00.000z", "true"])("does not find %j, which nobody sees", (typed) =>
  expect(finds(typed)).toBe(false),
);
