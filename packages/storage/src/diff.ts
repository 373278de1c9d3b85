/** What changed between two versions, file by file. */
import type { FileDiff } from "@edgewright/contracts";
import { structuredPatch } from "diff";
import type { StoredFile } from "./ports.ts";

/**
 * Beyond this many edited lines what lies between the first and the last of them is shown as replaced: the time grows with
 * their square, and others wait on the thread. Nor are more lines than so many compared with one another.
 */
const MAX_EDITS = 400;
const MAX_LINES = 20_000;
const CONTEXT = 3;

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
  const from = lineStart(before, commonStart(before, after), CONTEXT);
  const same = commonEnd(before.slice(from), after.slice(from));
  const [old, now] = [before, after].map((text) => text.slice(from, lineEnd(text, text.length - same, CONTEXT))) as [string, string];
  const isLong = linesIn(old) > MAX_LINES && linesIn(now) > MAX_LINES;
  const options = { context: CONTEXT, maxEditLength: MAX_EDITS };
  const hunks = (isLong ? null : structuredPatch("", "", old, now, undefined, undefined, options)?.hunks) ?? [replaced(old, now)];
  const above = linesIn(before.slice(0, from));
  return hunks.map((hunk) => ({ ...hunk, oldStart: hunk.oldStart + above, newStart: hunk.newStart + above }));
}

function commonStart(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one.charCodeAt(at) === other.charCodeAt(at)) at++;
  return at;
}

function commonEnd(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one.charCodeAt(one.length - 1 - same) === other.charCodeAt(other.length - 1 - same)) same++;
  return same;
}

/** Where the line at `at` begins, or one so many lines above it. */
function lineStart(text: string, at: number, above: number): number {
  let start = at;
  for (let left = above; left >= 0 && start > 0; left--) {
    const end = left === above ? start : start - 1;
    start = end === 0 ? 0 : text.lastIndexOf("\n", end - 1) + 1;
  }
  return start;
}

/** Where the line at `at` ends, or one so many lines below it. */
function lineEnd(text: string, at: number, below: number): number {
  let end = at;
  for (let left = below; left >= 0 && end < text.length; left--) {
    const next = text.indexOf("\n", end);
    end = next < 0 ? text.length : next + 1;
  }
  return end;
}

function linesIn(text: string): number {
  let lines = text === "" || text.endsWith("\n") ? 0 : 1;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines++;
  return lines;
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
