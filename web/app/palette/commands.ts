/** What the ⌘K palette offers beside its own entries: any screen adds its actions while it is shown. */
import { useEffect, useSyncExternalStore } from "react";

export interface Command {
  id: string;
  label: string;
  /** The heading it stands under. */
  group: string;
  /** Other words people may type for it. */
  keywords?: string[];
  keys?: string;
  /** Why it cannot be used now. */
  disabledReason?: string | false | null;
  run: () => unknown;
}

interface Palette {
  open: boolean;
  commands: Command[];
}

let state: Palette = { open: false, commands: [] };
const sources = new Map<object, Command[]>();
const listeners = new Set<() => void>();

function change(next: Partial<Palette>) {
  state = { ...state, ...next };
  for (const listener of listeners) listener();
}
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
const closed: Palette = { open: false, commands: [] };

export const setPaletteOpen = (open: boolean) => change({ open });
export const togglePalette = () => change({ open: !state.open });
export const usePalette = () =>
  useSyncExternalStore(
    subscribe,
    () => state,
    () => closed,
  );

/** Offers the commands for as long as the caller is mounted. Memoize the list. */
export function useCommands(commands: Command[]) {
  useEffect(() => {
    const source = {};
    sources.set(source, commands);
    change({ commands: [...sources.values()].flat() });
    return () => {
      sources.delete(source);
      change({ commands: [...sources.values()].flat() });
    };
  }, [commands]);
}
