/** What a press does: whether it is at work, and why it was refused. Every form and every button that changes something acts by it. */
import { useRef, useState } from "react";
import { toast } from "../components/toast.ts";
import { type ApiFailure, failureText } from "./answer.ts";

interface ActionOptions {
  /** At work for good once it has gone well: what was pressed goes when the stream says so. */
  lasts?: boolean;
  /** A refusal is raised as news, where there is no place for it beside the button. */
  raises?: boolean;
}

/**
 * Pressed again while it is at work, it does nothing.
 * @param act resolves to the failure, or to null when all went well
 */
export function useAction<Args extends unknown[]>(act: (...args: Args) => Promise<ApiFailure | null>, options: ActionOptions = {}) {
  const [running, setRunning] = useState<Args | null>(null);
  const [failure, setFailure] = useState<ApiFailure | null>(null);
  const atWork = useRef(false);
  const run = async (...args: Args): Promise<void> => {
    if (atWork.current) return;
    atWork.current = true;
    setRunning(args);
    setFailure(null);
    const refused = await act(...args);
    atWork.current = options.lasts === true && refused === null;
    if (!atWork.current) setRunning(null);
    setFailure(refused);
    if (refused && options.raises) toast.error(failureText(refused));
  };
  /** `running`: with what it was pressed, so that of several buttons the one at work can be told. */
  return { busy: running !== null, running, failure, run, forget: () => setFailure(null) };
}
