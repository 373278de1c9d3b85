/** Every word of the product has one spelling: CONTRIBUTING.md says which. Texts that people write in, in whatever way, are not read. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const FILES = ["{packages,workers,scripts,eval,web/app,bench,tests,docs}/**/*.{ts,tsx,mjs,md}", "*.md"];
/** What the embedded model understands, recorded answers, and apps as other models write them. */
const NOT_OURS = /(^|\/)(node_modules|starter-model|recordings|reference|dist)\/|\.generated\.|spelling\.test\.ts$/;

const OTHER_SPELLINGS: readonly [spelling: RegExp, ours: string][] = [
  [/organis(?:e|ation)/i, "organization"],
  [/\b(?:normal|summar|recogn|capital|personal|synchron|minim|initial|serial)is(?:e|ed|es|ing|ation)\b/i, "-ize"],
  [/\bcancel(?:ed|ing)\b/i, "cancelled, cancelling"],
  [/\b(?:to log in|logged in|log out)\b/i, "sign in, sign out"],
  [/(?<!Invalid )\bemail address/i, "e-mail address"],
  [/\bcatalog\b/i, "catalogue"],
];

const found = (text: string, path: string): string[] =>
  text.split("\n").flatMap((line, index) =>
    OTHER_SPELLINGS.flatMap(([spelling, ours]) => {
      const [word] = spelling.exec(line) ?? [];
      return word === undefined ? [] : [`${path}:${index + 1} has "${word}": ${ours}`];
    }),
  );

it("has one spelling of every word", () => {
  const paths = FILES.flatMap((pattern) => globSync(pattern, { cwd: ROOT })).filter((path) => !NOT_OURS.test(path));
  expect(paths.length).toBeGreaterThan(500);
  expect(paths.flatMap((path) => found(readFileSync(join(ROOT, path), "utf8"), path))).toEqual([]);
});

it("knows another spelling where it is", () => {
  expect(found("The organisation\nwas canceled.", "a.md")).toEqual([
    'a.md:1 has "organisation": organization',
    'a.md:2 has "canceled": cancelled, cancelling',
  ]);
});
