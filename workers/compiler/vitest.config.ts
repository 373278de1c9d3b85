/** Tests of the compiler in workerd, with the real checker and boot isolates. */
import { join } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  plugins: [cloudflareTest({ wrangler: { configPath: join(import.meta.dirname, "wrangler.toml") } })],
  test: { include: ["src/**/*.workerd.test.ts"], retry: 0, testTimeout: 120_000, expect: { poll: { timeout: 100_000 } } },
});
