import { expect, test } from "vitest";
import { readTheme } from "./theme.ts";

test("the theme is read from among other cookies", () => {
  expect(readTheme("session=1; theme=dark; a=b")).toBe("dark");
  expect(readTheme("mytheme=dark")).toBe("system");
});

test("anything unknown is the system's theme", () => {
  expect(readTheme(null)).toBe("system");
  expect(readTheme("theme=purple")).toBe("system");
});
