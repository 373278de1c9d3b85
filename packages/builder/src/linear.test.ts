/** What reads people's code costs no more than its length, whatever shape it has. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { describe, it } from "vitest";
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

describe.each(Object.entries(WORK))("%s", (_name, { run, size, shapes }) => {
  it.each(shapes)("costs its length when it is many %j", (shape) => expectLinear(repeated(shape), run, size));
});
