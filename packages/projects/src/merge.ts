/** Three-way merge of two sets of files that grew from one. Nothing either side wrote is ever dropped. */
import type { Conflict, FileMap } from "@edgewright/contracts";
import { pointedFile, textAt } from "@edgewright/core";
import { diff3Merge } from "node-diff3";

/** Where more lines differ, or more of them are equal to one another, files conflict as a whole, which keeps hostile input cheap. */
const LINES_MAX = 3000;
const PAIRS_MAX = 400_000;

export type Merge = { files: FileMap; conflicts: Conflict[] };
type Names = { mine: string; theirs: string };

/** `files` has every path that merged; a path in `conflicts` has both sides between marks in `merged`, or theirs where one is no text. */
export function mergeFiles(base: FileMap, mine: FileMap, theirs: FileMap, names: Names): Merge {
  const files = new Map<string, string>();
  const conflicts: Conflict[] = [];
  const paths = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  for (const path of [...paths].sort()) {
    const side = { base: textAt(base, path), mine: textAt(mine, path), theirs: textAt(theirs, path) };
    const merged = mergeText(side.base, side.mine, side.theirs, names);
    if (!merged.clean) conflicts.push({ path, ...side, merged: merged.text, binary: isBinary(side.mine) || isBinary(side.theirs) });
    else if (merged.text !== null) files.set(path, merged.text);
  }
  return { files: Object.fromEntries(files), conflicts };
}

const isBinary = (content: string | null) => content !== null && pointedFile(content) !== null;

type MergedText = { clean: true; text: string | null } | { clean: false; text: string };

function mergeText(base: string | null, mine: string | null, theirs: string | null, names: Names): MergedText {
  if (mine === theirs || theirs === base) return { clean: true, text: mine };
  if (mine === base) return { clean: true, text: theirs };
  const whole = theirs ?? mine;
  if (whole !== null && (isBinary(mine) || isBinary(theirs))) return { clean: false, text: whole };
  if (mine === null || theirs === null) return { clean: false, text: marked(toLines(mine), toLines(theirs), names).join("\n") };
  return mergeLines(toLines(base), toLines(mine), toLines(theirs), names);
}

function mergeLines(base: string[], mine: string[], theirs: string[], names: Names): MergedText {
  const { head, tail } = commonEnds([base, mine, theirs]);
  const [old, ours, others] = [base, mine, theirs].map((lines) => lines.slice(head, lines.length - tail)) as [string[], string[], string[]];
  if (Math.max(old.length, ours.length, others.length) > LINES_MAX || pairs(old, ours) + pairs(old, others) > PAIRS_MAX)
    return { clean: false, text: marked(mine, theirs, names).join("\n") };
  const regions = diff3Merge(ours, old, others, { excludeFalseConflicts: true });
  const clean = regions.every((region) => region.conflict === undefined);
  const lines = regions.flatMap((region) => region.ok ?? (region.conflict ? marked(region.conflict.a, region.conflict.b, names) : []));
  return { clean, text: [...base.slice(0, head), ...lines, ...base.slice(base.length - tail)].join("\n") };
}

/** How many lines all of them begin and end with. */
function commonEnds(texts: readonly (readonly string[])[]): { head: number; tail: number } {
  const [first] = texts as readonly [readonly string[]];
  const shortest = Math.min(...texts.map(({ length }) => length));
  let head = 0;
  while (head < shortest && texts.every((lines) => lines[head] === first[head])) head++;
  let tail = 0;
  while (tail < shortest - head && texts.every((lines) => lines.at(-1 - tail) === first.at(-1 - tail))) tail++;
  return { head, tail };
}

/** How many lines of the one are equal to lines of the other: so many steps the comparison takes. */
function pairs(some: readonly string[], others: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const line of some) counts.set(line, (counts.get(line) ?? 0) + 1);
  return others.reduce((sum, line) => sum + (counts.get(line) ?? 0), 0);
}

const toLines = (text: string | null): string[] => (text === null || text === "" ? [] : text.split("\n"));

const marked = (mine: string[], theirs: string[], names: Names) => [
  `<<<<<<< ${names.mine}`,
  ...mine,
  "=======",
  ...theirs,
  `>>>>>>> ${names.theirs}`,
];
