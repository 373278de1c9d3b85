/** An edit at a place that was found for it, as changes or as the reason why it is refused. */
import { first, ok } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { alreadyThere, type LocateResult, noMatch } from "./edit.ts";
import { type MergeResult, mergeEdit, type PlacedEdit } from "./merge.ts";
import { inOwnCharacters } from "./own-characters.ts";
import type { Source } from "./source.ts";

/** @param place the row of the file at which the search text starts */
export function rowByRow(source: Source, search: string, replace: string, place: number): LocateResult {
  const lineOf = (row: number): number => source.lines.lineOf(place + row);
  const own = inOwnCharacters(source.text, { search, replace }, lineOf);
  if (!own.ok) return own;
  const old = blockOf(linesOf(own.value.search));
  const rows = old.rows.map((written, row) => ({ written, line: lineOf(row), elided: false }));
  const placed: PlacedEdit = { search: { rows, blanks: old.blanks }, replace: blockOf(linesOf(own.value.replace)) };
  return changesOrRefusal(placed, mergeEdit(source.text, placed, source.indentUnit));
}

/** The number of the line, from 1, that a place starts at. */
export const startOf = ({ search }: PlacedEdit): number => first(search.rows).line + 1;

export function changesOrRefusal(placed: PlacedEdit, merged: MergeResult): LocateResult {
  const line = startOf(placed);
  if ("doubt" in merged) {
    return noMatch(
      `The search text is like the lines from ${line} on, but ${merged.doubt}.`,
      "Copy those lines exactly, with their white space and quotes, into the search text.",
      [line],
    );
  }
  return merged.changes.length > 0 ? ok(merged.changes) : alreadyThere(line);
}
