/** What one did in the grid, to be taken back and done again: each step the values of the rows that it changed, before and after. Pure. */
export type Values = Record<string, unknown>;
export type RowEdit = { id: string; before: Values; after: Values };
export type Step = readonly RowEdit[];
export type Edits = { done: readonly Step[]; undone: readonly Step[] };

export const NO_EDITS: Edits = { done: [], undone: [] };
const KEPT = 100;

export const noted = ({ done }: Edits, step: Step): Edits =>
  step.length === 0 ? { done, undone: [] } : { done: [...done.slice(1 - KEPT), step], undone: [] };

export function undone({ done, undone }: Edits): { step: Step; edits: Edits } | null {
  const last = done.at(-1);
  if (!last) return null;
  const step = last.map(({ id, before, after }) => ({ id, before: after, after: before }));
  return { step, edits: { done: done.slice(0, -1), undone: [...undone, last] } };
}

export function redone({ done, undone }: Edits): { step: Step; edits: Edits } | null {
  const last = undone.at(-1);
  return last ? { step: last, edits: { done: [...done, last], undone: undone.slice(0, -1) } } : null;
}
