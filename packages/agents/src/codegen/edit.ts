/** Applies search and replace to a file: all edits or none, each search text found exactly once. */
import type { Outcome } from "@edgewright/contracts";
import { fail, ok } from "@edgewright/core";

export type Edit = { search: string; replace: string };
type Found = { start: number; end: number; replace: string };

export function applyEdits(text: string, edits: readonly Edit[]): Outcome<string> {
  const found: Found[] = [];
  for (const [index, edit] of edits.entries()) {
    const at = text.indexOf(edit.search);
    if (at < 0) {
      return fail("edit_no_match", `Edit ${index + 1}: the search text is not in the file.`, {
        next: "Read the file again and copy the lines exactly.",
      });
    }
    const again = text.indexOf(edit.search, at + 1);
    if (again >= 0) {
      return fail(
        "edit_ambiguous",
        `Edit ${index + 1}: the search text is there more than once, at lines ${lineOf(text, at)} and ${lineOf(text, again)}.`,
        {
          next: "Take more lines around it.",
        },
      );
    }
    found.push({ start: at, end: at + edit.search.length, replace: edit.replace });
  }
  found.sort((a, b) => a.start - b.start);
  const overlap = found.find((edit, index) => index > 0 && edit.start < found[index - 1]!.end);
  if (overlap) return fail("edit_ambiguous", `Two edits touch line ${lineOf(text, overlap.start)}.`, { next: "Join them into one." });
  // Slices, not String.replace: `$&` in the new code is text.
  let result = "";
  let from = 0;
  for (const edit of found) {
    result += text.slice(from, edit.start) + edit.replace;
    from = edit.end;
  }
  return ok(result + text.slice(from));
}

const lineOf = (text: string, index: number) => text.slice(0, index).split("\n").length;
