/** Changes to an app's texts as repairs propose them, and how they are made. */
import type { FileMap } from "@edgewright/contracts";

/** Replaces what stands from `start` to `end` in the file `path`. */
export type Edit = { path: string; start: number; end: number; text: string };

/** The files with the edits made; edits of one file that overlap are refused with null. */
export function applyEdits(files: FileMap, edits: readonly Edit[]): FileMap | null {
  const next = { ...files };
  for (const path of new Set(edits.map((edit) => edit.path))) {
    const own = edits.filter((edit) => edit.path === path).sort((a, b) => a.start - b.start || a.end - b.end);
    const text = files[path];
    if (text === undefined) return null;
    let at = 0;
    let made = "";
    for (const { start, end, text: replacement } of own) {
      if (start < at) return null;
      made += text.slice(at, start) + replacement;
      at = end;
    }
    next[path] = made + text.slice(at);
  }
  return next;
}
