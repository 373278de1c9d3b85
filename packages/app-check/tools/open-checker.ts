/** The platform's checker in Node: the same script and the same packed types that the compiler loads into an isolate. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Checker } from "@edgewright/app-repair";

const FOLDER = join(import.meta.dirname, "../../../dist/checker");

/** `packed` are other types than those of the catalogue. */
export async function openChecker(packed?: string): Promise<Checker> {
  const { openChecker: open } = (await import(join(FOLDER, "checker.mjs"))) as { openChecker: (packed: string) => Checker };
  return open(packed ?? readFileSync(join(FOLDER, "types.txt"), "utf8"));
}

let shared: Promise<Checker> | null = null;

/** One checker for all suites of a thread: it opens in seconds, and what it knows of files that many apps have holds for each. */
export const sharedChecker = (): Promise<Checker> => (shared ??= openChecker());
