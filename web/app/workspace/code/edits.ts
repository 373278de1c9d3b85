/**
 * A person's unsaved edits on top of one version: pure functions over a plain value,
 * so that nothing is lost when tabs or versions change. `text` null: deleted.
 */
import type { Conflict, SaveVersion } from "@edgewright/contracts";
import { base64Of } from "./binary.ts";

/** `base`: the content the edit started from, null for a new file. What is no text is told by `binary.ts`. */
export type Edit = { base: string | null; text: string | null };
export type Edits = Readonly<Record<string, Edit>>;

/** An edit that comes back to its base is none. */
export function putEdit(edits: Edits, path: string, base: string | null, text: string | null): Edits {
  const { [path]: before, ...others } = edits;
  const from = before ? before.base : base;
  return text === from ? others : { ...others, [path]: { base: from, text } };
}

export const dropEdit = (edits: Edits, path: string): Edits => {
  const { [path]: _, ...others } = edits;
  return others;
};

/** The new path gets the text; the old one is deleted, or forgotten if it was never saved. */
export function renameEdit(edits: Edits, from: string, to: string, saved: string | null, text: string): Edits {
  const away = saved === null ? dropEdit(edits, from) : putEdit(edits, from, saved, null);
  return putEdit(away, to, null, text);
}

export const changesOf = (edits: Edits): SaveVersion["changes"] =>
  Object.entries(edits).map(([path, { text }]) => {
    const base64 = text === null ? null : base64Of(text);
    return base64 === null ? { path, text } : { path, base64 };
  });

/** Paths as they will be once the edits are saved. */
export function pathsWith(saved: readonly string[], edits: Edits): string[] {
  const all = new Set(saved);
  for (const [path, { text }] of Object.entries(edits)) {
    if (text === null) all.delete(path);
    else all.add(path);
  }
  return [...all];
}

/** After a save: what was typed while it was on its way stays an edit, now of the saved text. */
export function afterSave(edits: Edits, sent: Edits): Edits {
  const left: Record<string, Edit> = {};
  for (const [path, edit] of Object.entries(edits)) {
    const was = sent[path];
    if (!was) left[path] = edit;
    else if (was.text !== edit.text) left[path] = { base: was.text, text: edit.text };
  }
  return left;
}

/** After a conflict was settled: each file's chosen text, as an edit of theirs. */
export function resolveConflicts(edits: Edits, conflicts: readonly Conflict[], chosen: Readonly<Record<string, string | null>>): Edits {
  let next = edits;
  for (const { path, mine, theirs, binary } of conflicts) {
    const text = chosen[path] ?? null;
    // Of what is no text, the conflict has no bytes: those of mine are the edit's.
    next = putEdit(dropEdit(next, path), path, theirs, binary && text === mine ? (edits[path]?.text ?? null) : text);
  }
  return next;
}
