import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./fold.ts";

describe("texts as they are compared", () => {
  it.each([
    ["Müller", "MÜLLER"],
    ["Mu\u0308ller", "müller"],
    ["Żółć", "zolc"],
    ["Привет", "привет"],
    ["İstanbul", "istanbul"],
    ["ISPARTA", "ısparta"],
    ["Straße", "STRASSE"],
    ["ΟΔΟΣ", "οδός"],
    ["Ærø", "aero"],
    ["שָׁלוֹם", "שלום"],
    ["مُحَمَّد", "محمد"],
    ["ＡＢＣ １", "abc 1"],
    ["ﬁne\u00a0 print ", "fine print"],
    ["soft\u00adhyphen", "softhyphen"],
  ])("%s is %s", (one, other) => expect(fold(one)).toBe(fold(other)));

  it.each([
    ["か", "が"],
    ["राम", "रम"],
    ["가", "각"],
    ["a", "b"],
    ["1", "2"],
  ])("%s is not %s", (one, other) => expect(fold(one)).not.toBe(fold(other)));

  it("are the same when compared again, and never nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
