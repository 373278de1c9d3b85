/** Comparing two versions of a file is bounded, whatever they have in common. */
import { expectLinear } from "@edgewright/testing/growth";
import { it } from "vitest";
import { fileDiff } from "./diff.ts";
import type { StoredFile } from "./ports.ts";

const file: StoredFile = { path: "src/a.ts", sha256: "", size: 0, mode: "100644", text: true };
const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => `${line(index)}\n`).join("");

it.each<[string, (index: number) => string, (index: number) => string]>([
  ["nothing in common", (index) => `a${index}`, (index) => `b${index}`],
  ["equal lines only", () => "a", () => "a"],
  ["the same lines in another order", (index) => `a${index % 17}`, (index) => `a${(index * 31) % 17}`],
  ["every other line", (index) => `a${index}`, (index) => `${index % 2 ? "a" : "b"}${index}`],
])("costs the length of two files with %s", (_name, old, now) =>
  expectLinear(
    (size) => ({ before: lines(size, old), after: lines(size / 2, now) }),
    ({ before, after }) => fileDiff({ path: "src/a.ts", before: file, after: file }, before, after, true),
    64_000,
  ),
);
