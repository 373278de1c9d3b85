/** The checker's script: the TypeScript compiler cut down to what the checker uses, with the checker itself, as one ES module. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { TYPESCRIPT_NAMES } from "../../packages/builder/src/checker/index.ts";

const NODE_MODULE = /^(node:)?(fs|path|os|inspector|perf_hooks|source-map-support|crypto|module|url|child_process|util|worker_threads)$/;
const CORE = "typescript-core";
/** From here on `_tsc.js` is the command line. */
const COMMAND_LINE = "// src/tsc/tsc.ts";

function core(): string {
  const text = readFileSync(createRequire(import.meta.url).resolve("typescript/lib/_tsc.js"), "utf8");
  const end = text.indexOf(COMMAND_LINE);
  if (end < 0) throw new Error("This version of TypeScript is laid out differently: the start of its command line was not found.");
  return `${text.slice(0, end)}\nexport default { ${TYPESCRIPT_NAMES.join(", ")} };\n`;
}

const plugin: Plugin = {
  name: CORE,
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${CORE}$`) }, ({ path }) => ({ path, namespace: CORE }));
    onLoad({ filter: /.*/, namespace: CORE }, () => ({ contents: core(), loader: "js" }));
    onResolve({ filter: NODE_MODULE }, ({ path }) => ({ path, namespace: "absent" }));
    onLoad({ filter: /.*/, namespace: "absent" }, () => ({ contents: "module.exports = {};" }));
  },
};

export async function bundleChecker(root: string, entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    minify: true,
    legalComments: "none",
    write: false,
    plugins: [plugin],
    define: { process: "undefined", __filename: '"/checker.js"', __dirname: '"/"', global: "globalThis" },
    external: ["cloudflare:workers", "*.txt"],
    logLevel: "error",
  });
  return outputFiles[0]!.text;
}
