/** What went wrong with a change that was made in place: a ticked box, a card that was moved. Shown by the shell. */
import { DataError } from "@edgewright/app-kit";

export type Notice = { text: string; overwrite?: () => Promise<unknown> };

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
    notices.show({ text: error.message, overwrite: error.overwrite });
  }
}
