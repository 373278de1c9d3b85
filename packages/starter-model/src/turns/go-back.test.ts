/** Undo, redo and the way back to a version. */
import { describe, expect, it } from "vitest";
import { versionMeant, versionsIn, versionWish } from "./go-back.ts";

describe("a wish to go back", () => {
  it.each([
    "undo",
    "oops, undo that",
    "oh no, sorry, undo it please",
    "Undo that.",
    "please undo the last change",
    "can you take that back?",
    "take it back please",
    "put it back how it was",
    "go back",
    "revert",
    "back to how it was before",
    "I don't like that",
    "it was better before",
    "Go back to the previous version",
  ])("%s", (text) => expect(versionWish(text)).toEqual({ to: "before" }));

  it.each(["redo", "redo it please", "undo the undo", "do that again"])("%s", (text) => expect(versionWish(text)).toEqual({ to: "after" }));

  it.each(["go back to version 3", "version 3 please", "restore version 3", "back to v3"])("%s", (text) =>
    expect(versionWish(text)).toEqual({ to: 3 }),
  );

  it.each(["put the notes field back", "add a version field", "move that back to the top of the menu", "add a field for the return date"])(
    "is none in: %s",
    (text) => expect(versionWish(text)).toBeNull(),
  );
});

/** Versions by the file marks of each and what it was made from; the last is current. */
const listing = (...versions: [files: string, parent: number | null][]) =>
  versions
    .map(
      ([files, parent], at) =>
        `${at + 1}${at + 1 === versions.length ? " (current)" : ""}, made from ${parent ?? "nothing"}, files ${files}: message`,
    )
    .reverse()
    .join("\n");
const meant = (to: "before" | "after" | number, ...versions: Parameters<typeof listing>) => {
  const found = versionMeant({ to }, versionsIn(listing(...versions)));
  return typeof found === "string" ? found : found.number;
};

describe("the version that is meant", () => {
  it("is the one before, and the one before that once it was undone", () => {
    expect(meant("before", ["a", null], ["b", 1], ["c", 2])).toBe(2);
    expect(meant("before", ["a", null], ["b", 1], ["c", 2], ["b", 3])).toBe(1);
    expect(meant("before", ["a", null], ["b", 1], ["c", 2], ["b", 3], ["a", 4])).toMatch(/first version/);
  });

  it("is the one that was undone last, then the one after it", () => {
    expect(meant("after", ["a", null], ["b", 1], ["c", 2], ["b", 3], ["a", 4])).toBe(2);
    expect(meant("after", ["a", null], ["b", 1], ["c", 2], ["b", 3], ["a", 4], ["b", 5])).toBe(3);
    expect(meant("after", ["a", null], ["b", 1])).toMatch(/nothing to redo/);
  });

  it("is a number that there is", () => {
    expect(meant(1, ["a", null], ["b", 1])).toBe(1);
    expect(meant(2, ["a", null], ["b", 1])).toMatch(/already/);
    expect(meant(7, ["a", null], ["b", 1])).toMatch(/no version 7/);
  });
});
