/** Tests on a running platform: a person's journey in Chromium, and faults. One file after the other, since each runs a platform. */
import { defineConfig } from "vitest/config";
import { PATIENCE_MS } from "./patience.ts";

/** A test takes many steps, each of which may take its patience. */
const WHOLE_MS = 5 * PATIENCE_MS;

export default defineConfig({
  root: import.meta.dirname,
  test: {
    include: ["*.test.ts"],
    fileParallelism: false,
    retry: 0,
    testTimeout: WHOLE_MS,
    hookTimeout: WHOLE_MS,
    expect: { poll: { timeout: PATIENCE_MS, interval: 100 } },
    bail: 1,
  },
});
