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
    ["STRAẞE", "straße"],
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

  it("are the same in either case, whatever the letter", () => {
    const differ: string[] = [];
    for (let code = 0; code < 0x20000; code++) {
      const letter = String.fromCodePoint(code);
      // Half characters are refused at the gate; the Greek iota below a letter is one beside it in upper case.
      if (/\p{Surrogate}/u.test(letter) || letter.normalize("NFD").includes("\u0345")) continue;
      const folded = fold(letter);
      if ([folded, letter.toUpperCase(), letter.toLowerCase()].some((other) => fold(other) !== folded)) differ.push(letter);
    }
    expect(differ).toEqual([]);
  });

  it("bound how many marks a letter has, so that none takes long to compare", () => {
    const heap = (marks: number) => `a${"\u093c\u094d".repeat(marks)}`;
    expect(fold(heap(24_000))).toBe(fold(heap(15)));
  });

  it("are the same when compared again, and never nothing", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
