/** Loads the page anew, again and again, as long as somebody looks at it: what changes there says nothing of itself. */
import { useEffect } from "react";
import { useRevalidator } from "react-router";

/** @param everyMs null: not now */
export function useRefresh(everyMs: number | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (everyMs === null) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") void revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs, revalidate]);
}
