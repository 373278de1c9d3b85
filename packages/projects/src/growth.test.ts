/** Names, addresses and merges cost no more than the length of what people write. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { describe, it } from "vitest";
import { mergeFiles } from "./merge.ts";
import { nameFromPrompt } from "./name.ts";
import { parseSlug, slugFromName } from "./slug.ts";

const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");

describe("a merge", () => {
  it.each<[string, (index: number) => string, (index: number) => string]>([
    ["nothing in common", (index) => `a${index}`, (index) => `b${index}`],
    ["equal lines only", () => "a", () => "a"],
    ["few lines that are not equal", (index) => `a${index % 3}`, (index) => `a${(index * 7) % 3}`],
    ["every other line", (index) => `a${index}`, (index) => `${index % 2 ? "a" : "b"}${index}`],
  ])("costs the length of files with %s", (_name, old, now) =>
    expectLinear(
      (size) => ({ base: `x\n${lines(size, old)}\ny`, mine: `x\nmine\n${lines(size / 2, now)}\ny`, theirs: `x\n${lines(size, now)}\nz` }),
      ({ base, mine, theirs }) => mergeFiles({ a: base }, { a: mine }, { a: theirs }, { mine: "mine", theirs: "theirs" }),
      32_000,
    ),
  );
});

describe("a name", () => {
  it.each(["-", "a", "é", "\ufdfa", " ", "the ", "a ", ", "])("costs its length when it is many %j", (shape) =>
    expectLinear(
      repeated(shape),
      (text) => {
        slugFromName(text);
        parseSlug(text);
        nameFromPrompt(text);
      },
      128 * 1024,
    ),
  );
});
