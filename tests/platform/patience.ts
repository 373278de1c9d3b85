/** How long a test waits for what must come. It only ends a test that hangs: no machine is so busy that this decides a result. */
export const PATIENCE_MS = 200_000;
