/** Tests of components, in the machine's own Chromium: what a person sees and presses is the test's way in. */
import tailwindcss from "@tailwindcss/vite";
import { playwright } from "@vitest/browser-playwright";
import { defineConfig } from "vitest/config";
import { BROWSER_FLAGS, browserPath } from "../scripts/setup/browser.mjs";

/** As in tests/platform/patience.ts: it only ends a test that hangs. */
const PATIENCE_MS = 200_000;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tailwindcss()],
  // All that the components import is found before the first test: what is found later would load the page, and React, anew.
  optimizeDeps: {
    entries: [
      "app/{account,components,forms,home,invite,organizations,settings,testing,workspace}/**/*.{ts,tsx}",
      "../packages/app-kit/{src,template/src}/**/*.tsx",
      "!**/*.server.*",
    ],
    include: ["vitest-browser-react/pure"],
  },
  test: {
    name: "components",
    include: ["app/**/*.test.tsx", "../packages/app-kit/template/src/**/*.test.{ts,tsx}"],
    setupFiles: ["app/testing/setup.ts"],
    // One page for all: each file would load React anew.
    isolate: false,
    retry: 0,
    testTimeout: PATIENCE_MS,
    hookTimeout: PATIENCE_MS,
    // Before the test ends, so that it says what stood in the page.
    expect: { poll: { timeout: PATIENCE_MS / 2 } },
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      viewport: { width: 1000, height: 800 },
      provider: playwright({ launchOptions: { executablePath: browserPath(), args: BROWSER_FLAGS }, actionTimeout: PATIENCE_MS }),
      instances: [{ browser: "chromium" }],
    },
  },
});
