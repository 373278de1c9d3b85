/**
 * What reads people's input costs no more than its length: each piece of work is given nasty shapes in doubled sizes, and
 * its processor time must not grow like a square. Growth is compared, not time: a busy machine slows both sizes alike.
 */
import { describe, expect, it } from "vitest";
import { guardLoops } from "./boot/loop-guard.ts";
import { classCandidates } from "./candidates.ts";
import { readPageHtml } from "./page-html.ts";
import { readSheet } from "./sheet.ts";
import { transformFile } from "./transform.ts";

const WORK: Record<string, { run(text: string): unknown; size: number; shapes: string[] }> = {
  "the page": {
    run: readPageHtml,
    size: 512 * 1024,
    shapes: ["<script ", "<script>", "<link rel=stylesheet href=/a.css>", "</a", "<!--", "<a b='", "<title", "&am", " ", "\n"],
  },
  "a sheet": {
    run: (text) => readSheet("src/a.module.css", text),
    size: 512 * 1024,
    shapes: [".a{", "{{{{", "/*", "url(", '"', "@import '", ".b,", ":global(", "\n"],
  },
  candidates: { run: classCandidates, size: 512 * 1024, shapes: ["[", "a[", "[[]", "a(", "flex ", ".", "[&>", "a:", " "] },
  "a script": {
    run: (text) => transformFile("src/a.tsx", text),
    size: 128 * 1024,
    shapes: ["{", "`", "`${", "/*", "'", "a;\n", "let a;", "<a>", "@a ", "namespace a ", "a.b", 'import "./a";\n', "(", "\n", "f(a)||"],
  },
  loops: { run: (text) => guardLoops(text, "r()"), size: 128 * 1024, shapes: ["for(;;){}", "while(a)b;", "for(", "do "] },
};

/** The least of several, in milliseconds of this thread's processor. */
function cost(work: (text: string) => unknown, text: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 3; time++) {
    const before = process.threadCpuUsage();
    work(text);
    const { user, system } = process.threadCpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

describe.each(Object.entries(WORK))("%s", (_name, { run, size, shapes }) => {
  it.each(shapes)("costs its length when it is many %j", (shape) => {
    const text = shape.repeat(Math.floor((size - 1) / shape.length));
    run(text.slice(0, size / 16));
    // Sixteen times the text: 256 times the cost if it were a square. Below the floor a clock is too coarse to compare.
    const small = Math.max(cost(run, text.slice(0, size / 16)), 3);
    expect(cost(run, text) / small).toBeLessThan(80);
  });
});
