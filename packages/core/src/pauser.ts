/** Long work in pieces: locally all that serves people shares one thread, and whoever else is on it gets a turn between two pieces. */

const PIECE_MS = 10;

/** To be called between pieces of work. */
export type Pause = () => Promise<void>;

/** It waits only if the work has gone on for a while. */
export function pauser(now: () => number = Date.now): Pause {
  let since = now();
  return async () => {
    if (now() - since < PIECE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = now();
  };
}
