/** A text as the edits that made it. Whoever knows the same edits reads the same text, in whatever order they came. */

/** Puts `text` after the letter `after` (null: at the start) and takes the letters `removed` away. `clock` is above that of every edit its author knew. */
export type Edit = { clock: number; site: string; after: string | null; text: string | null; removed: string[] | null };
/** `id` is the same in every window. */
export type Letter = { id: string; text: string };

const editId = (edit: Edit) => `${edit.site}.${edit.clock}`;
const inOrder = (a: Edit, b: Edit) => a.clock - b.clock || a.site.localeCompare(b.site);

export function lettersOf(edits: Edit[]): Letter[] {
  const letters: (Letter & { gone: boolean })[] = [];
  for (const edit of edits.toSorted(inOrder)) {
    const removed = new Set(edit.removed ?? []);
    for (const letter of letters) if (removed.has(letter.id)) letter.gone = true;
    const at = letters.findIndex((letter) => letter.id === edit.after) + 1;
    letters.splice(at, 0, ...[...(edit.text ?? "")].map((text, index) => ({ id: `${editId(edit)}.${index}`, text, gone: false })));
  }
  return letters.filter((letter) => !letter.gone);
}

export const textOf = (letters: Letter[]): string => letters.map((letter) => letter.text).join("");

/** The edit that leads from these letters to `text`, or null when nothing changes. */
export function editTo(letters: Letter[], text: string, by: { clock: number; site: string }): Edit | null {
  const wanted = [...text];
  let start = 0;
  while (start < letters.length && start < wanted.length && letters[start]!.text === wanted[start]) start++;
  let end = 0;
  while (end < letters.length - start && end < wanted.length - start && letters.at(-1 - end)!.text === wanted.at(-1 - end)) end++;
  const removed = letters.slice(start, letters.length - end).map((letter) => letter.id);
  const added = wanted.slice(start, wanted.length - end).join("");
  if (removed.length === 0 && added === "") return null;
  return { ...by, after: letters[start - 1]?.id ?? null, text: added || null, removed: removed.length > 0 ? removed : null };
}

/** Both as one where the second only goes on with what the first has typed, else null. */
export function joined(first: Edit, second: Edit): Edit | null {
  const last = [...(first.text ?? "")].length - 1;
  const goesOn = second.removed === null && first.text !== null && second.after === `${editId(first)}.${last}`;
  return goesOn ? { ...first, text: first.text + (second.text ?? "") } : null;
}
