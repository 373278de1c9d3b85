/** Domain tests, in plain Node. Tests that need workerd have a config of their own beside their worker. */
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/src/**/*.test.tsx",
      "workers/*/src/**/*.test.ts",
      "web/app/**/*.test.ts",
      "scripts/**/*.test.ts",
      "eval/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/*.workerd.test.ts"],
    pool: "threads",
    // By default one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    retry: 0,
    hookTimeout: 60_000,
    testTimeout: 30_000,
    silent: "passed-only",
  },
});
