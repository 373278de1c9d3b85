/** Which dialog of the project is open. Outside React's tree, since the menu that opens it is gone by the time it shows. */
import { useSyncExternalStore } from "react";

export type ProjectDialog = "settings" | "hosts" | "people" | "appRoles" | "environment" | "production" | "name" | "delete" | null;

let open: ProjectDialog = null;
const listeners = new Set<() => void>();

export function openProjectDialog(dialog: ProjectDialog): void {
  open = dialog;
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useProjectDialog = (): ProjectDialog =>
  useSyncExternalStore(
    subscribe,
    () => open,
    () => null,
  );
