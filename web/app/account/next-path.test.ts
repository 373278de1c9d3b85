import { expect, test } from "vitest";
import { nextPath } from "./next-path.ts";

const next = (value: string) => nextPath(new URLSearchParams({ next: value }));

test("a page of this site is followed", () => {
  expect(next("/projects/fleet?tab=data")).toBe("/projects/fleet?tab=data");
  expect(nextPath(new URLSearchParams())).toBe("/");
});

test("another site is not", () => {
  for (const value of ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)", ""])
    expect(next(value)).toBe("/");
});
