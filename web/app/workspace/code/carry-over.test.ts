import { describe, expect, it } from "vitest";
import { carryOver } from "./carry-over.ts";

const base = "one\ntwo\nthree\nfour\nfive\n";

describe("carryOver", () => {
  it("keeps what both sides changed in different places", () => {
    const mine = { "a.ts": { base, text: base.replace("one", "1") } };
    const carried = carryOver(mine, new Map([["a.ts", base.replace("five", "5")]]));
    expect(carried["a.ts"]).toEqual({ base: "one\ntwo\nthree\nfour\n5\n", text: "1\ntwo\nthree\nfour\n5\n" });
  });

  it("leaves alone what only I changed, and what a person has settled", () => {
    const edits = { "a.ts": { base, text: "mine" }, "b.ts": { base: "theirs", text: "both" } };
    expect(carryOver(edits, new Map([["a.ts", base]]))).toEqual(edits);
  });

  it("drops an edit they have made as well", () => {
    expect(carryOver({ "a.ts": { base, text: "same" } }, new Map([["a.ts", "same"]]))).toEqual({});
  });

  it("keeps a new file of mine", () => {
    const edits = { "new.ts": { base: null, text: "new" } };
    expect(carryOver(edits, new Map([["new.ts", null]]))).toEqual(edits);
  });
});
