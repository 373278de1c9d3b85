/** News of a change that was made in place: it was refused, or can be taken back. Shown by the shell. */
import { DataError } from "@edgewright/app-kit";

/** `action`: what can still be done about it. `passes`: it need not be answered, and goes by itself. */
export type Notice = { text: string; action?: { label: string; act: () => Promise<unknown> }; passes?: boolean };

let shown: Notice | null = null;
const listeners = new Set<() => void>();

export const notices = {
  get: () => shown,
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  show: (notice: Notice | null) => {
    shown = notice;
    for (const listener of listeners) listener();
  },
};

/** Waits for a change, and says so if it was refused. */
export async function attempt(change: unknown) {
  try {
    await change;
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    const { message, overwrite } = error;
    notices.show({ text: message, action: overwrite && { label: "Change it anyway", act: overwrite } });
  }
}
