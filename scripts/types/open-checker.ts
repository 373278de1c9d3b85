/** The platform's checker in Node: the same script and the same packed types that the compiler loads into an isolate. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checker } from "../../packages/builder/src/checker/index.ts";

const FOLDER = join(import.meta.dirname, "../../dist/checker");

export async function openChecker(): Promise<Checker> {
  const { openChecker: open } = (await import(join(FOLDER, "checker.mjs"))) as { openChecker: (packed: string) => Checker };
  return open(readFileSync(join(FOLDER, "types.txt"), "utf8"));
}
