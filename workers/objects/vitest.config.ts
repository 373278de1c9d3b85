/** Tests of the Durable Objects in workerd, with the platform's own D1, R2 and queue. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest(async () => ({
      wrangler: { configPath: join(import.meta.dirname, "wrangler.toml") },
      miniflare: {
        bindings: { MIGRATIONS: await readD1Migrations(join(import.meta.dirname, "../../migrations")) },
        workers: [
          {
            name: "edgewright-compiler",
            compatibilityDate: "2026-10-01",
            modules: true,
            script: readFileSync(join(import.meta.dirname, "src/testing/compiler.mjs"), "utf8"),
          },
        ],
      },
    })),
  ],
  test: { include: ["src/**/*.workerd.test.ts"], isolate: false, retry: 0, testTimeout: 120_000, expect: { poll: { timeout: 100_000 } } },
});
