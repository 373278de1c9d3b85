/** A unit that never becomes ready is ended all the same. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { marked, RUN_VARIABLE } from "./processes.mjs";
import { supervise } from "./supervisor.mjs";

/** A project whose one unit hears nothing and goes on for ever. */
function stuckProject(): string {
  const root = mkdtempSync(join(tmpdir(), "edgewright-unit-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, "scripts/platform"), { recursive: true });
  mkdirSync(join(root, "node_modules/.bin"), { recursive: true });
  symlinkSync(process.execPath, join(root, "node_modules/.bin/node"));
  writeFileSync(join(root, "scripts/platform/stuck.mjs"), "setInterval(() => undefined, 1000);\n");
  return root;
}

it("ends a unit that never becomes ready, and leaves nothing of it", async () => {
  const run = crypto.randomUUID();
  const unit = supervise({ root: stuckProject(), unit: "stuck", run, env: process.env });
  await unit.end();
  expect(marked({ [RUN_VARIABLE]: run })).toEqual([]);
});
