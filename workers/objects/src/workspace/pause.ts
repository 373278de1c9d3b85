/** Long work in pieces: locally all objects share one thread, and whoever else is on it gets a turn between two pieces. */

const PIECE_MS = 10;

/** A function to be called between pieces; it waits only if the work has gone on for a while. */
export function pauser(now: () => number = Date.now): () => Promise<void> {
  let since = now();
  return async () => {
    if (now() - since < PIECE_MS) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = now();
  };
}
