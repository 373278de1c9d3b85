import { describe, expect, it } from "vitest";
import { mended } from "./spelling.ts";

describe("misspelt words", () => {
  it.each([
    ["adres", "address"],
    ["batery", "battery"],
    ["tennants", "tenants"],
    ["wich stals hwo payed", "which stalls who paid"],
    ["interpretrs come", "interpreters come"],
    ["it hasnt come", "it hasn't come"],
  ])("%s is %s", (said, meant) => expect(mended(said)).toBe(meant));

  it("a from that was written form is told by the to that follows", () => {
    expect(mended("size form, size to")).toBe("size from, size to");
    expect(mended("persn, dat, form, too, rom")).toBe("person, date, from, to, rom");
    expect(mended("a form to report it, and one form, too small to read")).toBe("a form to report it, and one form, too small to read");
  });

  it("who does what a known word says is spelt as it is", () => {
    expect(mended("cavers, riggers; swimers")).toBe("cavers, riggers; swimmers");
  });

  it("known words, names and codes stay", () => {
    expect(mended("Kiln, percussion, M6 bolt, IMEI and Mutschli stay")).toBe("Kiln, percussion, M6 bolt, IMEI and Mutschli stay");
  });
});
