/**
 * The packed types against the packages' own: what is right must be right with both, and what is broken
 * must be found in the same line by both. Kept beside the packing, whose every cut it answers for.
 */
import { templateFiles } from "@edgewright/app-kit/template";
import type { FileMap } from "@edgewright/contracts";
import { createStarterModel } from "@edgewright/starter-model";
import { beforeAll, describe, expect, it } from "vitest";
import { play } from "../../packages/starter-model/src/testing/play.ts";
import { CATALOGUE_APP } from "./conformance-app.ts";
import { compare } from "./matrix.ts";
import { openChecker } from "./open-checker.ts";
import { type Programs, programs } from "./programs.ts";
import { openRealChecker } from "./real-checker.ts";

const PROMPTS = [
  "job applicants with name, email, role, stage (applied, interview, offer, rejected), notes; a board by stage",
  "expenses with amount, category, date; a chart of spending by category and month",
  "companies and contacts, each contact belongs to a company; meetings with contact, start and end, on a calendar",
];

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

/** Of the matrix of generated programs; `npm run test:full` runs all of it. */
const SAMPLE = { most: 3, first: 12 };

let packed: Awaited<ReturnType<typeof openChecker>>;
let generated: Programs;
const real = openRealChecker();
const apps: [string, FileMap][] = [["the catalogue", CATALOGUE_APP]];

beforeAll(async () => {
  packed = await openChecker();
  generated = programs(real, SAMPLE);
  for (const prompt of PROMPTS) apps.push([prompt, (await play(createStarterModel(), templateFiles(), prompt)).files]);
});

/** All ways of importing each package, and one file of what there are many of. */
const sampleOf = (kind: keyof Programs): FileMap => {
  const files = Object.entries(generated[kind]);
  return kind === "imports" ? generated[kind] : Object.fromEntries([files[SAMPLE.first % files.length]!]);
};

/** An app's own code; the template's components are the same in each. */
const OWN = /^(src\/(App|schemas|views|data|tables|forms)|server)/;
/** How many of the apps are broken: the first holds the catalogue, the next is a generated one. */
const SPOILT = 2;

const places = (found: { file: string; line: number }[]) => [...new Set(found.map(({ file, line }) => `${file}:${line}`))].sort();

describe("the packed types", () => {
  it.each(["imports", "globals", "members", "styles", "attributes"] as const)("say what the real ones say of %s", (kind) => {
    const { lines, differences } = compare(packed, real, sampleOf(kind));
    expect(differences).toEqual([]);
    expect(lines).toBeGreaterThan(300);
  });

  it("find nothing in apps in which the real ones find nothing", () => {
    for (const [name, files] of apps) {
      // The template's components are looked at once.
      const paths = name === "the catalogue" || name === PROMPTS[0] ? undefined : Object.keys(files).filter((path) => OWN.test(path));
      expect(real.check(files, paths), name).toEqual([]);
      expect(packed.check({ files }), name).toEqual([]);
    }
  });

  it("find what is broken where the real ones find it", () => {
    for (const [name, files] of apps.slice(0, SPOILT)) {
      const broken = spoilt(files);
      const paths = Object.keys(broken).filter((path) => !(path in files));
      const ours = packed.check({ files: broken }).filter(({ file }) => paths.includes(file));
      expect(places(ours), name).toEqual(places(real.check(broken, paths)));
      expect(paths.length, name).toBeGreaterThan(2 * Object.keys(FAULTS).length);
    }
  });
});

/** The app with a copy of each of its own files beside it for each fault, so that all are found at once. */
function spoilt(files: FileMap): FileMap {
  const broken = { ...files };
  for (const [path, text] of Object.entries(files).filter(([path]) => OWN.test(path))) {
    Object.values(FAULTS).forEach((spoil, at) => {
      const copy = spoil(text);
      if (copy !== null && copy !== text) broken[path.replace(/(?=\.tsx?$)/, `-${at}`)] = copy;
    });
  }
  return broken;
}
