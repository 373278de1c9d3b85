/**
 * `npm run test:full`: what is longer than `npm test` allows. What it saw last is kept in docs/test-full.md.
 * `npm run test:full many-projects` tries the files of tests/full of such names alone, which is shown, and not kept.
 */
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";

const names = process.argv.slice(2);
const option = names.find((name) => name.startsWith("-"));
if (option) {
  console.error(`test:full has no option ${option}. Name files of tests/full, such as many-projects, or nothing for all there is.`);
  process.exit(2);
}

const env = await setUp({ for: "run" });
const vitest = join(root, "node_modules/vitest/vitest.mjs");
/** Suites of which `npm test` tries a share. */
const shared = spawnSync("git", ["grep", "-l", "@edgewright/testing/share", "--", "*.test.ts"], { cwd: root, encoding: "utf8" });
const PLATFORM = "tests/platform/";
const paths = shared.stdout.trim().split("\n");
const onPlatform = paths.filter((path) => path.startsWith(PLATFORM));
const WHOLE = [
  ["--config", "tests/full/vitest.config.ts"],
  ["--config", "vitest.config.ts", ...paths.filter((path) => !onPlatform.includes(path))],
  ["--config", `${PLATFORM}vitest.config.ts`, ...onPlatform.map((path) => path.slice(PLATFORM.length))],
];

let said = "";
/** Resolves with its exit code. @param {string[]} suite */
function run(suite) {
  const tests = spawn("node", [vitest, "run", "--reporter=verbose", ...suite], {
    cwd: root,
    env: { ...env, NO_COLOR: "1", TEST_WHOLE: "1" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  tests.stdout.on("data", (chunk) => {
    said += chunk;
    process.stdout.write(chunk);
  });
  return new Promise((resolve) => tests.once("close", (status) => resolve(status ?? 1)));
}

const results = [];
for (const suite of names.length > 0 ? [["--config", "tests/full/vitest.config.ts", ...names]] : WHOLE) results.push(await run(suite));
const held = results.every((status) => status === 0);
if (names.length > 0) process.exit(held ? 0 : 1);
const { stdout: commit } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" });
const kept = said.split("\n").filter((line) => /[✓×]|^\d+ |Tests|Duration|Error:/.test(line));
const head = `Written by \`npm run test:full\`, ${new Date().toISOString().slice(0, 10)}, at ${commit.trim()}: ${held ? "all held" : "**failed**"}.`;
writeFileSync(
  join(root, "docs/test-full.md"),
  `# Last full run\n\n${head}\n\n\`\`\`\n${kept.map((line) => line.trim()).join("\n")}\n\`\`\`\n`,
);
process.exit(held ? 0 : 1);
