/** Chance that is the same in every run. */
import { at, first } from "@edgewright/core";
export type Random = { below(limit: number): number; pick<T>(from: readonly T[]): T; sample<T>(from: readonly T[], count: number): T[] };

/** Mulberry32. */
export function random(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    pick: (from) => at(from, below(from.length)),
    sample(from, count) {
      const left = [...from];
      return Array.from({ length: Math.min(count, left.length) }, () => first(left.splice(below(left.length), 1)));
    },
  };
}
