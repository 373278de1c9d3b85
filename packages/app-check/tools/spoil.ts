/** Apps and their faults before both checkers: what is right must be right with both, what is broken must be found in the same line by both. Used by the conformance suite and its full run. */

import type { Checker } from "@edgewright/app-repair";
import type { FileMap } from "@edgewright/contracts";
import { at } from "@edgewright/core";
import { expect } from "vitest";
import type { RealChecker } from "./real-checker.ts";

/** An app's own code; the template's components are the same in each. */
export const OWN = /^(src\/(App|schemas|views|data|tables|forms)|server)/;

/** Each breaks a text in one place, or gives null where there is nothing to break in that way. */
const FAULTS: Record<string, (text: string) => string | null> = {
  "a misspelt property": (text) => replaced(text, /(?<=[\w)\]])\.(?!\.)([a-z]\w{3,})\b(?!["'/])/, (found) => `${found}x`),
  "a misspelt call": (text) =>
    replaced(text, /\b(useState|useTable|format|parseISO|clsx|cn|object|string|json|safeParse)\(/, (found) => `x${found}`),
  "a misspelt import": (text) => replaced(text, /import \{ (\w+)/, (found) => `${found}Z`),
  "a missing import": (text) => replaced(text, /^import \{[^}]*\} from "[^"]+";\n/m, () => "\n"),
  "a number for a text": (text) =>
    replaced(text, /\b(title|label|dataKey|path|to|type)="[^"]*"/, (found) => `${found.split("=")[0]}={{ wrong: 1 }}`),
  "a prop that is not there": (text) => replaced(text, /<([A-Z]\w+)(?=[\s>/])/, (found) => `${found} nonsense={1}`),
  "a text for a number": (text) => `${text}\nexport const wrong: number = "text";\n`,
  "a call without its arguments": (text) =>
    replaced(text, /\b(parseISO|format|addDays|navigate|update|remove|create)\([^()]+\)/, (found) => `${found.split("(")[0]}()`),
  "a value that may be absent": (text) => `${text}\nexport const first = ([] as { id: string }[]).find(Boolean).id;\n`,
};

/** The first place that matches, outside imports and comments unless the pattern asks for one. */
function replaced(text: string, pattern: RegExp, by: (found: string) => string): string | null {
  const start = pattern.source.includes("import") ? 0 : text.lastIndexOf("\nimport ") + 1;
  const at = text.slice(start).search(pattern);
  if (at < 0) return null;
  return text.slice(0, start) + text.slice(start).replace(pattern, (found) => by(found));
}

/** The app with a copy of its own files beside them for each fault, so that all are found at once: of each file, or of one in turn. */
function spoilt(files: FileMap, copies: "each file" | "one file"): FileMap {
  const broken = { ...files };
  const own = Object.entries(files).filter(([path]) => OWN.test(path));
  Object.values(FAULTS).forEach((spoil, index) => {
    const found = own.flatMap(([path, text]): [string, string][] => {
      const copy = spoil(text);
      return copy !== null && copy !== text ? [[path.replace(/(?=\.tsx?$)/, `-${index}`), copy]] : [];
    });
    Object.assign(broken, Object.fromEntries(copies === "each file" ? found : [at(found, index % found.length)]));
  });
  return broken;
}

const places = (found: { file: string; line: number }[]) => [...new Set(found.map(({ file, line }) => `${file}:${line}`))].sort();

/** Both find nothing in it; the real one looks at `paths` alone, when they are given. */
export function expectClean(packed: Checker, real: RealChecker, files: FileMap, paths?: string[]): void {
  expect(real.check(files, paths)).toEqual([]);
  expect(packed.check({ files })).toEqual([]);
}

/** Both find each fault in the same line. */
export function expectSamePlaces(packed: Checker, real: RealChecker, files: FileMap, copies: "each file" | "one file" = "each file"): void {
  const broken = spoilt(files, copies);
  const paths = Object.keys(broken).filter((path) => !Object.hasOwn(files, path));
  const ours = packed.check({ files: broken }).filter(({ file }) => paths.includes(file));
  expect(places(ours)).toEqual(places(real.check(broken, paths)));
  expect(paths.length).toBeGreaterThanOrEqual(Object.keys(FAULTS).length);
}
