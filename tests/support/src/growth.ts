/**
 * Whether work costs no more than the length of what it is given. Processor time of two sizes is compared, not time: a busy
 * machine slows both alike. Used by the tests of all that reads people's and models' text.
 */
import { expect } from "vitest";

/** The larger is this many times the smaller; a square would cost this many times as much again. */
const TIMES = 16;
const GROWTH_MAX = 80;
/** In milliseconds. Below it a clock is too coarse to compare. */
const FLOOR = 3;

/** What comes between costs time once: work is tried again while it seems too dear. */
const TRIES = 3;

const processorMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** @param make what is given to the work, for a size */
export function expectLinear<T>(make: (size: number) => T, work: (given: T) => unknown, size: number): void {
  const [small, large] = [make(Math.floor(size / TIMES)), make(size)];
  const cost = (given: T) => {
    const before = processorMs();
    work(given);
    return processorMs() - before;
  };
  const least = Math.max(FLOOR, Math.min(...Array.from({ length: TRIES }, () => cost(small))));
  let growth = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && growth >= GROWTH_MAX; tried++) growth = Math.min(growth, cost(large) / least);
  expect(growth).toBeLessThan(GROWTH_MAX);
}

/** The same of work that gives its thread back now and then. */
export async function expectLinearLater<T>(make: (size: number) => T, work: (given: T) => Promise<unknown>, size: number): Promise<void> {
  const [small, large] = [make(Math.floor(size / TIMES)), make(size)];
  const cost = async (given: T) => {
    const before = processorMs();
    await work(given);
    return processorMs() - before;
  };
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES; tried++) least = Math.min(least, await cost(small));
  let growth = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < TRIES && growth >= GROWTH_MAX; tried++)
    growth = Math.min(growth, (await cost(large)) / Math.max(FLOOR, least));
  expect(growth).toBeLessThan(GROWTH_MAX);
}

/**
 * Whether work on more of the same is in more pieces, not in larger ones: `work` calls `pause` between its pieces, and with
 * twice as much to do it calls it twice as often, at least once for each of `count` parts.
 */
export async function expectPieces(work: (count: number, pause: () => Promise<void>) => Promise<unknown>, count: number): Promise<void> {
  const pieces = async (parts: number) => {
    let pauses = 0;
    await work(parts, async () => void pauses++);
    return pauses;
  };
  const [some, twice] = [await pieces(count), await pieces(2 * count)];
  expect(some).toBeGreaterThanOrEqual(count);
  expect(twice).toBeGreaterThanOrEqual(2 * count);
  expect(twice / some).toBeGreaterThan(1.8);
}

/** For work that nobody waits beside. */
export const noPause = async (): Promise<void> => {};

/** The same few characters again and again. */
export const repeated =
  (shape: string) =>
  (size: number): string =>
    shape.repeat(Math.ceil(size / shape.length)).slice(0, size);
