/** Applies spoilt edits and counts what came of them: applied right, refused, applied wrong. Used by the suite and the benchmark. */
import { applyEdits } from "../apply-edits.ts";
import type { Edit } from "../edit.ts";
import { dice, type Spoil } from "./spoils.ts";

/** A file, and edits of it that each apply exactly. */
export type Case = { path: string; before: string; edits: Edit[] };
export type Score = { right: number; refused: number; wrong: WrongEdit[] };
export type WrongEdit = { path: string; spoilt: Edit; got: string; wanted: string };

/** Each edit on its own. */
export function score(cases: readonly Case[], spoil: Spoil, seed: number): Score {
  const roll = dice(seed);
  const count: Score = { right: 0, refused: 0, wrong: [] };
  for (const { path, before, edits } of cases) {
    for (const edit of edits) {
      const at = before.indexOf(edit.search);
      const end = at + edit.search.length;
      const spoilt = spoil(edit, roll, before);
      if (!spoilt || isAnother(before, spoilt, at, end)) continue;
      const wanted = before.slice(0, at) + edit.replace + before.slice(end);
      const result = applyEdits(before, [spoilt]);
      if (!result.ok) count.refused++;
      else if (result.value.text === wanted) count.right++;
      else count.wrong.push({ path, spoilt, got: result.value.text, wanted });
    }
  }
  return count;
}

/** A spoilt text that stands exactly elsewhere in the file is no slip that anyone could see. */
function isAnother(before: string, { search }: Edit, from: number, to: number): boolean {
  const at = before.indexOf(search);
  return at >= 0 && (at < from || at >= to);
}
