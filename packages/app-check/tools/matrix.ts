/** The packed types against the packages' own, over generated programs: the same verdict for each line. A sample runs in `npm test`, all in `npm run test:full`. */

import type { Checker } from "@edgewright/app-repair";
import type { FileMap } from "@edgewright/contracts";
import type { RealChecker } from "./real-checker.ts";

/** `stricter`: we refuse what the real compiler takes. `laxer`: the other way round. `other`: both refuse, by other codes. */
export type Difference = { kind: "stricter" | "laxer" | "other"; file: string; line: number; ours: string; real: string; text: string };
type LineFinding = { file: string; line: number; code: string };

/** The differences that are meant. */
const MEANT: readonly { kind: Difference["kind"]; file: RegExp; ours: RegExp; why: string }[] = [
  {
    kind: "laxer",
    file: /^src\/(globals|members)-/,
    ours: /^$/,
    why: "families of lib.dom that apps hardly touch are `any`, for memory: cut-dom.ts",
  },
  {
    kind: "stricter",
    file: /^server\/hono/,
    ours: /^TS(1192|2305|2613)$/,
    why: "by its manifest hono's types are CommonJS and may have a default; at run time there is none",
  },
  { kind: "other", file: /^server\/hono/, ours: /^TS(1192|2305|2339)$/, why: "the same, where the default's type would have been refused" },
  {
    kind: "other",
    file: /^src\/date-fns[^/]*\//,
    ours: /^TS2613$/,
    why: "a default import that is not there: ours names the import that was meant",
  },
  {
    kind: "other",
    file: /^src\/lucide-react\//,
    ours: /^TS2749$/,
    why: "`icons` is a namespace there and an object here, so that thousands of icons need no types; neither is a type",
  },
];
const isMeant = (one: Difference) => MEANT.some(({ kind, file, ours }) => one.kind === kind && file.test(one.file) && ours.test(one.ours));

export type MatrixResult = { lines: number; meant: number; differences: Difference[] };

export function compareCheckers(packed: Checker, real: RealChecker, files: FileMap): MatrixResult {
  const found = batches(files).flatMap((batch) => differences(packed.check({ files: batch }), real.check(batch), batch));
  const lines = Object.values(files).reduce((sum, text) => sum + text.split("\n").length - 1, 0);
  return { lines, meant: found.filter(isMeant).length, differences: found.filter((one) => !isMeant(one)) };
}

/** Enough for the compilers to look at in one go. */
const BATCH = 5000;

/** Packages side by side, as many as go into a batch: what is imported together is parsed once. */
function batches(files: FileMap): FileMap[] {
  const found: FileMap[] = [];
  let batch: FileMap = {};
  let lines = BATCH;
  for (const [, entries] of grouped(Object.entries(files), ([path]) => path.split("/").slice(0, 2).join("/"))) {
    if (lines >= BATCH) {
      batch = {};
      found.push(batch);
      lines = 0;
    }
    for (const [path, text] of entries) {
      batch[path] = text;
      lines += text.split("\n").length;
    }
  }
  return found;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return groups;
}

function differences(packed: readonly LineFinding[], real: readonly LineFinding[], files: FileMap): Difference[] {
  const [ours, theirs] = [byLine(packed), byLine(real)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().flatMap((place): Difference[] => {
    const [mine = "", right = ""] = [ours.get(place), theirs.get(place)];
    if (mine === right) return [];
    const [file = "", line = ""] = place.split(":");
    const kind = mine === "" ? "laxer" : right === "" ? "stricter" : "other";
    return [{ kind, file, line: Number(line), ours: mine, real: right, text: files[file]?.split("\n")[Number(line) - 1] ?? "" }];
  });
}

function byLine(found: readonly LineFinding[]): Map<string, string> {
  const lines = grouped(found, ({ file, line }) => `${file}:${line}`);
  return new Map([...lines].map(([place, here]) => [place, [...new Set(here.map(({ code }) => code))].sort().join(" ")]));
}
