/** Three-way merge of two sets of files that grew from one. Nothing either side wrote is ever dropped. */
import type { Conflict, FileMap } from "@edgewright/contracts";
import { textAt } from "@edgewright/core";
import { diff3Merge } from "node-diff3";

/** Larger files are not merged line by line: they conflict as a whole, which keeps hostile input cheap. */
const LINES_MAX = 6000;

export type Merge = { files: FileMap; conflicts: Conflict[] };
type Names = { mine: string; theirs: string };

/** `files` has every path that merged; a path in `conflicts` has both sides between marks in `merged`. */
export function mergeFiles(base: FileMap, mine: FileMap, theirs: FileMap, names: Names): Merge {
  const files = new Map<string, string>();
  const conflicts: Conflict[] = [];
  const paths = new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)]);
  for (const path of [...paths].sort()) {
    const side = { base: textAt(base, path), mine: textAt(mine, path), theirs: textAt(theirs, path) };
    const merged = mergeText(side.base, side.mine, side.theirs, names);
    if (!merged.clean) conflicts.push({ path, ...side, merged: merged.text });
    else if (merged.text !== null) files.set(path, merged.text);
  }
  return { files: Object.fromEntries(files), conflicts };
}

type MergedText = { clean: true; text: string | null } | { clean: false; text: string };

function mergeText(base: string | null, mine: string | null, theirs: string | null, names: Names): MergedText {
  if (mine === theirs || theirs === base) return { clean: true, text: mine };
  if (mine === base) return { clean: true, text: theirs };
  if (mine === null || theirs === null) return { clean: false, text: marked(toLines(mine), toLines(theirs), names).join("\n") };
  return mergeLines(toLines(base), toLines(mine), toLines(theirs), names);
}

function mergeLines(base: string[], mine: string[], theirs: string[], names: Names): MergedText {
  if (Math.max(base.length, mine.length, theirs.length) > LINES_MAX) return { clean: false, text: marked(mine, theirs, names).join("\n") };
  const regions = diff3Merge(mine, base, theirs, { excludeFalseConflicts: true });
  const clean = regions.every((region) => region.conflict === undefined);
  const lines = regions.flatMap((region) => region.ok ?? (region.conflict ? marked(region.conflict.a, region.conflict.b, names) : []));
  return { clean, text: lines.join("\n") };
}

const toLines = (text: string | null): string[] => (text === null || text === "" ? [] : text.split("\n"));

const marked = (mine: string[], theirs: string[], names: Names) => [
  `<<<<<<< ${names.mine}`,
  ...mine,
  "=======",
  ...theirs,
  `>>>>>>> ${names.theirs}`,
];
