/** What a press does: whether it is at work, and why it was refused. Every form and every button that changes something acts by it. */
import { useState } from "react";
import type { ApiFailure } from "./answer.ts";

/** @param act resolves to the failure, or to null when all went well */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<ApiFailure | null>) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const run = async (...args: Args): Promise<void> => {
    setBusy(true);
    setFailure(null);
    setFailure(await act(...args));
    setBusy(false);
  };
  return { busy, failure, run, forget: () => setFailure(null) };
}
