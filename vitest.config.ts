/** Tests in plain Node. Tests that need workerd have a config of their own beside their worker. */
import { defineConfig } from "vitest/config";

const API = "workers/api/src/**/*.test.ts";

export default defineConfig({
  test: {
    pool: "threads",
    // By default one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    silent: "passed-only",
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/src/**/*.test.tsx",
            "workers/*/src/**/*.test.ts",
            "web/app/**/*.test.ts",
            "scripts/**/*.test.ts",
            "eval/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/*.workerd.test.ts", API],
          retry: 0,
          hookTimeout: 60_000,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        // Each file makes a world of its own, and loading the API anew for each took longer than its tests.
        test: { name: "api", include: [API], isolate: false, retry: 0, hookTimeout: 60_000, testTimeout: 30_000 },
      },
    ],
  },
});
