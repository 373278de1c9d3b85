/** Tests in plain Node. Tests that need workerd have a config of their own beside their worker. */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest goes first, or one core would wait for it at the end. */
const SLOWEST = [
  "eval/tasks",
  "eval/judge/judge",
  "app-build/src/linear",
  "app-repair/tools/repairs",
  "run/recorded-sessions",
  "data-store/src/hidden-rows",
  "app-check/tools/conformance",
];
const rank = ({ moduleId }: TestSpecification) => {
  const place = SLOWEST.findIndex((name) => moduleId.endsWith(`${name}.test.ts`));
  return place < 0 ? SLOWEST.length : place;
};

class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((one, other) => rank(one) - rank(other));
  }
}

/** `npm run test:near` leaves them out. */
const LEFT_OUT = process.env.NEAR ? SLOWEST.map((name) => `**/${name}.test.ts`) : [];

export default defineConfig({
  test: {
    pool: "threads",
    // Each file makes a world of its own, and loading all that it imports anew for each took a quarter of the time.
    isolate: false,
    // Node strips the types itself; a transformation of each module took a sixth of the time.
    experimental: { viteModuleRunner: false },
    // By default one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    silent: "passed-only",
    // A busy machine decides nothing: what is polled for comes, or the test ends.
    expect: { poll: { timeout: 100_000 } },
    sequence: { sequencer: SlowestFirst },
    include: [
      "packages/*/src/**/*.test.ts",
      "packages/*/src/**/*.test.tsx",
      "packages/*/tools/**/*.test.ts",
      "workers/*/src/**/*.test.ts",
      "web/app/**/*.test.ts",
      "scripts/**/*.test.ts",
      "eval/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/*.workerd.test.ts", ...LEFT_OUT],
    retry: 0,
    hookTimeout: 300_000,
    testTimeout: 300_000,
  },
});
