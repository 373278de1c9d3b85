/** `judge/page` as one script for the browser. */

import { join } from "node:path";
import { first } from "@edgewright/core";
import { buildSync } from "esbuild";

export function pageScript(): string {
  const entryPoints = [join(import.meta.dirname, "page/index.ts")];
  const built = buildSync({ entryPoints, bundle: true, format: "iife", target: "es2023", write: false, logLevel: "silent" });
  return first(built.outputFiles).text;
}
