/** Real changes and our own, with the slips that models make: what is applied is applied right, whatever the slip. */
import { sampleOf } from "@edgewright/testing/share";
import { describe, expect, it } from "vitest";
import { applyEdits } from "./apply-edits.ts";
import { realCases } from "./testing/corpus.ts";
import { OWN_CASES } from "./testing/own-cases.ts";
import { score } from "./testing/score.ts";
import { SPOILS } from "./testing/spoils.ts";

const SEEDS = [1, 2];
const real = realCases();

/** The least share of edits with a slip that has to be applied, as measured; the rest is refused. */
const FLOOR = 0.85;
const FLOORS: Record<string, number> = {
  "4 less deep": 0.65,
  "2 less deep": 0.8,
  "no indentation": 0.25,
  "blank lines lost": 0.3,
  "blank lines lost, search only": 0.55,
  "no semicolons": 0.2,
  "a line elided": 0.75,
  "deeper, other quotes, a line elided": 0.75,
  "curly quotes": 0.35,
  "no-break spaces": 0.4,
  "zero-width spaces": 0.4,
};
/** Words differ, or what is meant has to be written anew: nobody knows whether this is the place. */
const REFUSED = /stale|renamed|wrong|escaped|fence/;

describe("edits as they should be", () => {
  it("are all applied, each on its own", () => {
    expect(score([...OWN_CASES, ...real], (edit) => edit, 1)).toMatchObject({ refused: 0, wrong: [] });
  });

  it("are all applied together, in any order", () => {
    for (const { before, after, edits } of real) {
      expect(applyEdits(before, edits)).toEqual({ ok: true, value: { text: after, notes: [] } });
      expect(applyEdits(before, edits.toReversed())).toEqual({ ok: true, value: { text: after, notes: [] } });
    }
  });
});

describe.each([
  ["our own changes", OWN_CASES],
  ["real changes", real],
])("a slip in %s", (_, cases) => {
  it.each(sampleOf(Object.entries(SPOILS), 4).map(([name, spoil]) => ({ name, spoil })))(
    "never leads to another file: $name",
    ({ name, spoil }) => {
      for (const seed of SEEDS) {
        const { right, refused, wrong } = score(cases, spoil, seed);
        expect(wrong).toEqual([]);
        if (REFUSED.test(name)) expect(right).toBe(0);
        else if (right + refused > 0) expect(right / (right + refused)).toBeGreaterThanOrEqual(FLOORS[name] ?? FLOOR);
      }
    },
  );
});
