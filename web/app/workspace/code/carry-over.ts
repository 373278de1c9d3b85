/**
 * Before edits move onto the version that came meanwhile: files both sides changed in
 * different places are merged, so that saving on top of that version undoes nothing of it.
 */
import type { FileMap } from "@edgewright/contracts";
import { mergeFiles } from "@edgewright/projects";
import type { Edit, Edits } from "./edits.ts";

/** `theirs` gives a file's text in that version, null where it is gone. Files in `settled` have been decided by a person. */
export async function carryOver(
  edits: Edits,
  settled: ReadonlySet<string>,
  theirs: (path: string) => Promise<string | null>,
): Promise<Edits> {
  const carried: Record<string, Edit> = {};
  for (const [path, edit] of Object.entries(edits)) {
    const now = settled.has(path) ? null : await theirs(path);
    if (settled.has(path) || now === edit.base) {
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
