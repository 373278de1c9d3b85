/** What reads models' answers and people's files costs no more than their length, whatever shape they have. */
import { expectLinear, repeated } from "@edgewright/testing/growth";
import { sampleOf } from "@edgewright/testing/share";
import { applyEdits, ProtocolParser } from "@edgewright/text-edits";
import { describe, it } from "vitest";
import { remarksOf } from "./prompt/compaction/remarks.ts";
import { excerpt } from "./prompt/excerpt.ts";
import { fenced } from "./prompt/fenced.ts";
import { estimateTokens, searchFiles } from "./prompt/index.ts";
import { moduleOutline } from "./prompt/module-outline.ts";
import { outline } from "./prompt/outline.ts";
import { rank } from "./prompt/ranking.ts";
import { wordsOf } from "./prompt/words.ts";
import { listedFindings } from "./result/findings-text.ts";
import { pathsUnder } from "./tools/reading/list-files.ts";

const KB = 1024;

function parse(text: string): void {
  const parser = new ProtocolParser();
  for (let at = 0; at < text.length; at += 64) parser.push(text.slice(at, at + 64));
  parser.end();
}

const ranked = (request: string) => rank({ "src/a.ts": "x" }, outline({ "src/a.ts": "x" }), { request, conversation: [request] });

const TEXTS: Record<string, { run(text: string): unknown; size: number; shapes: string[] }> = {
  "an outline": {
    run: moduleOutline,
    size: 256 * KB,
    shapes: ["export\r", "/*\n", "export const a = /* ", "type a=1;\n", "export const a = {[(<\n", "export default memo(", "import("],
  },
  "an answer": {
    run: parse,
    size: 256 * KB,
    shapes: [
      "<",
      "<edit a=",
      '<file path="a.ts">\n',
      "```ts\n",
      "`",
      "\r",
      "\n",
      "src/a.ts\n",
      "<<<<<<< SEARCH\n",
      "<plan>\n",
      "```diff\n@@\n",
    ],
  },
  "a request": { run: ranked, size: 20_000, shapes: ["a", "a.", "./", "a/b.ts ", "aA", "-"] },
  "a remark": { run: remarksOf, size: 64 * KB, shapes: ["a-", "a/", "a.", "`", "a/a.", "?", "a "] },
  words: { run: wordsOf, size: 128 * KB, shapes: ["a", "aA", "a1", "\u0301", "ies"] },
  tokens: { run: estimateTokens, size: 512 * KB, shapes: ["a", "1", " ", "é", "."] },
  "an excerpt": { run: (text) => excerpt(text, "a b c", 1000), size: 256 * KB, shapes: ["a\n", "a ", "\n"] },
  "a search": { run: (text) => searchFiles({ a: text }, { pattern: "(.*)*(.*)*x" }), size: 64 * KB, shapes: ["a", "\n"] },
  "a folder": { run: (text) => pathsUnder({ a: "" }, `a${text}a`), size: 64 * KB, shapes: ["/"] },
};

describe.each(Object.entries(TEXTS))("%s", (_name, { run, size, shapes }) => {
  it.each(sampleOf(shapes, 3))("costs its length when it is many %j", (shape) => expectLinear(repeated(shape), run, size));
});

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => `${row(index)}\n`).join("");
const code = (index: number) => `  const value${index} = compute(${index}, "text ${index}");`;
const restyled = (index: number) => `const value${index} = compute(${index}, 'text ${index}')`;

describe("edits", () => {
  it.each(["a\n", "\n", "}\n", "'\n", '\\"', ",;", "// ...\n", "&lt;", "1 | a\n", "+a\n", "\u00a0", "\t", "a"])(
    "cost their length in a file of many %j",
    (shape) =>
      expectLinear(
        repeated(shape),
        (text) => {
          applyEdits(text, [{ search: `${text.slice(0, text.length / 2)}x`, replace: "y" }]);
          applyEdits(`${text}x y\n${text}`, [{ search: `${text}x  y\n`, replace: `${text.slice(0, text.length / 2)}xz\n` }]);
        },
        64 * KB,
      ),
  );

  it.each<[string, (size: number) => { file: string; edits: { search: string; replace: string }[] }]>([
    [
      "a hundred at once",
      (size) => ({
        file: rows(size, code),
        edits: Array.from({ length: 100 }, (_, index) => ({ search: restyled(index), replace: `${restyled(index)}.done` })),
      }),
    ],
    [
      "no match, but near",
      (size) => ({ file: rows(size, code), edits: [{ search: rows(size, (index) => `x${restyled(index)}`), replace: "x" }] }),
    ],
    [
      "all rows in another style",
      (size) => ({
        file: rows(size, code),
        edits: [{ search: rows(size, restyled), replace: rows(size, (index) => restyled(index + 1)) }],
      }),
    ],
    [
      "characters that only look alike",
      (size) => ({
        file: rows(size, (index) => `a\u00a0${index} – b`),
        edits: [{ search: rows(size, (index) => `a ${index} - b`), replace: rows(size / 2, (index) => `b ${index} - c`) }],
      }),
    ],
    [
      "lines left out among equal ones",
      (size) => ({
        file: `${"a\n".repeat(size)}b\n`,
        edits: [{ search: "// ...\nb\n", replace: `${"a\n".repeat(size / 2)}c\n${"a\n".repeat(size / 2)}b\n` }],
      }),
    ],
  ])("cost their length: %s", (_name, make) => expectLinear(make, ({ file, edits }) => applyEdits(file, edits), 4000));
});

describe("a file of an app", () => {
  it.each<[string, string, (index: number) => string]>([
    ["full of Tailwind classes", "src/a.tsx", (index) => `<i className="mt-[${index}px] hover:md:p-${index} [&>a]:flex" />;`],
    ["of JSON", "src/a.json", (index) => `{"id":${index},"name":"text ${index}","tags":["a",{"b":${index}}]},`],
    ["of classes", "src/a.css", (index) => `.c${index}{color:red}`],
  ])("%s costs its length to be shown, found and edited", (_name, path, row) =>
    expectLinear(
      (size) => rows(size, row),
      (text) => {
        const files = { [path]: text };
        rank(files, outline(files), { request: "make the text red" });
        searchFiles(files, { pattern: "(red|text).*1" });
        excerpt(text, "text red", 1000);
        estimateTokens(text);
        applyEdits(text, [{ search: row(7), replace: row(1) }]);
      },
      8000,
    ),
  );
});

it("costs the length of a text full of marks", () =>
  expectLinear(
    (size) => Array.from({ length: size / 13 }, (_, index) => `file-${(48_271_936_127 + index).toString(36)}`).join(" "),
    (text) => fenced([{ title: "a", text }]),
    128 * KB,
  ));

it("costs the number of findings", () =>
  expectLinear(
    (size) => Array.from({ length: size }, (_, line) => ({ file: "a", line, column: 1, code: "TS1", message: "m" })),
    (findings) => listedFindings(findings, { a: "x\n" }),
    16_000,
  ));

it("costs the length of a file of one letter, asked for many of it", () =>
  expectLinear(
    (size) => ({
      files: { "a.txt": "a".repeat(size) },
      request: Array.from({ length: 40 }, (_, index) => "a".repeat(2 + index * 10)).join(" "),
    }),
    ({ files, request }) => rank(files, outline(files), { request }),
    256 * KB,
  ));

it("costs the number of types and of exports that use them", () =>
  expectLinear((size) => rows(size, (index) => `type a${index}=1;\nexport const b${index}: a${index}`), moduleOutline, 8000));
