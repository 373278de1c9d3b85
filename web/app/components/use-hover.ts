/** When an element's tooltip shows: a moment after the pointer came, at once on focus by the keys, and by a press on a touch screen, which has no hover. */
import { type ComponentProps, useEffect, useRef, useState } from "react";

const SHOW_MS = 400;
/** Long enough to cross the gap to the label. */
const HIDE_MS = 120;

type Own = ComponentProps<"button">;

/** `own` are the element's own handlers, which go on. `lasting`: a press does not hide it, and a touch shows it. */
export function useHover(own: Own, lasting: boolean) {
  const [over, setOver] = useState<Element | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const after = (ms: number, element: Element | null) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOver(element), ms);
  };
  const now = (element: Element | null) => {
    clearTimeout(timer.current);
    setOver(element);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  const handlers: Own = {
    onPointerEnter(event) {
      own.onPointerEnter?.(event);
      if (event.pointerType !== "touch") after(SHOW_MS, event.currentTarget);
    },
    onPointerLeave(event) {
      own.onPointerLeave?.(event);
      if (event.pointerType !== "touch") after(HIDE_MS, null);
    },
    onPointerUp(event) {
      own.onPointerUp?.(event);
      if (lasting && event.pointerType === "touch") now(event.currentTarget);
    },
    onFocus(event) {
      own.onFocus?.(event);
      if (event.currentTarget.matches(":focus-visible")) now(event.currentTarget);
    },
    onBlur(event) {
      own.onBlur?.(event);
      now(null);
    },
    onClick(event) {
      own.onClick?.(event);
      if (!lasting) now(null);
    },
    onKeyDown(event) {
      own.onKeyDown?.(event);
      if (event.key === "Escape") now(null);
    },
  };
  return { over, stay: () => clearTimeout(timer.current), leave: () => after(HIDE_MS, null), handlers };
}
