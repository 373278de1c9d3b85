/** What reads models' answers and people's files costs no more than their length, whatever shape they have. */
import { expectLinear, expectLinearLater, expectPieces, noPause, repeated } from "@edgewright/testing/growth";
import { sampleOf } from "@edgewright/testing/share";
import { applyEdits, ProtocolParser } from "@edgewright/text-edits";
import { describe, it } from "vitest";
import { remarksOf } from "./prompt/compaction/remarks.ts";
import { excerpt } from "./prompt/excerpt.ts";
import { fenced } from "./prompt/fenced.ts";
import { buildContext, estimateTokens, searchFiles } from "./prompt/index.ts";
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

const ranked = async (request: string) => {
  const files = { "src/a.ts": "x" };
  return rank(files, await outline(files, noPause), { request, conversation: [request] }, noPause);
};

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
  "a remark": { run: remarksOf, size: 64 * KB, shapes: ["a-", "a/", "a.", "`", "a/a.", "?", "a "] },
  words: { run: wordsOf, size: 128 * KB, shapes: ["a", "aA", "a1", "\u0301", "ies"] },
  tokens: { run: estimateTokens, size: 512 * KB, shapes: ["a", "1", " ", "é", "."] },
  "a folder": { run: (text) => pathsUnder({ a: "" }, `a${text}a`), size: 64 * KB, shapes: ["/"] },
};

describe.each(Object.entries(TEXTS))("%s", (_name, { run, size, shapes }) => {
  it.each(sampleOf(shapes, 3))("costs its length when it is many %j", (shape) => expectLinear(repeated(shape), run, size));
});

const LATER: Record<string, { run(text: string): Promise<unknown>; size: number; shapes: string[] }> = {
  "a request": { run: ranked, size: 20_000, shapes: ["a", "a.", "./", "a/b.ts ", "aA", "-"] },
  "an excerpt": { run: (text) => excerpt(text, "a b c", 1000, noPause), size: 256 * KB, shapes: ["a\n", "a ", "\n"] },
  "a search": {
    run: (text) => searchFiles({ a: text }, { pattern: "(.*)*(.*)*x" }, noPause),
    size: 64 * KB,
    shapes: ["a", "\n"],
  },
};

describe.each(Object.entries(LATER))("%s", (_name, { run, size, shapes }) => {
  it.each(sampleOf(shapes, 3))("costs its length when it is many %j", (shape) => expectLinearLater(repeated(shape), run, size));
});

const rows = (count: number, row: (index: number) => string) => Array.from({ length: count }, (_, index) => `${row(index)}\n`).join("");
const code = (index: number) => `  const value${index} = compute(${index}, "text ${index}");`;
describe("a file of an app", () => {
  it.each<[string, string, (index: number) => string]>([
    ["full of Tailwind classes", "src/a.tsx", (index) => `<i className="mt-[${index}px] hover:md:p-${index} [&>a]:flex" />;`],
    ["of JSON", "src/a.json", (index) => `{"id":${index},"name":"text ${index}","tags":["a",{"b":${index}}]},`],
    ["of classes", "src/a.css", (index) => `.c${index}{color:red}`],
  ])("%s costs its length to be shown, found and edited", (_name, path, row) =>
    expectLinearLater(
      (size) => rows(size, row),
      async (text) => {
        const files = { [path]: text };
        await rank(files, await outline(files, noPause), { request: "make the text red" }, noPause);
        await searchFiles(files, { pattern: "(red|text).*1" }, noPause);
        await excerpt(text, "text red", 1000, noPause);
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
  expectLinearLater(
    (size) => ({
      files: { "a.txt": "a".repeat(size) },
      request: Array.from({ length: 40 }, (_, index) => "a".repeat(2 + index * 10)).join(" "),
    }),
    async ({ files, request }) => rank(files, await outline(files, noPause), { request }, noPause),
    256 * KB,
  ));

it("costs the number of types and of exports that use them", () =>
  expectLinear((size) => rows(size, (index) => `type a${index}=1;\nexport const b${index}: a${index}`), moduleOutline, 8000));

describe("what is done where others wait is in pieces, however much there is of it:", () => {
  const sources = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`src/f${index}.ts`, rows(100, code)]));

  it.each<[string, (files: Record<string, string>, pause: () => Promise<void>) => Promise<unknown>]>([
    ["an outline, by the file", (files, pause) => outline(files, pause)],
    ["a ranking, by the file", async (files, pause) => rank(files, await outline(files, noPause), { request: "compute" }, pause)],
    ["a context", (files, pause) => buildContext({ files, request: "compute", budgetTokens: 1_000_000 }, pause)],
    ["a search", (files, pause) => searchFiles(files, { pattern: "value" }, pause)],
  ])("%s", (_name, work) => expectPieces((count, pause) => work(sources(count), pause), 20));

  it("a search, by the lines of one file", () =>
    expectPieces((count, pause) => searchFiles({ a: rows(count * 250, code) }, { pattern: "nowhere" }, pause), 20));

  it("an excerpt, by the lines of a file", () =>
    expectPieces((count, pause) => excerpt(rows(count * 500, code), "value", 1000, pause), 20));
});
