/** Tests of dispatch in workerd, with real isolates of apps; what it asks of the platform's other workers stands in. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

const COMPATIBILITY = { compatibilityDate: "2026-10-01", compatibilityFlags: ["nodejs_compat"] };
const object = (className: string) => ({ className, scriptName: "peers", useSQLite: true });

export default defineConfig({
  root: import.meta.dirname,
  plugins: [
    cloudflareTest({
      main: join(import.meta.dirname, "src/index.ts"),
      miniflare: {
        ...COMPATIBILITY,
        bindings: {
          APP_URL: "https://edgewright.example",
          PREVIEW_ORIGIN: "https://previews.example",
          APPS_ORIGIN: "https://apps.example",
          PREVIEW_SECRET: "a secret for tests only",
        },
        workerLoaders: { LOADER: {} },
        serviceBindings: { DIRECTORY: { name: "peers", entrypoint: "Directory" }, ASSETS: { name: "peers" } },
        durableObjects: { WORKSPACE: object("Workspace"), PROJECT_DATA: object("ProjectData") },
        workers: [
          {
            ...COMPATIBILITY,
            name: "peers",
            modules: true,
            script: readFileSync(join(import.meta.dirname, "src/testing/peers.mjs"), "utf8"),
            durableObjects: {
              WORKSPACE: { className: "Workspace", useSQLite: true },
              PROJECT_DATA: { className: "ProjectData", useSQLite: true },
            },
          },
        ],
      },
    }),
  ],
  test: { include: ["src/**/*.workerd.test.ts"], retry: 0, testTimeout: 120_000 },
});
