import { expect, test } from "vitest";
import { nextPath, withNext } from "./next-path.ts";

const next = (value: string) => nextPath(new URLSearchParams({ next: value }));

test("a page of this site is followed", () => {
  expect(next("/projects/fleet?tab=data")).toBe("/projects/fleet?tab=data");
  expect(nextPath(new URLSearchParams())).toBe("/");
});

test("another site is not", () => {
  for (const value of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "javascript:alert(1)",
    "",
  ])
    expect(next(value)).toBe("/");
});

test("the way on is kept from page to page, an error is not", () => {
  expect(withNext("/sign-up", new URLSearchParams("next=%2Fsettings&error=INVALID_TOKEN"))).toBe("/sign-up?next=%2Fsettings");
  expect(withNext("/sign-up", new URLSearchParams("error=x"))).toBe("/sign-up");
});
