/** A person's unsaved edits, held by the whole workspace so that no tab loses them. Leaving the page with some asks first. */
import { createContext, useContext, useEffect, useMemo, useState } from "react";
import type { Edits } from "./edits.ts";

/** `parent`: the version the edits are made on; null while there are none. */
export type EditsState = {
  parent: number | null;
  edits: Edits;
  change(parent: number, update: (edits: Edits) => Edits): void;
  /** After a save or a settled conflict the edits stand on another version. */
  moveTo(parent: number, update: (edits: Edits) => Edits): void;
  discard(): void;
};

export const EditsContext = createContext<EditsState | null>(null);

export function useEdits(): EditsState {
  const state = useContext(EditsContext);
  if (!state) throw new Error("useEdits is used outside the workspace");
  return state;
}

type HeldEdits = { parent: number | null; edits: Edits };
const NONE: HeldEdits = { parent: null, edits: {} };
const hold = (parent: number, edits: Edits): HeldEdits => (Object.keys(edits).length === 0 ? NONE : { parent, edits });

export function useEditsState(): EditsState {
  const [held, setHeld] = useState<HeldEdits>(NONE);
  const dirty = held.parent !== null;
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
  return useMemo(
    () => ({
      ...held,
      change: (parent, update) => setHeld((before) => hold(before.parent ?? parent, update(before.edits))),
      moveTo: (parent, update) => setHeld((before) => hold(parent, update(before.edits))),
      discard: () => setHeld(NONE),
    }),
    [held],
  );
}
