/** The selected cells of the grid: drawn by keys and by the pointer, and where the focus goes. */
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { isOne, moved, only, type Place, type Selection, type Size } from "./selection.ts";

/** Which cell an event is of; null: of none, or of the field that edits one. */
export function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>("[data-cell]") : null;
  return cell ? { row: Number(cell.dataset.row), column: Number(cell.dataset.column) } : null;
}

/** @param reveal brings a row into sight */
export function useSelection(size: Size, reveal: (row: number) => void) {
  const [selection, setSelection] = useState<Selection | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const wanted = useRef<Place | null>(null);
  // What was out of sight can have the focus once it is drawn.
  useEffect(() => {
    if (!wanted.current) return;
    const { row, column } = wanted.current;
    const cell = table.current?.querySelector<HTMLElement>(`[data-cell][data-row="${row}"][data-column="${column}"]`);
    if (!cell) return;
    wanted.current = null;
    cell.focus({ preventScroll: true });
    cell.scrollIntoView({ block: "nearest", inline: "nearest" });
  });
  const go = (next: Selection) => {
    wanted.current = next.to;
    reveal(next.to.row);
    setSelection(next);
  };
  return {
    table,
    selection,
    select: setSelection,
    onFocus: ({ target }: { target: EventTarget }) => {
      const place = placeOf(target);
      if (place && !(selection && selection.to.row === place.row && selection.to.column === place.column)) setSelection(only(place));
    },
    onPointerDown: (event: PointerEvent) => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0 || !event.shiftKey || !selection) return;
      event.preventDefault();
      go({ from: selection.from, to: place });
    },
    onPointerOver: (event: PointerEvent) => {
      const place = placeOf(event.target);
      if (place && event.buttons === 1 && event.pointerType === "mouse" && selection && placeOf(event.target))
        go({ from: selection.from, to: place });
    },
    /** Whether the key was one that moves. */
    onKey: ({ key, shiftKey: shift, ctrlKey, metaKey, target }: KeyboardEvent): boolean => {
      const place = placeOf(target);
      if (!place) return false;
      const from = selection ?? only(place);
      const far = ctrlKey || metaKey;
      if (far && key === "a") {
        setSelection({ from: { row: 0, column: 0 }, to: { row: size.rows - 1, column: size.columns - 1 } });
        return true;
      }
      if (key === "Escape" && !isOne(from)) {
        setSelection(only(from.to));
        return true;
      }
      const next = moved(from, { key, shift, far }, size);
      if (next) go(next);
      return next !== null;
    },
  };
}
