/**
 * Vendors what apps may import: the browser's packages as ES modules that share one
 * development React, and the page's runtime with them, under an immutable address; the
 * server's packages as texts for the loader. Also hands Tailwind's own CSS to the builder.
 * Run by set-up, which skips it while nothing it is made from has changed.
 */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import {
  BROWSER_PACKAGES,
  PUBLISHED_PACKAGE,
  RUNTIME_PACKAGE,
  SERVER_PACKAGES,
  WORKER_PACKAGE,
} from "../packages/app-build/src/catalogue.ts";
import { serverFile } from "../packages/app-build/src/server-file.ts";

const ROOT = join(import.meta.dirname, "..");
const BUILDER = join(ROOT, "packages/app-build/src");
const ASSETS = join(ROOT, "dist/vendor-assets");
const require = createRequire(import.meta.url);

type Mode = "development" | "production";

const vendorFile = (specifier: string): string => `${specifier.replace(/^@/, "").replaceAll("/", "_")}.js`;

/** Modules are compiled for the development form, which React's production build leaves out. */
const JSX_DEV = "react/jsx-dev-runtime";
const JSX_DEV_IN_PRODUCTION = `import { Fragment, jsx, jsxs } from "react/jsx-runtime";
export { Fragment };
export const jsxDEV = (type, props, key, isStatic) => (isStatic ? jsxs : jsx)(type, props, key);
export default { Fragment, jsxDEV };`;

/** A package written in CommonJS needs its names spelled out to be imported by name. */
function entrySource(specifier: string, mode: Mode): string {
  if (specifier === JSX_DEV && mode === "production") return JSX_DEV_IN_PRODUCTION;
  if (!/^react(-dom)?(\/|$)/.test(specifier))
    return `export * from "${specifier}";\n${hasDefault(specifier) ? `export { default } from "${specifier}";` : ""}`;
  const names = Object.keys(require(specifier)).filter((name) => name !== "default" && /^[A-Za-z_$][\w$]*$/.test(name));
  return `import all from "${specifier}";\nexport default all;\nexport const { ${names.join(", ")} } = all;`;
}

const hasDefault = (specifier: string): boolean => ["clsx", "zod", "zod/v4"].includes(specifier);

const ENTRY = "edgewright-entry:";
const entries = (mode: Mode): Plugin => ({
  name: "entries",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: new RegExp(`^${ENTRY}`) }, ({ path }) => ({ path: path.slice(ENTRY.length), namespace: "entry" }));
    onLoad({ filter: /.*/, namespace: "entry" }, ({ path }) => ({
      contents: entrySource(path, mode),
      resolveDir: join(ROOT, "packages/app-kit"),
    }));
  },
});

const SHARED: BuildOptions = {
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  chunkNames: "chunk-[hash]",
  minify: true,
  legalComments: "none",
  logLevel: "warning",
  write: false,
  outdir: ASSETS,
};

const texts = async (mode: Mode, options: BuildOptions): Promise<Record<string, string>> => {
  const define = { "process.env.NODE_ENV": JSON.stringify(mode) };
  const { outputFiles = [] } = await build({ ...SHARED, plugins: [entries(mode)], define, ...options });
  return Object.fromEntries(outputFiles.map(({ path, text }) => [path.slice(ASSETS.length + 1), text]));
};

const entryPoints = (packages: readonly string[], file: (specifier: string) => string) =>
  packages.map((specifier) => ({ in: `${ENTRY}${specifier}`, out: file(specifier).replace(/\.js$/, "") }));

/** For previews with React's development build, which React Refresh needs; for published apps with the other one. */
async function vendorBrowser(mode: Mode, runtimes: Record<string, string>) {
  const packages = BROWSER_PACKAGES.filter(
    (name) => name !== "@edgewright/app-kit" || existsSync(join(ROOT, "packages/app-kit/src/index.ts")),
  );
  const files = await texts(mode, {
    entryPoints: [
      ...entryPoints(packages, vendorFile),
      ...Object.entries(runtimes).map(([specifier, file]) => ({
        in: join(BUILDER, "runtime", file),
        out: vendorFile(specifier).replace(/\.js$/, ""),
      })),
    ],
    platform: "browser",
  });
  const hash = createHash("sha256").update(JSON.stringify(files)).digest("hex").slice(0, 16);
  const folder = join(ASSETS, "__v", hash);
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const imports = Object.fromEntries([...packages, ...Object.keys(runtimes)].map((specifier) => [specifier, vendorFile(specifier)]));
  const versions = Object.fromEntries(packages.map((specifier) => [specifier, versionOf(specifier)]));
  return { files, vendor: { hash, imports, versions } };
}

const vendorServer = async () => {
  const files = await texts("production", {
    entryPoints: entryPoints(SERVER_PACKAGES, serverFile),
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["workerd", "worker"],
    external: ["cloudflare:workers"],
  });
  writeModule("server-vendor", constant("SERVER_VENDOR", "Record<string, string>", files));
};

function tailwindSheets(): void {
  const folder = join(ROOT, "node_modules/tailwindcss");
  const read = (name: string) => readFileSync(join(folder, `${name}.css`), "utf8");
  const sheets: Record<string, string> = { tailwindcss: read("index") };
  for (const name of ["index", "theme", "preflight", "utilities"]) {
    sheets[`tailwindcss/${name}`] = read(name);
    sheets[`tailwindcss/${name}.css`] = read(name);
  }
  writeModule("tailwind-css", constant("TAILWIND_SHEETS", "Record<string, string>", sheets));
}

function versionOf(specifier: string): string {
  const name = specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
  const manifest = JSON.parse(readFileSync(join(ROOT, "node_modules", name, "package.json"), "utf8")) as { version?: string };
  return manifest.version ?? "0.0.0";
}

const constant = (name: string, type: string, value: unknown): string =>
  `export const ${name}: ${type} = ${JSON.stringify(value, null, 2)};\n`;

const writeModule = (file: string, ...constants: string[]): void =>
  writeFileSync(join(BUILDER, `${file}.generated.ts`), constants.join(""));

const started = performance.now();
tailwindSheets();
await vendorServer();
rmSync(join(ASSETS, "__v"), { recursive: true, force: true });
const worker = { [WORKER_PACKAGE]: "worker.ts" };
const previewed = await vendorBrowser("development", { [RUNTIME_PACKAGE]: "main.ts", ...worker });
const published = await vendorBrowser("production", { [PUBLISHED_PACKAGE]: "published.ts", ...worker });
const VENDOR_TYPE = "{ hash: string; imports: Record<string, string>; versions: Record<string, string> }";
writeModule("vendor", constant("VENDOR", VENDOR_TYPE, previewed.vendor), constant("PUBLISHED_VENDOR", VENDOR_TYPE, published.vendor));
const files = { ...previewed.files, ...published.files };
const bytes = Object.values(files).reduce((sum, text) => sum + text.length, 0);
console.log(
  `Vendored ${Object.keys(files).length} files, ${Math.round(bytes / 1024)} KB, in ${Math.round(performance.now() - started)} ms.`,
);
