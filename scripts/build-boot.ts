/** Makes the boot isolate's script in `dist/boot`: React and the browser's catalogue with what boots an app. Run by set-up. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { first } from "@edgewright/core";
import { build } from "esbuild";

const ROOT = join(import.meta.dirname, "..");
const OUT = join(ROOT, "dist/boot");

/** One script for the browser side of an app, one for its server code. */
const bundle = async (isolate: string): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, `workers/compiler/src/isolates/${isolate}.ts`)],
    bundle: true,
    format: "esm",
    platform: "browser",
    conditions: ["workerd", "worker"],
    target: "es2022",
    minify: true,
    legalComments: "none",
    write: false,
    // React's development build says what is wrong in words.
    define: { "process.env.NODE_ENV": '"development"' },
    external: ["cloudflare:workers", "*/app.js"],
    logLevel: "error",
  });
  return inLatin1(first(outputFiles).text);
};

/** One letter beyond Latin-1, as in a date library's patterns for other scripts, and V8 keeps all of a script in twice the memory. */
function inLatin1(script: string): string {
  if (/\\[\u0100-\uffff]/.test(script)) throw new Error("A letter beyond Latin-1 is escaped by itself: its code would no longer be one.");
  return script.replace(/[\u0100-\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const started = performance.now();
const [boot, server] = await Promise.all([bundle("boot"), bundle("server")]);
mkdirSync(OUT, { recursive: true });
writeFileSync(join(OUT, "boot.txt"), boot);
writeFileSync(join(OUT, "server.txt"), server);
const kilobytes = (size: number) => `${Math.round(size / 1024)} KB`;
console.log(
  `Boot check ${kilobytes(boot.length)} (${kilobytes(gzipSync(boot).length)} gzipped), in ${Math.round(performance.now() - started)} ms.`,
);
