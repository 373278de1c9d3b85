/**
 * Before edits move onto the version that came meanwhile: files both sides changed in
 * different places are merged, so that saving on top of that version undoes nothing of it.
 */
import type { FileMap } from "@edgewright/contracts";
import { mergeFiles } from "@edgewright/projects";
import type { Edit, Edits } from "./edits.ts";

/** `theirs`: the files' texts in that version, null where one is gone. What is not in it has been decided by a person. */
export function carryOver(edits: Edits, theirs: ReadonlyMap<string, string | null>): Edits {
  const carried: Record<string, Edit> = {};
  for (const [path, edit] of Object.entries(edits)) {
    const now = theirs.get(path);
    if (now === undefined || now === edit.base) {
      carried[path] = edit;
      continue;
    }
    const files = (text: string | null): FileMap => (text === null ? {} : { [path]: text });
    const merged = mergeFiles(files(edit.base), files(edit.text), files(now), { mine: "mine", theirs: "theirs" });
    // A conflict here is told by the API at the save that follows.
    const text = merged.conflicts.length > 0 ? edit.text : (merged.files[path] ?? null);
    if (text !== now) carried[path] = { base: now, text };
  }
  return carried;
}
