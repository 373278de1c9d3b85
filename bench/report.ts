/** bench/results.md: the machine, and one line for each figure. */
import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import type { BenchRow } from "./row.ts";

export const RESULTS = join(import.meta.dirname, "results.md");

const round = (value: number) => (value >= 100 ? Math.round(value).toLocaleString("en") : value.toFixed(1));

/** Whether the median keeps to its budget; where more is better, there is none. */
const verdict = ({ median, budget }: BenchRow) => (budget === undefined ? "" : `${round(budget)}${median <= budget ? "" : " **over**"}`);

const line = (row: BenchRow) =>
  `| ${[
    row.name,
    row.n,
    round(row.median),
    round(row.p95),
    row.unit,
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

| what | n | median | p95 | unit | budget | beside | ours / theirs |
|---|---|---|---|---|---|---|---|
${rows.map(line).join("\n")}

${notes.map((note) => `- ${note}`).join("\n")}
${sections.map((section) => `\n${section}`).join("")}`,
  );
}
