/** One line of bench/results.md, and how samples become one. */
import { slowness } from "./machine.ts";
import { quantile } from "./quantile.ts";

export type BenchRow = {
  name: string;
  n: number;
  median: number;
  /** The worse end: where more is better, the 5th percentile. */
  p95: number;
  /** Such as "ms", "MB" or "requests/s". */
  unit: string;
  /** How slow the machine was right after: 1 is the machine that budgets are for, 2 takes twice as long. */
  machine: number;
  /** The budget of the design for this figure, in the same unit. */
  budget?: number;
  /** What it is compared with in the same session, and ours divided by theirs. */
  peer?: string;
  ratio?: number;
};

export const row = (name: string, unit: string, samples: number[], more: Pick<BenchRow, "budget" | "peer" | "ratio"> = {}): BenchRow => ({
  name,
  n: samples.length,
  median: quantile(samples, 0.5),
  p95: quantile(samples, unit.endsWith("/s") || unit === "%" ? 0.05 : 0.95),
  unit,
  machine: slowness(),
  ...more,
});

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown> | unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
