import { createTwoFilesPatch } from "diff";
import { describe, expect, it } from "vitest";
import { readPatch } from "./patch.ts";

describe("readPatch", () => {
  it("numbers both sides of a change", () => {
    const patch = createTwoFilesPatch("a", "a", "one\ntwo\nthree\n", "one\n2\nthree\nfour\n");
    expect(readPatch(patch)[0]?.lines).toEqual([
      { kind: "same", text: "one", old: 1, now: 1 },
      { kind: "removed", text: "two", old: 2, now: null },
      { kind: "added", text: "2", old: null, now: 2 },
      { kind: "same", text: "three", old: 3, now: 3 },
      { kind: "added", text: "four", old: null, now: 4 },
    ]);
  });

  it("takes lines of code that look like a head of the patch for code", () => {
    const patch = createTwoFilesPatch("a", "a", "-- x\n", "++ x\n");
    expect(readPatch(patch)[0]?.lines.map(({ kind, text }) => [kind, text])).toEqual([
      ["removed", "-- x"],
      ["added", "++ x"],
    ]);
  });

  it("gives nothing for no change", () => {
    expect(readPatch("")).toEqual([]);
  });
});
