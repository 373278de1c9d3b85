/** State that outlives a reload of the window: what was written and not yet sent. */
import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";

/** The third is to be called once it is sent: nothing of it is kept then. `shape` must be the same at each call. */
export function useKept<T>(key: string, shape: z.ZodType<T>, initial: T): [T, (next: T) => void, () => void] {
  const [value, setValue] = useState(initial);
  useEffect(() => {
    const kept = shape.safeParse(read(key));
    if (kept.success) setValue(kept.data);
  }, [key, shape]);
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

const read = (key: string): unknown => guarded(() => JSON.parse(sessionStorage.getItem(key) ?? "null"));

/** Where storage is full or closed, or holds something else, the state lives as long as the window is open. */
function guarded<T>(access: () => T): T | undefined {
  try {
    return access();
  } catch {
    return undefined;
  }
}
