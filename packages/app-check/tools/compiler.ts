/** The checker's script: the TypeScript compiler and the code fixes of its language service, cut down to what the checker uses, with the checker itself, as one ES module. */

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { CODE_FIXES, INTERNAL_NAMES, TYPESCRIPT_NAMES } from "@edgewright/app-check";
import { first } from "@edgewright/core";
import { build, type Plugin } from "esbuild";

const NODE_MODULE = /^(node:)?(fs|path|os|inspector|perf_hooks|source-map-support|crypto|module|url|child_process|util|worker_threads)$/;
const CORE = "typescript-core";
/** Between these two lines of `typescript.js` its code stands as it would in a module of its own. */
const START = "var __defProp";
const COMMONJS = "module.exports = __toCommonJS(typescript_exports);";
const END = "// Annotate the CommonJS export names";
/** Code fixes and refactorings register themselves; said to be pure, those that nobody asks for are left out of the bundle. */
const REGISTERS = /^(?=(registerCodeFix|registerRefactor)\()/gm;
const FIX_FILE = /^\/\/ src\/services\/(?:codefixes|refactors)\/(\w+)\.ts$/m;

function core(): string {
  const text = readFileSync(createRequire(import.meta.url).resolve("typescript/lib/typescript.js"), "utf8");
  const [start, commonjs, end] = [START, COMMONJS, END].map((mark) => text.indexOf(mark)) as [number, number, number];
  if (start < 0 || commonjs < start || end < commonjs) throw new Error("This version of TypeScript is laid out differently.");
  const files = text
    .slice(start, end)
    .replace(COMMONJS, () => "")
    .split(/^(?=\/\/ src\/)/m);
  const kept = files.map((file) => {
    const name = FIX_FILE.exec(file)?.[1];
    return name === undefined || CODE_FIXES.includes(name) ? file : file.replace(REGISTERS, () => "/* @__PURE__ */ ");
  });
  const names = [...TYPESCRIPT_NAMES, ...Object.entries(INTERNAL_NAMES).map(([name, original]) => `${name}: ${original}`)];
  return `${kept.join("")}\nexport default { ${names.join(", ")} };\n`;
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
  return first(outputFiles).text;
}
