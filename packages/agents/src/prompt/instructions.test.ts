/** What a model is told is so: it hears of every package that it may import, and of no other. */
import { BROWSER_PACKAGES, isAvailable, SERVER_PACKAGES } from "@edgewright/app-build";
import { expect, it } from "vitest";
import { INSTRUCTIONS } from "./instructions.ts";

const told = INSTRUCTIONS.split("\n").find((line) => line.startsWith("Packages that may be imported:")) ?? "";
const packageOf = (specifier: string) =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");

it("names each package of the catalogue", () => {
  const packages = new Set([...BROWSER_PACKAGES, ...SERVER_PACKAGES].map(packageOf));
  expect([...packages].filter((name) => !told.includes(name))).toEqual([]);
});

it("names no part of a package that is not there", () => {
  const parts = told.match(/\b(?:date-fns|hono|zod|react-router)\/[a-z-]+/g) ?? [];
  expect(parts.length).toBeGreaterThan(2);
  expect(parts.filter((part) => !isAvailable(part, "browser") && !isAvailable(part, "server"))).toEqual([]);
});
