/** Tests of the queue consumer in workerd. Its own storage is real; the other workers stand in. */
import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest(async () => ({
      miniflare: {
        compatibilityDate: "2026-10-01",
        compatibilityFlags: ["nodejs_compat"],
        d1Databases: ["DB"],
        r2Buckets: ["BLOBS"],
        bindings: {
          APP_URL: "http://localhost:8787",
          APPS_ORIGIN: "http://apps.localhost:8788",
          SEAL_KEY: "a key for tests only",
          MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../migrations")),
        },
      },
    })),
  ],
  test: { include: ["src/**/*.workerd.test.ts"], retry: 0, testTimeout: 120_000, expect: { poll: { timeout: 100_000 } } },
});
