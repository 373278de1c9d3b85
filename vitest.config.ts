/** Tests in plain Node. Tests that need workerd have a config of their own beside their worker. */
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What takes longest goes first, or one core would wait for it at the end. */
const SLOWEST = [
  "app-check/tools/conformance",
  "eval/tasks",
  "eval/judge/judge",
  "run/session-faults",
  "starter-model/src/apps",
  "starter-model/src/follow-ups",
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

const API = "workers/api/src/**/*.test.ts";

export default defineConfig({
  test: {
    pool: "threads",
    // By default one core is left idle, which on two is half of them.
    maxWorkers: "100%",
    silent: "passed-only",
    // A busy machine decides nothing: what is polled for comes, or the test ends.
    expect: { poll: { timeout: 100_000 } },
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        test: {
          name: "domain",
          include: [
            "packages/*/src/**/*.test.ts",
            "packages/*/src/**/*.test.tsx",
            "packages/*/tools/**/*.test.ts",
            "workers/*/src/**/*.test.ts",
            "web/app/**/*.test.ts",
            "scripts/**/*.test.ts",
            "eval/**/*.test.ts",
          ],
          exclude: ["**/node_modules/**", "**/*.workerd.test.ts", API, ...LEFT_OUT],
          retry: 0,
          hookTimeout: 300_000,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        // Each file makes a world of its own, and loading the API anew for each took longer than its tests.
        test: { name: "api", include: [API], isolate: false, retry: 0, hookTimeout: 300_000, testTimeout: 300_000 },
      },
    ],
  },
});
