/** What changed between two versions, file by file. */
import type { FileDiff } from "@edgewright/contracts";
import { structuredPatch } from "diff";
import type { StoredFile } from "./ports.ts";

/** Beyond this many edited lines a file is shown as replaced, which keeps hostile input linear; the time grows with their square. */
const MAX_EDITS = 800;

export type ChangedPath = { path: string; before: StoredFile | null; after: StoredFile | null };

/** The paths whose content differs, in order; no content is needed to know them. */
export function changedPaths(before: StoredFile[], after: StoredFile[]): ChangedPath[] {
  const old = new Map(before.map((file) => [file.path, file]));
  const now = new Map(after.map((file) => [file.path, file]));
  return [...new Set([...old.keys(), ...now.keys()])]
    .sort()
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before?.sha256 !== change.after?.sha256);
}

/** `before` and `after` are null where the file is absent; `readable` false where a side is not text. */
export function fileDiff(change: ChangedPath, before: string | null, after: string | null, readable: boolean): FileDiff {
  const status = change.before === null ? "added" : change.after === null ? "removed" : "changed";
  if (!readable) return { path: change.path, status, added: 0, removed: 0, patch: null };
  const hunks = hunksBetween(before ?? "", after ?? "");
  const lines = hunks.flatMap((hunk) => hunk.lines);
  return {
    path: change.path,
    status,
    added: lines.filter((line) => line.startsWith("+")).length,
    removed: lines.filter((line) => line.startsWith("-")).length,
    patch: format(change, hunks),
  };
}

type Hunk = { oldStart: number; oldLines: number; newStart: number; newLines: number; lines: string[] };

function hunksBetween(before: string, after: string): Hunk[] {
  const patch = structuredPatch("", "", before, after, undefined, undefined, { context: 3, maxEditLength: MAX_EDITS });
  return patch ? patch.hunks : [replaced(before, after)];
}

function replaced(before: string, after: string): Hunk {
  const old = splitLines(before);
  const now = splitLines(after);
  return {
    oldStart: old.length === 0 ? 0 : 1,
    oldLines: old.length,
    newStart: now.length === 0 ? 0 : 1,
    newLines: now.length,
    lines: [...marked("-", before, old), ...marked("+", after, now)],
  };
}

const splitLines = (text: string) => (text === "" ? [] : text.replace(/\n$/, "").split("\n"));

const marked = (mark: string, text: string, lines: string[]) => {
  const body = lines.map((line) => mark + line);
  return text === "" || text.endsWith("\n") ? body : [...body, "\\ No newline at end of file"];
};

function format(change: ChangedPath, hunks: Hunk[]): string {
  const from = change.before ? `a/${change.path}` : "/dev/null";
  const to = change.after ? `b/${change.path}` : "/dev/null";
  const body = hunks.flatMap((hunk) => [
    `@@ -${range(hunk.oldStart, hunk.oldLines)} +${range(hunk.newStart, hunk.newLines)} @@`,
    ...hunk.lines,
  ]);
  return [`--- ${from}`, `+++ ${to}`, ...body, ""].join("\n");
}

const range = (start: number, lines: number) => (lines === 1 ? `${start}` : `${start},${lines}`);
