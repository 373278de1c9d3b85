import type { Column } from "@edgewright/contracts";
import { describe, expect, it } from "vitest";
import { compile } from "./compile.ts";
import { matches } from "./pattern.ts";

const columns: Column[] = [
  { name: "size", label: "Size", type: "integer" },
  { name: "team", label: "Team", type: "text" },
  { name: "tags", label: "Tags", type: "multiselect", options: ["a"] },
  { name: "start", label: "Start", type: "date" },
  { name: "end", label: "End", type: "date" },
  { name: "extra", label: "Extra", type: "json" },
];
const problemOf = (text: string) => {
  const read = compile(text, { columns, old: false, user: true });
  return read.ok ? null : read.problem;
};

describe("a condition", () => {
  it.each([
    "row.end > row.start",
    "row.size == 2 && row.size / 3 < 1.5",
    'row.team == user.id || "admin" in user.roles',
    "!has(row.end) || row.end <= today()",
    'size(row.tags) > 1 && "a" in row.tags',
    "row.size in [1, 2, 3]",
  ])("is read: %s", (text) => {
    expect(problemOf(text)).toBeNull();
  });

  it.each([
    ["row.tem == user.id", "knows no row.tem; there are size, team, tags, start, end", 4],
    ["has(row.tem)", "knows no row.tem", 8],
    ["row.extra == 1", "knows no row.extra", 4],
    ["user.password == 'x'", "knows no user.password", 5],
    ["old.team == row.team", "Unknown variable: old", 0],
    ["row.size > row.team", "no such overload", null],
    ["row.size", "is a number, not true or false", 0],
    [`${"row.size + ".repeat(12)}row.size > 1`, "is nested too deeply, or a sum of too many parts", 0],
    ["row.end == null", "asks for null: a field that may be empty is asked by has(row.field)", null],
    ["row.team < 'b'", "compares texts", null],
    ["row.team.matches('(a+)+$')", "does not know .matches()", null],
    ["row.tags.exists(t, t == 'a')", "does not know .exists()", null],
    ["row.tags[0] == 'a'", "a place in a list", null],
    ["row.constructor == 1", "knows no row.constructor", null],
    ["row.__proto__ == 1", "knows no row.__proto__", null],
    ["row.size > ", "cannot be read", null],
    ["'a' in 'abc'", "no such overload: string in string", null],
    [`${"(".repeat(1000)}true`, "longer than 1000 characters", 0],
    [`${"(".repeat(300)}true${")".repeat(300)}`, "cannot be read", null],
    [`${"!".repeat(900)}true`, "cannot be read", null],
    [Array.from({ length: 140 }, () => "true").join("&&"), "cannot be read", null],
    ["\ud800 == 'a'", "has a character", 0],
  ])("is not read: %s", (text, says, at) => {
    expect(problemOf(text)?.message).toContain(says);
    if (at !== null) expect(problemOf(text)?.at).toBe(at);
  });
});

describe("a pattern", () => {
  it("is matched as a whole, in time that does not grow beyond the text's length", () => {
    expect([matches("[A-Z]{2}-\\d+", "AB-12"), matches("[A-Z]{2}-\\d+", "xAB-12"), matches("\\p{L}+", "Äb")]).toEqual([true, false, true]);
    // Backtracking would take longer than the universe is old.
    expect(matches("(a+)+(a+)+(a+)+b", "a".repeat(5000))).toBe(false);
  });

  it("that is none matches nothing", () => {
    expect([matches("(", "("), matches("(?=a)a", "a"), matches("(a)\\1", "aa")]).toEqual([false, false, false]);
  });
});
