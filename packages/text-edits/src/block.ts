/** Search and replacement as rows: lines with something on them, and how many blank lines stand before each. */
import { last } from "@edgewright/core";
import { diffArrays } from "diff";
import { isBlank, styleKey } from "./line-likeness.ts";

export type Block = {
  rows: readonly string[];
  /** The blank lines before each row, and at last after all of them; they may hold white space. */
  blanks: readonly (readonly string[])[];
};

/** The lines of a piece of text; an end of line at its end starts no further line. */
export function linesOf(text: string): string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

export function blockOf(lines: readonly string[]): Block {
  const rows: string[] = [];
  const blanks: string[][] = [[]];
  for (const line of lines) {
    if (isBlank(line)) last(blanks).push(line);
    else {
      rows.push(line);
      blanks.push([]);
    }
  }
  return { rows, blanks };
}

/** Rows `[from, to)` of the search that become rows `[newFrom, newTo)` of the replacement; `same` if they are alike one by one. */
export type DiffChunk = { same: boolean; from: number; to: number; newFrom: number; newTo: number };

/** Two long pieces with little in common would take seconds to compare; they count as all changed. */
const EDITS_MAX = 400;

export function compareRows(before: readonly string[], after: readonly string[]): DiffChunk[] {
  const [old, now] = [before.map(styleKey), after.map(styleKey)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const stretches: DiffChunk[] = [];
  let [from, newFrom] = [0, 0];
  const step = (same: boolean, count: number, newCount: number): void => {
    if (count === 0 && newCount === 0) return;
    const before = stretches.at(-1);
    if (before && before.same === same) {
      before.to += count;
      before.newTo += newCount;
    } else stretches.push({ same, from, to: from + count, newFrom, newTo: newFrom + newCount });
    from += count;
    newFrom += newCount;
  };
  step(true, head, head);
  const [middle, newMiddle] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  const parts = middle.length > 0 && newMiddle.length > 0 ? diffArrays(middle, newMiddle, { maxEditLength: EDITS_MAX }) : undefined;
  if (!parts) step(false, middle.length, newMiddle.length);
  for (const { added, removed, count } of parts ?? []) step(!added && !removed, added ? 0 : count, removed ? 0 : count);
  step(true, tail, tail);
  return stretches;
}
