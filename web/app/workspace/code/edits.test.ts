import { describe, expect, it } from "vitest";
import { afterSave, changesOf, pathsWith, putEdit, renameEdit, resolveConflicts } from "./edits.ts";

describe("edits", () => {
  it("keep the first base, and vanish when the text is as it was", () => {
    const once = putEdit({}, "a.ts", "old", "new");
    expect(putEdit(once, "a.ts", "ignored", "newer")).toEqual({ "a.ts": { base: "old", text: "newer" } });
    expect(putEdit(once, "a.ts", "ignored", "old")).toEqual({});
  });

  it("make a rename of a saved file a deletion and a new file", () => {
    const edits = renameEdit({}, "a.ts", "b.ts", "text", "text");
    expect(changesOf(edits)).toEqual([
      { path: "a.ts", text: null },
      { path: "b.ts", text: "text" },
    ]);
    expect(pathsWith(["a.ts", "c.ts"], edits)).toEqual(["c.ts", "b.ts"]);
    // And back again is no change at all.
    expect(renameEdit(edits, "b.ts", "a.ts", null, "text")).toEqual({});
  });

  it("keep what was typed while a save was on its way", () => {
    const sent = putEdit({}, "a.ts", "1", "2");
    const typed = putEdit(putEdit(sent, "a.ts", null, "3"), "b.ts", "x", "y");
    expect(afterSave(typed, sent)).toEqual({ "a.ts": { base: "2", text: "3" }, "b.ts": { base: "x", text: "y" } });
    expect(afterSave(sent, sent)).toEqual({});
  });

  it("become the chosen text on top of theirs when a conflict is settled", () => {
    const edits = putEdit({}, "a.ts", "base", "mine");
    const conflict = { path: "a.ts", base: "base", mine: "mine", theirs: "theirs", merged: "<<<", binary: false };
    expect(resolveConflicts(edits, [conflict], { "a.ts": "both" })).toEqual({ "a.ts": { base: "theirs", text: "both" } });
    expect(resolveConflicts(edits, [conflict], { "a.ts": "theirs" })).toEqual({});
  });
});
