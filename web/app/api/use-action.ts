/** What a press does: whether it is at work, and why it was refused. Every form and every button that changes something acts by it. */
import { useRef, useState } from "react";
import { toast } from "../components/toast.ts";
import type { ApiFailure } from "./answer.ts";

interface ActionOptions {
  /** At work for good once it has gone well: what was pressed goes when the stream says so. */
  lasts?: boolean;
  /** A refusal is raised as news, where there is no place for it beside the button. */
  raises?: boolean;
  /** Pressed again while it is at work, it is done once more afterwards. Without it, nothing is done then. */
  inTurn?: boolean;
}

/** @param act resolves to the failure, or to null when all went well */
export function useAction<Args extends unknown[]>(
  act: (...args: Args) => Promise<ApiFailure | null>,
  { lasts = false, raises = false, inTurn = false }: ActionOptions = {},
) {
  const [running, setRunning] = useState<Args | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const underway = useRef<Promise<unknown> | null>(null);
  const run = async (...args: Args): Promise<void> => {
    const before = underway.current;
    if (before && !inTurn) return;
    // Begun at once where it can be: some of what a browser allows, it allows in the press alone.
    const work = before ? before.then(() => act(...args)) : act(...args);
    underway.current = work;
    setRunning(args);
    setFailure(null);
    const refused = await work;
    if (refused) setFailure(refused);
    if (refused && raises) toast.failure(refused);
    if (underway.current !== work || (lasts && !refused)) return;
    underway.current = null;
    setRunning(null);
  };
  /** `running`: with what it was pressed, so that of several buttons the one at work can be told. */
  return { busy: running !== null, running, failure, run, forget: () => setFailure(null) };
}
