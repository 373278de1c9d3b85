import { expect, test } from "vitest";
import { FOREVER, retentionChoices, retentionDays } from "./retention-choices.ts";

test("each choice is a number of days, or for good", () => {
  expect(retentionChoices(null).map(({ value }) => retentionDays(value))).toEqual([null, 30, 90, 365, 1095, 3650]);
  expect(retentionDays(FOREVER)).toBeNull();
});

test("a number that was set elsewhere is among them, in its place", () => {
  expect(retentionChoices(120).map(({ label }) => label)).toEqual([
    "For good",
    "30 days",
    "90 days",
    "120 days",
    "A year",
    "Three years",
    "Ten years",
  ]);
});
