/** What is longer than `npm test` allows. Run by `npm run test:full`. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  test: { include: ["**/*.test.ts"], retry: 0, fileParallelism: false, hookTimeout: 120_000 },
});
