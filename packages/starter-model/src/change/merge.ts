/** Brings a change into a file: what the model would have written, what it writes now, and what stands there, perhaps edited by a person. */
import { diff3Merge } from "node-diff3";

export type Merged = { text: string /** Line numbers of places that a person edited and the change would have touched. */; kept: number[] };

export function mergeInto(actual: string, before: string, after: string): Merged {
  if (actual === before) return { text: after, kept: [] };
  const kept: number[] = [];
  const lines: string[] = [];
  for (const region of diff3Merge(actual.split("\n"), before.split("\n"), after.split("\n"), { excludeFalseConflicts: true })) {
    if (region.ok) lines.push(...region.ok);
    else if (region.conflict) {
      kept.push(lines.length + 1);
      lines.push(...region.conflict.a);
    }
  }
  return { text: lines.join("\n"), kept };
}

type Edit = { search: string; replace: string };

const CONTEXT_MAX = 8;

/** The change as a few exact replacements; `null` where writing the file anew is plainer. */
export function editsBetween(before: string, after: string): Edit[] | null {
  const [old, now] = [before.split("\n"), after.split("\n")];
  const edits: Edit[] = [];
  let end = -1;
  for (const hunk of hunks(old, now)) {
    const found = anchored(before, old, now, hunk);
    if (!found || found.from <= end) return null;
    end = found.to;
    edits.push(found.edit);
  }
  const size = edits.reduce((sum, { search }) => sum + search.split("\n").length, 0);
  return edits.length > 0 && edits.length <= 12 && size <= old.length * 0.6 ? edits : null;
}

type Hunk = { oldFrom: number; oldTo: number; newFrom: number; newTo: number };

/** Runs of lines that differ, by the longest common subsequence. */
function hunks(old: string[], now: string[]): Hunk[] {
  const width = now.length + 1;
  const table = new Uint16Array((old.length + 1) * width);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * width + j] =
        old[i] === now[j] ? table[(i + 1) * width + j + 1]! + 1 : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const found: Hunk[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      i++;
      j++;
      continue;
    }
    const hunk = { oldFrom: i, oldTo: i, newFrom: j, newTo: j };
    while ((i < old.length || j < now.length) && !(i < old.length && j < now.length && old[i] === now[j])) {
      if (j >= now.length || (i < old.length && table[(i + 1) * width + j]! >= table[i * width + j + 1]!)) i++;
      else j++;
    }
    found.push({ ...hunk, oldTo: i, newTo: j });
  }
  return found;
}

/** Takes as many lines around as make the place the only one of its kind; at least one where lines only come or only go, so that no empty line stays. */
function anchored(
  text: string,
  old: string[],
  now: string[],
  { oldFrom, oldTo, newFrom, newTo }: Hunk,
): { edit: Edit; from: number; to: number } | null {
  for (let around = oldTo > oldFrom && newTo > newFrom ? 0 : 1; around <= CONTEXT_MAX; around++) {
    const above = Math.min(around, oldFrom, newFrom);
    const below = Math.min(around, old.length - oldTo, now.length - newTo);
    const search = old.slice(oldFrom - above, oldTo + below).join("\n");
    const at = text.indexOf(search);
    if (search === "" || text.indexOf(search, at + 1) >= 0) continue;
    return {
      edit: { search, replace: now.slice(newFrom - above, newTo + below).join("\n") },
      from: oldFrom - above,
      to: oldTo + below - 1,
    };
  }
  return null;
}
