/** Which cells are selected: from the one where it began to the one that has the focus. Pure. */
export type Place = { row: number; column: number };
export type Selection = { from: Place; to: Place };
export type Size = { rows: number; columns: number };
/** Both ends are part of it. */
export type Range = { top: number; bottom: number; left: number; right: number };

export const only = (place: Place): Selection => ({ from: place, to: place });

export const rangeOf = ({ from, to }: Selection): Range => ({
  top: Math.min(from.row, to.row),
  bottom: Math.max(from.row, to.row),
  left: Math.min(from.column, to.column),
  right: Math.max(from.column, to.column),
});

export const isWithin = ({ top, bottom, left, right }: Range, { row, column }: Place): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;

export const isOne = ({ from, to }: Selection): boolean => from.row === to.row && from.column === to.column;

type Keys = { key: string; shift: boolean; far: boolean };
/** How many rows a page is. */
const PAGE = 20;

/** Where a key leads: with `far` to the edge, with `shift` the selection is drawn along. null: it is no key that moves. */
export function moved(selection: Selection, { key, shift, far }: Keys, size: Size): Selection | null {
  const { to } = selection;
  const steps: Record<string, [rows: number, columns: number]> = {
    ArrowUp: [far ? -Number.MAX_SAFE_INTEGER : -1, 0],
    ArrowDown: [far ? Number.MAX_SAFE_INTEGER : 1, 0],
    ArrowLeft: [0, far ? -Number.MAX_SAFE_INTEGER : -1],
    ArrowRight: [0, far ? Number.MAX_SAFE_INTEGER : 1],
    PageUp: [-PAGE, 0],
    PageDown: [PAGE, 0],
    Home: [far ? -Number.MAX_SAFE_INTEGER : 0, -Number.MAX_SAFE_INTEGER],
    End: [far ? Number.MAX_SAFE_INTEGER : 0, Number.MAX_SAFE_INTEGER],
  };
  const step = steps[key];
  if (!step) return null;
  const place = { row: within(to.row + step[0], size.rows), column: within(to.column + step[1], size.columns) };
  return shift ? { from: selection.from, to: place } : only(place);
}

const within = (index: number, count: number): number => Math.max(0, Math.min(count - 1, index));
