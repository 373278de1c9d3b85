/** How fast the machine is at the moment, by a fixed piece of work of the kind that is measured: objects, text, JSON and sorting. */
import { quantile } from "./quantile.ts";

const ROUNDS = 5;
const RECORDS = 20_000;
/** What the work took on the quiet two-core machine that the budgets are for. */
const REFERENCE_MS = 36;

function work(): number {
  const records = Array.from({ length: RECORDS }, (_, at) => ({ id: `row_${(at * 7919) % RECORDS}`, text: `Line ${at} of a file`, at }));
  const copies = JSON.parse(JSON.stringify(records)) as typeof records;
  copies.sort((one, other) => (one.id < other.id ? -1 : 1));
  const text = copies.map(({ text }) => text.replace(/(\w+) (\d+)/g, "$2 $1").toUpperCase()).join("\n");
  const words = new Map<string, number>();
  for (const word of text.split(/\s+/)) words.set(word, (words.get(word) ?? 0) + 1);
  return words.size;
}

const timed = () => {
  const start = performance.now();
  if (work() === 0) throw new Error("The work came to nothing");
  return performance.now() - start;
};

/** 1 on the machine that the budgets are for, 2 on one that takes twice as long. */
export const slowness = (): number => quantile(Array.from({ length: ROUNDS }, timed), 0.5) / REFERENCE_MS;
