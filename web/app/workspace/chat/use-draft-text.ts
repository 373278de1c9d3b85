/** What stands in the composer, kept through a reload of the window. */
import { useCallback, useEffect, useState } from "react";

export function useDraftText(projectId: string): [string, (text: string) => void] {
  const key = `composer:${projectId}`;
  const [text, setText] = useState("");
  useEffect(() => {
    const kept = readKept(key);
    if (kept !== "") setText(kept);
  }, [key]);
  const put = useCallback(
    (next: string) => {
      setText(next);
      writeKept(key, next);
    },
    [key],
  );
  return [text, put];
}

function readKept(key: string): string {
  try {
    return sessionStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

function writeKept(key: string, text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, text);
  } catch {
    // Storage is full or closed: the text is kept as long as the window is open.
  }
}
