/**
 * Makes what the type checker is made of: its script for an isolate and the packed types of
 * the catalogue, in `dist/checker`. Run by set-up, which skips it while nothing it is made from has changed.
 */
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleChecker } from "../packages/app-check/tools/compiler.ts";
import { packTypes } from "../packages/app-check/tools/pack.ts";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/checker");
const ISOLATE = "workers/compiler/src/isolates/checker.ts";
const NODE = "packages/app-check/tools/node-entry.ts";
/** The design's budget for the script, gzipped. */
const MAX_SCRIPT = 1.2e6;

async function make(): Promise<void> {
  const started = performance.now();
  const script = await bundleChecker(ROOT, ISOLATE);
  const types = JSON.stringify(packTypes(ROOT));
  const hash = createHash("sha256").update(script).update(types).digest("hex").slice(0, 16);
  mkdirSync(OUT, { recursive: true });
  for (const [name, text] of Object.entries({
    "checker.mjs": await bundleChecker(ROOT, NODE),
    "checker.txt": script,
    "types.txt": types,
    "hash.txt": hash,
  })) {
    writeFileSync(join(OUT, name), text);
  }
  const size = (text: string) => `${Math.round(text.length / 1024)} KB (${Math.round(gzipped(text) / 1024)} gzipped)`;
  console.log(`Checker ${size(script)}, types ${size(types)}, in ${Math.round(performance.now() - started)} ms.`);
  if (gzipped(script) > MAX_SCRIPT) throw new Error(`The checker's script is over its budget of ${MAX_SCRIPT / 1e6} MB gzipped.`);
}

const gzipped = (text: string): number => gzipSync(text).length;

await make();
