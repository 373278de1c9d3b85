/** `npm run test:full`: what is longer than `npm test` allows. What it saw last is kept in docs/test-full.md. */
import { spawn, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, setUp } from "./setup/index.mjs";

const env = await setUp({ for: "run" });
const vitest = join(root, "node_modules/vitest/vitest.mjs");
const suite = spawn("node", [vitest, "run", "--config", "tests/full/vitest.config.ts", "--reporter=verbose"], {
  cwd: root,
  env: { ...env, NO_COLOR: "1" },
  stdio: ["ignore", "pipe", "inherit"],
});
let said = "";
suite.stdout.on("data", (chunk) => {
  said += chunk;
  process.stdout.write(chunk);
});
suite.once("close", (status) => {
  const { stdout: commit } = spawnSync("git", ["rev-parse", "--short", "HEAD"], { cwd: root, encoding: "utf8" });
  const kept = said.split("\n").filter((line) => /[✓×]|^\d+ |Tests|Duration|Error:/.test(line));
  const head = `Written by \`npm run test:full\`, ${new Date().toISOString().slice(0, 10)}, at ${commit.trim()}: ${status === 0 ? "all held" : "**failed**"}.`;
  writeFileSync(
    join(root, "docs/test-full.md"),
    `# Last full run\n\n${head}\n\n\`\`\`\n${kept.map((line) => line.trim()).join("\n")}\n\`\`\`\n`,
  );
  process.exit(status ?? 1);
});
