import { expect, test } from "vitest";
import { filterFrom, isNarrowed, queryOf, searchOf } from "./filter.ts";

const NOW = Date.UTC(2026, 0, 31);

test("an address gives its filter, and the filter its address", () => {
  const search = "person=usr_1&action=member.&since=week";
  expect(searchOf(filterFrom(new URLSearchParams(search)))).toBe(search);
  expect(isNarrowed(filterFrom(new URLSearchParams("")))).toBe(false);
});

test("a span of time becomes the moment it begins at", () => {
  expect(queryOf(filterFrom(new URLSearchParams("since=month&project=prj_1")), NOW)).toBe(
    "project=prj_1&from=2026-01-01T00%3A00%3A00.000Z",
  );
  expect(queryOf(filterFrom(new URLSearchParams("since=ages")), NOW)).toBe("");
});
