/** State that outlives a reload of the window: what was written and not yet sent. */
import { useCallback, useEffect, useState } from "react";

/** The third is to be called once it is sent: nothing of it is kept then. `read` knows it again, must be the same at each call, and has undefined for what is something else. */
export function useKept<T>(key: string, read: (kept: unknown) => T | undefined, initial: T): [T, (next: T) => void, () => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const kept = read(stored(key));
    if (kept !== undefined) setValue(kept);
  }, [key, read]);
  const put = useCallback(
    (next: T) => {
      setValue(next);
      guarded(() => sessionStorage.setItem(key, JSON.stringify(next)));
    },
    [key],
  );
  const forget = useCallback(() => guarded(() => sessionStorage.removeItem(key)), [key]);
  return [value, put, forget];
}

const stored = (key: string): unknown => guarded(() => JSON.parse(sessionStorage.getItem(key) ?? "null"));

/** Where storage is full or closed, or holds something else, the state lives as long as the window is open. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
