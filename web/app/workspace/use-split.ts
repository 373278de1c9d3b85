/** How wide the left of two panes is, by dragging the bar between them or with the arrow keys on it. Pixels, which a wider window keeps. */
import { type KeyboardEvent, type PointerEvent, useState } from "react";

const STEP = 24;

interface SplitLimits {
  initial: number;
  /** Of the left pane, and of the right one. */
  min: number;
  minRight: number;
}

export function useSplit({ initial, min, minRight }: SplitLimits) {
  const [width, setWidth] = useState(initial);
  const [dragging, setDragging] = useState(false);
  const resize = (bar: Element, wanted: number) => {
    const room = bar.parentElement?.clientWidth ?? Number.POSITIVE_INFINITY;
    setWidth(Math.max(min, Math.min(wanted, room - minRight)));
  };
  const separator = {
    "aria-orientation": "vertical",
    "aria-valuenow": Math.round(width),
    "aria-valuemin": min,
    tabIndex: 0,
    onPointerDown(event: PointerEvent<HTMLElement>) {
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragging(true);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0;
      if (dragging) resize(event.currentTarget, event.clientX - left);
    },
    onLostPointerCapture: () => setDragging(false),
    onDoubleClick: () => setWidth(initial),
    onKeyDown(event: KeyboardEvent<HTMLElement>) {
      const by = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
      if (by === undefined) return;
      event.preventDefault();
      resize(event.currentTarget, width + by);
    },
  } as const;
  return { width, dragging, separator };
}
