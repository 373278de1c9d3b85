/** Tests on a running platform: a person's journey in Chromium, and faults. One file after the other, since each runs a platform. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["*.test.ts"], fileParallelism: false, retry: 0, testTimeout: 240_000, hookTimeout: 240_000, bail: 1 },
});
