/** Moving the rows of a list: by drag, by Alt with the arrow keys, by buttons. Used by the plan and by the messages that wait. */
import { type DragEvent, type KeyboardEvent, useState } from "react";

/** A list's order after one of it was moved; `before` null, or no longer there, puts it last. */
export function movedBefore(ids: readonly string[], id: string, before: string | null): string[] {
  const others = ids.filter((other) => other !== id);
  const at = before === null ? -1 : others.indexOf(before);
  return others.toSpliced(at < 0 ? others.length : at, 0, id);
}

/** `move` puts a row before another one, or last with null. */
export function useReorder(ids: readonly string[], move: (id: string, before: string | null) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const step = (id: string, by: -1 | 1) => {
    const index = ids.indexOf(id);
    const neighbour = ids[index + by];
    if (neighbour === undefined) return;
    move(id, by < 0 ? neighbour : (ids[index + 2] ?? null));
  };
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  const drop = (id: string) => {
    if (dragged === null || dragged === id) return;
    const down = ids.indexOf(dragged) < ids.indexOf(id);
    move(dragged, down ? (ids[ids.indexOf(id) + 1] ?? null) : id);
  };
  return {
    up: (id: string) => step(id, -1),
    down: (id: string) => step(id, 1),
    isFirst: (id: string) => ids[0] === id,
    isLast: (id: string) => ids.at(-1) === id,
    /** Which row the dragged one would take the place of. */
    isOver: (id: string) => dragged !== null && over === id && dragged !== id,
    /** For the row. */
    row: (id: string) => ({
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(id);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        drop(id);
        end();
      },
      onKeyDown: (event: KeyboardEvent) => {
        if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
        event.preventDefault();
        step(id, event.key === "ArrowUp" ? -1 : 1);
      },
    }),
    /** For what is taken hold of. */
    handle: (id: string) => ({
      draggable: true,
      onDragStart: (event: DragEvent) => {
        event.dataTransfer.effectAllowed = "move";
        event.dataTransfer.setData("text/plain", id);
        const row = event.currentTarget.closest("li");
        if (row) event.dataTransfer.setDragImage(row, 12, 12);
        setDragged(id);
      },
      onDragEnd: end,
    }),
  };
}
