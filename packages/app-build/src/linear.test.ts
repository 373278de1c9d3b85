/** What reads people's code costs no more than its length, whatever shape it has. */

import { guardLoops } from "@edgewright/app-check/boot";
import { LIMITS } from "@edgewright/contracts";
import { expectLinear, expectLinearLater, repeated } from "@edgewright/testing/growth";
import { sampleOf } from "@edgewright/testing/share";
import { describe, it } from "vitest";
import { classCandidates } from "./candidates.ts";
import { readPageHtml } from "./page-html.ts";
import { readSheet } from "./sheet.ts";
import { StyleWeights } from "./style-weight.ts";
import { buildStyles } from "./styles.ts";
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
    shapes: [
      "{",
      "`",
      "`${",
      "/*",
      "'",
      "a;\n",
      "let a;",
      "<a>",
      "@a ",
      "namespace a ",
      "a.b",
      'import "./a";\n',
      "(",
      "\n",
      "f(a)||",
      "class A{b=1}\n",
      "enum A{b}\n",
      "a?.b;",
      "<a b={c}/>;",
    ],
  },
  "a large JSON file": {
    run: (text) => transformFile("src/a.json", `[${text}1]`),
    size: LIMITS.fileBytes,
    shapes: ["1,", "[],", '{"a":1},', '"a",', "["],
  },
  "a weight": {
    run: (text) => new StyleWeights().add(text),
    size: LIMITS.styleCharacters,
    shapes: [".a{", ".a,", "a{b:c}", "@apply a;", "@source inline('{a,b}');", "{", "@utility a{@apply a}", "@theme{--a:b}", "("],
  },
  loops: { run: (text) => guardLoops(text, "r()"), size: 128 * 1024, shapes: ["for(;;){}", "while(a)b;", "for(", "do "] },
};

describe.each(Object.entries(WORK))("%s", (_name, { run, size, shapes }) => {
  it.each(sampleOf(shapes, 9))("costs its length when it is many %j", (shape) => expectLinear(repeated(shape), run, size));
});

describe("imports of files with the same name", () => {
  it("cost their number", () =>
    expectLinear(
      (size) => Array.from({ length: size }, (_, index) => `import a${index} from "./${index}/a";\n`).join(""),
      (text) => transformFile("src/a.tsx", text),
      3000,
    ));
});

const many = (count: number, word: (index: number) => string) => Array.from({ length: count }, (_, index) => word(index)).join(" ");

/** By what they are. */
const CLASSES: [string, (index: number) => string][] = [
  ["a class", (index) => `mt-[${index}px]`],
  ["a class with variants", (index) => `hover:md:mt-[${index}px]`],
  ["a colour's opacity", (index) => `bg-red-500/${index}`],
  ["no class", (index) => `bg-zz-${index}`],
  ["a list of selectors", (index) => `marker:selection:p-${index}`],
];

const RULES: [string, string][] = [
  ["rules", ".a{color:red}"],
  ["what is applied", ".a{@apply flex}"],
  ["conditions", "@media print{.a{b:c}}"],
  ["values of the theme", ".a{margin:theme(spacing.4)}"],
  ["variables of the theme", "@theme{--color-a:red}"],
  ["utilities", "@utility a{color:red}"],
  ["variants", "@custom-variant a (&:hover);"],
];

describe("Tailwind", () => {
  it.each(sampleOf(CLASSES, 3))("costs the number of words that are each %s", (_name, word) =>
    expectLinearLater(
      (size) => ({ files: { "a.css": '@import "tailwindcss";', "a.tsx": many(size, word) }, roots: ["a.css"], sources: ["a.tsx"] }),
      (input) => buildStyles(input, null),
      8000,
    ),
  );

  it.each(sampleOf(RULES, 3))("costs the length of a sheet of %s", (_name, shape) =>
    expectLinearLater(
      (size) => ({ files: { "a.css": `@import "tailwindcss";${shape.repeat(size / shape.length)}` }, roots: ["a.css"], sources: [] }),
      (input) => buildStyles(input, null),
      64 * 1024,
    ),
  );
});
