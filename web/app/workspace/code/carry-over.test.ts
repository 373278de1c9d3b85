import { describe, expect, it } from "vitest";
import { carryOver } from "./carry-over.ts";

const base = "one\ntwo\nthree\nfour\nfive\n";

describe("carryOver", () => {
  it("keeps what both sides changed in different places", async () => {
    const mine = { "a.ts": { base, text: base.replace("one", "1") } };
    const carried = await carryOver(mine, new Set(), async () => base.replace("five", "5"));
    expect(carried["a.ts"]).toEqual({ base: "one\ntwo\nthree\nfour\n5\n", text: "1\ntwo\nthree\nfour\n5\n" });
  });

  it("leaves alone what only I changed, and what a person has settled", async () => {
    const edits = { "a.ts": { base, text: "mine" }, "b.ts": { base: "theirs", text: "both" } };
    expect(await carryOver(edits, new Set(["b.ts"]), async () => base)).toEqual(edits);
  });

  it("drops an edit they have made as well", async () => {
    expect(await carryOver({ "a.ts": { base, text: "same" } }, new Set(), async () => "same")).toEqual({});
  });

  it("keeps a new file of mine", async () => {
    const edits = { "new.ts": { base: null, text: "new" } };
    expect(await carryOver(edits, new Set(), async () => null)).toEqual(edits);
  });
});
