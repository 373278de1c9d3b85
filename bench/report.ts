/** bench/results.md: the machine, and one line for each figure. */
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./row.ts";

export const RESULTS = join(import.meta.dirname, "results.md");

const round = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1));

/** Whether the median keeps to its budget; where more is better, there is none. A slower machine may take as much longer as it is slower; sizes are the same on each. */
function verdict({ median, budget, unit, machine }: BenchRow): string {
  if (budget === undefined) return "";
  const allowed = unit === "ms" || unit === "s" ? budget * Math.max(1, machine) : budget;
  return `${round(budget)}${median <= allowed ? "" : " **over**"}`;
}

export const line = (row: BenchRow) =>
  `| ${[
    row.name,
    row.n,
    round(row.median),
    round(row.p95),
    row.unit,
    row.machine.toFixed(1),
    verdict(row),
    row.peer ?? "",
    row.ratio === undefined ? "" : row.ratio.toFixed(2),
  ].join(" | ")} |`;

/** What else the machine does, before the benchmark adds to it. */
const loadBefore = loadavg()[0] ?? 0;

/** @param sections further tables, as Markdown */
export function writeReport(rows: BenchRow[], notes: string[], sections: string[] = []): void {
  const machine = `${cpus()[0]?.model.trim() ?? "unknown CPU"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`;
  writeFileSync(
    RESULTS,
    `# Benchmark

Written by \`npm run bench\`. ${new Date().toISOString().slice(0, 10)}, ${machine}, Node ${process.version.slice(1)}. Everything, browser, load generator and peers included, ran on this one machine, whose load was ${loadBefore.toFixed(1)} when it began.

| what | n | median | p95 | unit | machine | budget | beside | ours / theirs |
|---|---|---|---|---|---|---|---|---|
${rows.map(line).join("\n")}

- *Machine* is how long a fixed piece of work took right after, beside the two-core machine that budgets are for: on one that takes twice as long, a budget in time is twice as much.
${notes.map((note) => `- ${note}`).join("\n")}
${sections.map((section) => `\n${section}`).join("")}`,
  );
}
