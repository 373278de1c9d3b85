/**
 * Suites with more cases than each run has time for: `npm test` tries a share of them, drawn anew each time; `npm run test:full` tries all.
 * The draw is by TEST_SEED, which `npm test` names when something fails: with the same seed the same cases are drawn.
 */
import { random } from "./random.ts";

const whole = process.env.TEST_WHOLE === "1";
const draw = random(Number(process.env.TEST_SEED ?? 0));

/** One of `share` cases. */
export const sampleOf = <T>(cases: readonly T[], share: number): T[] =>
  whole ? [...cases] : draw.sample(cases, Math.ceil(cases.length / share));

/** How many runs of a property are made: one in `share`. */
export const runsOf = (all: number, share: number): number => (whole ? all : Math.ceil(all / share));

/** `first` and what follows without end: each number, or one in `share`, beginning at one of the first. */
export function* numbersFrom(first: number, share: number): Generator<number> {
  const step = whole ? 1 : share;
  for (let number = first + (whole ? 0 : draw.below(share)); ; number += step) yield number;
}
