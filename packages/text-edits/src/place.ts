/** An edit at a place that was found for it, as changes or as the reason why it is refused. */
import { ok } from "@edgewright/core";
import { blockOf, linesOf } from "./block.ts";
import { alreadyThere, type Located, noMatch } from "./edit.ts";
import { type Merged, mergeEdit, type Placed } from "./merge.ts";
import { inOwnCharacters } from "./own-characters.ts";
import type { Source } from "./source.ts";

/** @param place the row of the file at which the search text starts */
export function rowByRow(source: Source, search: string, replace: string, place: number): Located {
  const at = Array.from(source.lines.lineAt.subarray(place, place + blockOf(linesOf(search)).rows.length));
  const own = inOwnCharacters(source.text, { search, replace }, at);
  if (!own.ok) return own;
  const [old, now] = [own.value.search, own.value.replace].map((text) => blockOf(linesOf(text)));
  const placed: Placed = { search: old!, replace: now!, at, elided: new Set() };
  return settle(placed, mergeEdit(source.text, placed, source.indentUnit));
}

export function settle({ at }: Placed, merged: Merged): Located {
  const line = at[0]! + 1;
  if ("doubt" in merged) {
    return noMatch(
      `The search text is like the lines from ${line} on, but ${merged.doubt}.`,
      "Copy those lines exactly, with their white space and quotes, into the search text.",
      [line],
    );
  }
  return merged.changes.length > 0 ? ok(merged.changes) : alreadyThere(line);
}
